import { CellContent, type CellContext, cellTypeAt } from './cell-content.ts';
import { CellAddress, columnLetters, lastColumn, lastRow, positiveInteger } from './cell-reference.ts';
import { PlainCell } from './plain-cell.ts';
import { type CorruptReason, corrupt, type Facts, tooLarge } from './refusals.ts';
import type { CellValue, RawRow, ReadLimits, WorkbookRefused } from './source.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';

/** What the cells of a sheet refer to, and what bounds them. */
export interface SheetContext extends CellContext {
  readonly sheet: string;
  readonly limits: ReadLimits;
  /** Called once per row that has a value; refuses the row beyond the file's limit. */
  readonly countRow: (row: number) => void;
}

/** Depths in `worksheet / sheetData / row / c / v` and `… c / is / r / t`. */
const depthOf = { sheetData: 2, row: 3, cell: 4, value: 5 } as const;

/**
 * Makes rows of what the scanner tells about one sheet. Cells without a value are skipped, so a million
 * styled blanks cost nothing; rows and cells that do not say where they stand follow the one before.
 * `dimension` is ignored. Take the finished rows from `rows` after each piece.
 */
export class SheetRowReader implements XmlHandler {
  /** Rows finished so far; the owner empties it. */
  rows: RawRow[] = [];
  readonly takesAt = depthOf.row;

