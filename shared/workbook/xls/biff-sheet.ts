import { malformedValue } from '../cell-content.ts';
import { columnLetters } from '../cell-reference.ts';
import { type LegacySheet, SheetCells } from '../legacy-cells.ts';
import { maxMerges } from '../merges.ts';
import { type CorruptReason, corrupt, tooLarge } from '../refusals.ts';
import type { CellValue, Merge, ReadLimits } from '../source.ts';
import { type BoundSheet, beginSubstream, type Globals } from './biff-globals.ts';
import { RecordCursor, record, substream } from './biff-records.ts';
import { StringReader } from './biff-strings.ts';

/** Excel's error values by their code. */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const formulaWithoutValue: CellValue = { fault: 'formula_without_value' };

/** What a formula's cached result is, when its last two bytes are FF FF. */
const resultKind = { text: 0, boolean: 1, error: 2, blank: 3 } as const;

/** Records that may stand between a formula and the text it came to. */
const besideFormula: readonly number[] = [record.sharedFormula, record.array, record.dataTable];

/** Rows and columns a sheet says it uses: `[first, last)`. */
interface Dimensions {
  readonly firstRow: number;
  readonly pastRow: number;
  readonly firstColumn: number;
  readonly pastColumn: number;
}

/**
 * Reads the cells of one sheet of a BIFF8 workbook. The format has no checksums, so what can be compared is:
 * every record must fit, every cell lie once inside the used range the sheet states, every shared text exist.
 * A used range that reaches further down than anything found is told as `lastRowStated`.
 *
 * @throws WorkbookRefused
 */
export function readBiffSheet(
  stream: Uint8Array,
  bound: BoundSheet,
  globals: Globals,
  limits: ReadLimits,
  counter: { total: number },
): LegacySheet {
  return new SheetReader(stream, bound, globals, limits, counter).read();
}

class SheetReader {
  readonly #cursor: RecordCursor;
  readonly #cells: SheetCells;
  readonly #merges: Merge[] = [];
  readonly #hiddenRows = new Set<number>();
  #dimensions: Dimensions | null = null;
  /** Last row that has a cell, be it blank, or a row record; 1-based. */
  #lastRow = 0;

  constructor(
    stream: Uint8Array,
    private readonly bound: BoundSheet,
    private readonly globals: Globals,
    limits: ReadLimits,
    counter: { total: number },
  ) {
    this.#cursor = new RecordCursor(stream, bound.offset);
    this.#cells = new SheetCells(bound.name, limits, counter);
  }

