import { columnLetters, lastRow } from '../cell-reference.ts';
import { type LegacySheet, type LegacyWorkbook, SheetCells } from '../legacy-cells.ts';
import { maxMerges } from '../merges.ts';
import { corrupt, notAWorkbook, tooLarge, unsupported } from '../refusals.ts';
import type { Merge, ReadLimits, WorkbookRefused } from '../source.ts';
import { detached } from '../xml-text.ts';
import { decodeHtmlEntities } from './html-entities.ts';
import { type HtmlHandler, htmlAttribute, scanHtml } from './html-scanner.ts';
import { decodeHtml } from './html-text.ts';

/** Furthest a span is followed, as HTML has it. */
const maxSpan = { columns: 1_000, rows: 65_534 } as const;

/** Cells may stand this far to the right, be they empty; values are bounded by the limits. */
const maxPlaces = 4_096;

/** A page with more tables is no workbook. */
const maxTables = 1_000;

/** Most characters a reference of one character takes: `&#x10FFFF;`. */
const longestReference = 10;

/** White space and line ends of elements go at a cell's end; beyond so many times the limit none is left within it. */
const roomToTrim = 16;

/** Elements that begin a new line in a cell. */
const lineElements: readonly string[] = ['br', 'p', 'div', 'li'];

/**
 * Reads the tables of an HTML page saved as .xls, as many county systems export them (domain.md F9): each table
 * is a sheet, every cell is text, so that an identity number stays as it was typed; `rowspan` and `colspan` are
 * merges. A table within a table is refused: nobody could say which row its cells belong to.
 *
 * @throws WorkbookRefused
 */
export function readHtmlTables(bytes: Uint8Array, limits: ReadLimits): LegacyWorkbook {
  const { text, encoding } = decodeHtml(bytes);
  const page = new PageReader(limits);
  scanHtml(text, page);
  return { encoding, sheets: page.sheets() };
}

class PageReader implements HtmlHandler {
  readonly #limits: ReadLimits;
  readonly #counter = { total: 0 };
  readonly #tables: LegacySheet[] = [];
  #table: TableReader | null = null;
  #sheetName: string | null = null;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** Sheets in order. @throws WorkbookRefused when a table never ends, or there is none */
  sheets(): readonly LegacySheet[] {
    if (this.#table !== null) throw corrupt('html_truncated');
    const [only, ...others] = this.#tables;
    if (only === undefined) throw notAWorkbook('html');
    return others.length === 0 && this.#sheetName !== null
      ? [{ ...only, name: this.#sheetName }]
      : this.#tables;
  }

  open(name: string, attributes: string): void {
    if (name === 'table') {
      if (this.#table !== null) throw unsupported('html_nested');
      if (this.#tables.length === maxTables) throw unsupported('html_nested');
      this.#table = new TableReader(`表${this.#tables.length + 1}`, this.#limits, this.#counter);
    } else this.#table?.open(name, attributes);
  }

  close(name: string): void {
    if (name === 'table' && this.#table !== null) {
      this.#tables.push(this.#table.end());
      this.#table = null;
    } else this.#table?.close(name);
  }

  text(raw: string): void {
    this.#table?.text(raw);
  }

  /** Excel writes the sheet's name into a comment. */
  comment(text: string): void {
    this.#sheetName ??= /<x:Name>([^<]{1,100})<\/x:Name>/.exec(text)?.[1]?.trim() ?? null;
  }
}

class TableReader {
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #cells: SheetCells;
  /** Per column the last row that a cell above reaches down to. */
  readonly #takenUntil: number[] = [];
  #row = 0;
  #column = 0;
  /** Pieces of the open cell's text; `null` outside cells. */
  #text: string[] | null = null;
  /** Characters of the pieces. */
  #length = 0;
  readonly #maxCharacters: number;

  constructor(
    private readonly name: string,
    limits: ReadLimits,
    counter: { total: number },
  ) {
    this.#cells = new SheetCells(name, limits, counter);
    this.#maxCharacters = limits.maxCellCharacters;
  }

  open(name: string, attributes: string): void {
    if (name === 'tr') this.#openRow(attributes);
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (lineElements.includes(name)) this.#text?.push('\n');
  }

  close(name: string): void {
    if (['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'].includes(name)) this.#closeCell();
    else if (name === 'p' || name === 'div') this.#text?.push('\n');
  }

  /**
   * HTML's line ends and runs of spaces are one space; non-breaking ones are kept. A text that must come out too
   * long is refused before it is decoded: 32 MB of references would take a gigabyte.
   */
  text(raw: string): void {
    if (this.#text === null) return;
    const spaced = raw.replace(/[ \t\r\n\f]+/g, ' ');
    const fewest = Math.floor(spaced.length / longestReference);
    if (fewest > this.#maxCharacters) throw this.#tooLong(fewest);
    const piece = decodeHtmlEntities(spaced);
    this.#length += piece.length;
    if (this.#length > roomToTrim * this.#maxCharacters) throw this.#tooLong(this.#length);
    this.#text.push(piece);
  }

  #tooLong(found: number): WorkbookRefused {
    const cell = `${columnLetters(this.#column)}${this.#row}`;
    const where = { sheet: this.name, row: this.#row, cell };
    return tooLarge('cell_characters', this.#maxCharacters, found, where);
  }

  end(): LegacySheet {
    this.#closeCell();
    const { name } = this;
    const rows = this.#cells.rows(this.#hiddenRows);
    return { name, hidden: false, date1904: false, merges: this.#merges, rows };
  }

  #openRow(attributes: string): void {
    this.#closeCell();
    this.#row++;
    this.#column = 0;
    if (this.#row > lastRow) throw tooLarge('rows', lastRow, this.#row, { sheet: this.name });
    if (/display\s*:\s*none/i.test(htmlAttribute(attributes, 'style') ?? '')) this.#hiddenRows.add(this.#row);
  }

  #openCell(attributes: string): void {
    this.#closeCell();
    if (this.#row === 0) this.#openRow('');
    do this.#column++;
    while ((this.#takenUntil[this.#column] ?? 0) >= this.#row);
    if (this.#column > maxPlaces) throw tooLarge('columns', maxPlaces, this.#column, { sheet: this.name });
    const columns = spanOf(attributes, 'colspan', maxSpan.columns);
    const rows = spanOf(attributes, 'rowspan', maxSpan.rows);
    const [top, left] = [this.#row, this.#column];
    if (rows > 1 || columns > 1) {
      if (this.#merges.length === maxMerges)
        throw tooLarge('merges', maxMerges, maxMerges + 1, { sheet: this.name });
      this.#merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
    }
    for (let column = left; column < left + columns; column++) this.#takenUntil[column] = top + rows - 1;
    this.#text = [];
    this.#length = 0;
  }

  #closeCell(): void {
    if (this.#text === null) return;
    const text = this.#text
      .join('')
      .replace(/ *\n[ \n]*/g, '\n')
      .replace(/^[ \n]+|[ \n]+$/g, '');
    this.#text = null;
    if (text !== '') this.#cells.put(this.#row, this.#column, detached(text));
  }
}

function spanOf(attributes: string, name: string, most: number): number {
  if (!attributes.toLowerCase().includes(name)) return 1;
  const span = /^\s*(\d{1,7})/.exec(htmlAttribute(attributes, name) ?? '')?.[1];
  return Math.min(most, Math.max(1, Number(span ?? 1)));
}