  readonly #plain = new PlainCell();
  readonly #context: SheetContext;
  readonly #address = new CellAddress();
  readonly #content: CellContent;
  #inRows = false;
  #row = 0;
  #rowStated = false;
  #rowHidden = false;
  #cells: CellValue[] = [];
  /** 1-based column of the current cell. */
  #column = 0;
  #collecting = false;
  #inlineText = false;
  #phoneticDepth = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#content = new CellContent(context, (reason, facts) => this.#refuse(reason, facts));
  }

  open(name: string, scanner: XmlScanner): void {
    const { depth } = scanner;
    if (depth <= depthOf.sheetData) {
      this.#inRows = depth === depthOf.sheetData && name === 'sheetData';
      return;
    }
    if (!this.#inRows) return;
    if (this.#collecting) throw this.#refuse('sheet_structure');
    if (name === 'c') {
      if (depth !== depthOf.cell) throw this.#refuse('sheet_structure');
      this.#openCell(scanner);
    } else if (name === 'row') {
      if (depth !== depthOf.row) throw this.#refuse('sheet_structure');
      this.#openRow(scanner);
    } else if (depth === depthOf.value) this.#openPart(name);
    else if (name === 't') this.#collecting = this.#inlineText && this.#phoneticDepth === 0;
    else if (name === 'rPh') this.#phoneticDepth ||= depth;
  }

  close(name: string, depth: number): void {
    if (!this.#inRows) return;
    if (depth > depthOf.cell) {
      this.#collecting = false;
      if (depth === this.#phoneticDepth) this.#phoneticDepth = 0;
    } else if (depth === depthOf.cell && name === 'c') this.#closeCell();
    else if (depth === depthOf.row && name === 'row') this.#closeRow();
    else if (depth === depthOf.sheetData) this.#inRows = false;
  }

  /** Takes the plain cells of a row that stand one behind the other. */
  take(source: string, at: number): number {
    if (!this.#inRows || !this.#rowStated) return at;
    const plain = this.#plain;
    let place = at;
    for (let next = plain.match(source, place); next !== -1; next = plain.match(source, place)) {
      if (plain.row !== this.#row || plain.column > lastColumn) return place;
      this.#column = plain.column;
      if (plain.from !== -1) this.#takeValue(source);
      place = next;
      if (source.charCodeAt(place) !== 0x3c) return place;
    }
    return place;
  }

  #takeValue(source: string): void {
    const { type, style, from, to, integer } = this.#plain;
    const { numberKinds, sharedStrings } = this.#context;
    if (integer !== -1 && type === 'n') {
      const format = numberKinds[style] ?? 'plain';
      this.#put(format === 'plain' ? integer : { number: integer, format });
      return;
    }
    const text = integer !== -1 && type === 's' ? sharedStrings[integer] : undefined;
    if (text !== undefined) {
      if (text !== '') this.#put(text);
      return;
    }
    this.#content.start();
    this.#content.type = type;
    this.#content.style = style;
    this.#content.add(source, from, to, false);
    this.#closeCell();
  }

  text(source: string, from: number, to: number, verbatim: boolean): void {
    if (this.#collecting) this.#content.add(source, from, to, verbatim);
  }

  #openRow(scanner: XmlScanner): void {
    const stated = scanner.attribute('r');
    this.#rowStated = stated !== undefined;
    const row = stated === undefined ? this.#row + 1 : positiveInteger(stated, 0, stated.length);
    if (row <= this.#row || row > lastRow)
      throw this.#refuse('row_number', { found: stated?.slice(0, 20) ?? row });
    this.#row = row;
    this.#rowHidden = isTrue(scanner.attribute('hidden'));
    this.#column = 0;
  }

  #openCell(scanner: XmlScanner): void {
    const { source, count, places } = scanner.attributes;
    this.#content.start();
    this.#inlineText = false;
    let placed = false;
    for (let slot = 0; slot < count * 5; slot += 5) {
      const local = places[slot + 1] ?? 0;
      if ((places[slot + 2] ?? 0) - local !== 1) continue;
      const from = places[slot + 3] ?? 0;
      const to = places[slot + 4] ?? 0;
      switch (source.charCodeAt(local)) {
        case 0x72:
          this.#place(source, from, to);
          placed = true;
          break;
        case 0x73:
          this.#content.style = positiveInteger(source, from, to);
          break;
        case 0x74:
          this.#setType(source, from, to);
          break;
      }
    }
    if (!placed) this.#column++;
  }

  /** A direct part of a cell: its value, its own text, its formula. */
  #openPart(name: string): void {
    if (name === 'f') this.#content.hasFormula = true;
    if (name !== 'v' && name !== 'is') return;
    if (this.#content.pieces > 0) throw this.#refuse('cell_duplicate');
    this.#collecting = name === 'v';
    this.#inlineText = name === 'is';
    if (name === 'is') this.#content.type = 'inlineStr';
  }

  #place(source: string, from: number, to: number): void {
    const column = this.#address.read(source, from, to);
    const { row } = this.#address;
    if (
      column !== -1 &&
      row !== this.#row &&
      !this.#rowStated &&
      this.#cells.length === 0 &&
      row > this.#row
    ) {
      this.#row = row;
    }
    if (column === -1 || row !== this.#row) {
      throw this.#refuse('cell_reference', { found: source.slice(from, Math.min(to, from + 20)) });
    }
    this.#column = column;
  }

  #setType(source: string, from: number, to: number): void {
    const type = cellTypeAt(source, from, to);
    if (type === undefined)
      throw this.#refuse('cell_type', { found: source.slice(from, Math.min(to, from + 20)) });
    this.#content.type = type;
  }

  #closeCell(): void {
    const value = this.#content.value();
    if (value !== null) this.#put(value);
  }

  #put(value: NonNullable<CellValue>): void {
    const { maxColumns, maxCellCharacters } = this.#context.limits;
    if (typeof value === 'string' && value.length > maxCellCharacters) {
      throw tooLarge('cell_characters', maxCellCharacters, value.length, this.#where());
    }
    if (this.#column > maxColumns) throw tooLarge('columns', maxColumns, this.#column, this.#where());
    const cells = this.#cells;
    const index = this.#column - 1;
    while (cells.length < index) cells.push(null);
    if (index === cells.length) cells.push(value);
    else if (cells[index] === null) cells[index] = value;
    else throw this.#refuse('cell_duplicate');
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#context.countRow(this.#row);
    const [row, cells] = [this.#row, this.#cells];
    this.rows.push(this.#rowHidden ? { row, cells, hidden: true } : { row, cells });
    this.#cells = [];
  }

  #where() {
    const { sheet, part } = this.#context;
    return { sheet, part, row: this.#row, cell: `${columnLetters(this.#column)}${this.#row}` };
  }

  #refuse(reason: CorruptReason, facts: Facts = {}): WorkbookRefused {
    return corrupt(reason, { ...this.#where(), ...facts });
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';
