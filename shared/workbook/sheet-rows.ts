import { readNumber } from './cell-numbers.ts';
import { CellAddress, columnLetters, lastRow, positiveInteger } from './cell-reference.ts';
import type { NumberKind } from './number-formats.ts';
import { type CorruptReason, corrupt, tooLarge } from './refusals.ts';
import type { CellValue, RawRow, ReadLimits, WorkbookRefused } from './source.ts';
import { maxTokenCharacters, type XmlHandler, type XmlScanner } from './xml-scanner.ts';
import { decodeExcelEscapes, decodeXmlText, detached } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly part: string;
  readonly sheet: string;
  readonly sharedStrings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly limits: ReadLimits;
  /** Called once per row that has a value; refuses the row beyond the file's limit. */
  readonly countRow: (row: number) => void;
}

/** Fault of a cell that holds something no number, boolean or date can be made of. */
export const malformedValue = 'malformed_value';

/** Types a cell can have (attribute `t`); `n` when it says nothing. */
type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** Types of one letter by their place in the alphabet. */
const shortTypes: readonly (CellType | undefined)[] = [...'abcdefghijklmnopqrs'].map((letter) =>
  (['n', 's', 'b', 'e', 'd'] as const).find((type) => type === letter),
);

const longType = (name: string): CellType | undefined =>
  (['str', 'inlineStr'] as const).find((type) => type === name);

const formulaWithoutValue: CellValue = { fault: 'formula_without_value' };

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

  readonly #context: SheetContext;
  readonly #address = new CellAddress();
  #inRows = false;
  #row = 0;
  #rowStated = false;
  #cells: CellValue[] = [];
  /** 1-based column of the current cell. */
  #column = 0;
  #type: CellType = 'n';
  #style = 0;
  #hasFormula = false;
  #collecting = false;
  #inlineText = false;
  #phoneticDepth = 0;
  /** The value's text: first as a place in the scanned text, then, when it comes in pieces, joined. */
  #pieces = 0;
  #source = '';
  #from = 0;
  #to = 0;
  #verbatim = false;

  constructor(context: SheetContext) {
    this.#context = context;
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

  text(source: string, from: number, to: number, verbatim: boolean): void {
    if (!this.#collecting) return;
    if (this.#pieces === 0) {
      this.#source = source;
      this.#from = from;
      this.#to = to;
      this.#verbatim = verbatim;
    } else {
      this.#source = this.#rawText() + this.#decode(source.slice(from, to), verbatim);
      if (this.#source.length > maxTokenCharacters) throw this.#refuse('xml_too_long');
      this.#from = 0;
      this.#to = this.#source.length;
      this.#verbatim = true;
    }
    this.#pieces++;
  }

  #openRow(scanner: XmlScanner): void {
    const stated = scanner.attribute('r');
    this.#rowStated = stated !== undefined;
    const row = stated === undefined ? this.#row + 1 : positiveInteger(stated, 0, stated.length);
    if (row <= this.#row || row > lastRow)
      throw this.#refuse('row_number', { found: stated?.slice(0, 20) ?? row });
    this.#row = row;
    this.#column = 0;
  }

  #openCell(scanner: XmlScanner): void {
    const { source, attributes, attributeCount } = scanner;
    this.#type = 'n';
    this.#style = 0;
    this.#hasFormula = false;
    this.#inlineText = false;
    this.#pieces = 0;
    let placed = false;
    for (let slot = 0; slot < attributeCount * 5; slot += 5) {
      const local = attributes[slot + 1] ?? 0;
      if ((attributes[slot + 2] ?? 0) - local !== 1) continue;
      const from = attributes[slot + 3] ?? 0;
      const to = attributes[slot + 4] ?? 0;
      switch (source.charCodeAt(local)) {
        case 0x72:
          this.#place(source, from, to);
          placed = true;
          break;
        case 0x73:
          this.#style = positiveInteger(source, from, to);
          break;
        case 0x74:
          this.#type = this.#cellType(source, from, to);
          break;
      }
    }
    if (!placed) this.#column++;
  }

  /** A direct part of a cell: its value, its own text, its formula. */
  #openPart(name: string): void {
    if (name === 'f') this.#hasFormula = true;
    if (name !== 'v' && name !== 'is') return;
    if (this.#pieces > 0) throw this.#refuse('cell_duplicate');
    this.#collecting = name === 'v';
    this.#inlineText = name === 'is';
    if (name === 'is') this.#type = 'inlineStr';
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

  #cellType(source: string, from: number, to: number): CellType {
    const type =
      to - from === 1 ? shortTypes[source.charCodeAt(from) - 0x61] : longType(source.slice(from, to));
    if (type === undefined)
      throw this.#refuse('cell_type', { found: source.slice(from, Math.min(to, from + 20)) });
    return type;
  }

  #closeCell(): void {
    const value = this.#pieces === 0 ? this.#emptyValue() : this.#value();
    if (value === null) return;
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

  #emptyValue(): CellValue {
    return this.#hasFormula && this.#type !== 'str' && this.#type !== 'inlineStr'
      ? formulaWithoutValue
      : null;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#context.countRow(this.#row);
    this.rows.push({ row: this.#row, cells: this.#cells });
    this.#cells = [];
  }

  #value(): CellValue {
    switch (this.#type) {
      case 'n':
        return this.#number();
      case 's':
        return this.#sharedString();
      case 'b':
        return this.#boolean();
      case 'e':
        return this.#fault();
      case 'd':
        return detached(this.#rawText().trim()) || null;
      default:
        return detached(decodeExcelEscapes(this.#rawText())) || null;
    }
  }

  #number(): CellValue {
    let number = readNumber(this.#source, this.#from, this.#to);
    if (Number.isNaN(number)) {
      const text = this.#rawText().trim();
      if (text === '') return this.#emptyValue();
      number = readNumber(text, 0, text.length);
      if (Number.isNaN(number)) return { fault: malformedValue };
    }
    const format = this.#context.numberKinds[this.#style] ?? 'plain';
    return format === 'plain' ? number : { number, format };
  }

  #sharedString(): CellValue {
    let index = positiveInteger(this.#source, this.#from, this.#to);
    if (index === -1) {
      const text = this.#rawText().trim();
      if (text === '') return this.#emptyValue();
      index = positiveInteger(text, 0, text.length);
    }
    const text = this.#context.sharedStrings[index];
    if (text === undefined)
      throw this.#refuse('shared_string_index', { found: this.#rawText().slice(0, 20) });
    return text === '' ? null : text;
  }

  #fault(): CellValue {
    const fault = this.#rawText().trim();
    return fault === '' ? this.#emptyValue() : { fault: detached(fault.slice(0, 32)) };
  }

  #boolean(): CellValue {
    const text = this.#rawText().trim();
    if (text === '1' || text === 'true') return true;
    if (text === '0' || text === 'false') return false;
    return text === '' ? this.#emptyValue() : { fault: malformedValue };
  }

  #rawText(): string {
    return this.#decode(this.#source.slice(this.#from, this.#to), this.#verbatim);
  }

  #decode(raw: string, verbatim: boolean): string {
    return verbatim ? raw : decodeXmlText(raw, this.#context.part);
  }

  #where() {
    const { sheet, part } = this.#context;
    return { sheet, part, row: this.#row, cell: `${columnLetters(this.#column)}${this.#row}` };
  }

  #refuse(reason: CorruptReason, facts: Readonly<Record<string, string | number>> = {}): WorkbookRefused {
    return corrupt(reason, { ...this.#where(), ...facts });
  }
}