  read(): LegacySheet {
    const cursor = this.#cursor;
    cursor.next();
    beginSubstream(cursor, substream.worksheet);
    // A chart in the sheet is a substream inside it.
    for (let depth = 1; depth > 0; ) {
      cursor.next();
      if (cursor.id === record.endOfFile) depth--;
      else if (cursor.id === record.beginOfFile) depth++;
      else if (depth === 1) this.#take();
    }
    const stated = this.#dimensions?.pastRow ?? 0;
    const { name, hidden } = this.bound;
    return {
      name,
      hidden,
      date1904: this.globals.date1904,
      merges: this.#merges,
      rows: this.#cells.rows(this.#hiddenRows),
      ...(stated > this.#lastRow ? { lastRowStated: stated } : {}),
    };
  }

  #take(): void {
    const cursor = this.#cursor;
    switch (cursor.id) {
      case record.dimensions:
        this.#dimensions = {
          firstRow: cursor.u32(0),
          pastRow: cursor.u32(4),
          firstColumn: cursor.u16(8),
          pastColumn: cursor.u16(10),
        };
        break;
      case record.row:
        this.#lastRow = Math.max(this.#lastRow, cursor.u16(0) + 1);
        if (cursor.u16(12) & 0x20) this.#hiddenRows.add(cursor.u16(0) + 1);
        break;
      case record.labelSst:
        this.#put(0, this.#sharedText(cursor.u32(6)));
        break;
      case record.number:
        this.#put(0, this.#number(cursor.f64(6), cursor.u16(4)));
        break;
      case record.rk:
        this.#put(0, this.#number(rkNumber(cursor.u32(6)), cursor.u16(4)));
        break;
      case record.mulRk:
        this.#takeMany();
        break;
      case record.boolOrError:
        this.#put(0, cursor.u8(7) === 1 ? errorValue(cursor.u8(6)) : cursor.u8(6) !== 0);
        break;
      case record.label:
      case record.richText: {
        const { offset } = cursor;
        const [row, column] = [cursor.u16(0), cursor.u16(2)];
        this.#putAt(row, column, new StringReader(cursor, 6).read(2) || null, offset);
        break;
      }
      case record.formula:
        this.#takeFormula();
        break;
      case record.blank:
        this.#put(0, null);
        break;
      case record.mulBlank:
        for (let index = 0; index < (cursor.length - 6) / 2; index++) this.#put(index, null);
        break;
      case record.mergeCells:
        this.#takeMerges();
        break;
    }
  }

  #takeMany(): void {
    const cursor = this.#cursor;
    const count = (cursor.length - 6) / 6;
    if (!Number.isInteger(count) || cursor.u16(cursor.length - 2) !== cursor.u16(2) + count - 1) {
      throw this.#refuse('biff_record');
    }
    for (let index = 0; index < count; index++) {
      const at = 4 + index * 6;
      this.#put(index, this.#number(rkNumber(cursor.u32(at + 2)), cursor.u16(at)));
    }
  }

  #takeFormula(): void {
    const cursor = this.#cursor;
    const [row, column, offset] = [cursor.u16(0), cursor.u16(2), cursor.offset];
    if (cursor.u16(12) !== 0xffff) {
      this.#putAt(row, column, this.#number(cursor.f64(6), cursor.u16(4)), offset);
      return;
    }
    const kind = cursor.u8(6);
    const value = cursor.u8(8);
    if (kind === resultKind.boolean) this.#putAt(row, column, value !== 0, offset);
    else if (kind === resultKind.error) this.#putAt(row, column, errorValue(value), offset);
    else if (kind === resultKind.text) this.#putAt(row, column, this.#formulaText(), offset);
    else if (kind === resultKind.blank) this.#putAt(row, column, null, offset);
    else throw this.#refuse('biff_record');
  }

  #formulaText(): CellValue {
    const cursor = this.#cursor;
    while (besideFormula.includes(cursor.following())) cursor.next();
    if (cursor.following() !== record.text) return formulaWithoutValue;
    cursor.next();
    return new StringReader(cursor, 0).read(2) || null;
  }

  #takeMerges(): void {
    const cursor = this.#cursor;
    for (let index = 0; index < cursor.u16(0); index++) {
      const at = 2 + index * 8;
      const [top, bottom, left, right] = [0, 2, 4, 6].map((part) => cursor.u16(at + part) + 1);
      if (top === undefined || bottom === undefined || left === undefined || right === undefined) continue;
      if (bottom < top || right < left) throw this.#refuse('merge_reference');
      if (this.#merges.length === maxMerges) {
        throw tooLarge('merges', maxMerges, maxMerges + 1, { sheet: this.bound.name });
      }
      this.#merges.push({ top, left, bottom, right });
    }
  }

  #sharedText(index: number): CellValue {
    const text = this.globals.sharedTexts[index];
    if (text === undefined) throw this.#refuse('shared_string_index');
    return text || null;
  }

  #number(number: number, format: number): CellValue {
    if (!Number.isFinite(number)) return { fault: malformedValue };
    const kind = this.globals.numberKinds[format];
    if (kind === undefined) throw this.#refuse('cell_type');
    return kind === 'plain' ? number : { number, format: kind };
  }

  /** The value of the current record's cell, or of the one so many columns further on. */
  #put(further: number, value: CellValue): void {
    const cursor = this.#cursor;
    this.#putAt(cursor.u16(0), cursor.u16(2) + further, value, cursor.offset);
  }

  #putAt(row: number, column: number, value: CellValue, offset: number): void {
    const used = this.#dimensions;
    const outside =
      used !== null &&
      (row < used.firstRow || row >= used.pastRow || column < used.firstColumn || column >= used.pastColumn);
    if (outside) throw this.#refuse('cell_outside_range', row, column);
    this.#lastRow = Math.max(this.#lastRow, row + 1);
    if (!this.#cells.put(row + 1, column + 1, value)) {
      throw this.#refuse('cell_duplicate', row, column, offset);
    }
  }

  #refuse(reason: CorruptReason, row?: number, column?: number, offset = this.#cursor.offset) {
    const found = { sheet: this.bound.name, record: this.#cursor.id, offset };
    if (row === undefined) return corrupt(reason, found);
    const cell = `${columnLetters((column ?? 0) + 1)}${row + 1}`;
    return corrupt(reason, { ...found, row: row + 1, cell });
  }
}

/** A number packed into four bytes: an integer or the upper half of a double, perhaps of a hundredfold. */
function rkNumber(packed: number): number {
  const value = packed & 2 ? packed >> 2 : upperHalf(packed & 0xfffffffc);
  return packed & 1 ? value / 100 : value;
}

const half = new DataView(new ArrayBuffer(8));

function upperHalf(bits: number): number {
  half.setUint32(0, bits >>> 0);
  half.setUint32(4, 0);
  return half.getFloat64(0);
}

function errorValue(code: number): CellValue {
  return { fault: errorTexts[code] ?? '#ERR!' };
}
