import { columnLetters } from './cell-reference.ts';
import { type SizeKind, tooLarge } from './refusals.ts';
import type { CellValue, Merge, RawRow, ReadLimits, Workbook } from './source.ts';

/** One sheet of a legacy file with all its rows; plain data, so that it can cross a thread's border. */
export interface LegacySheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly merges: readonly Merge[];
  readonly rows: readonly RawRow[];
  /** The file says that there are cells further down than any that were found. */
  readonly lastRowStated?: number;
}

/** A legacy file read to its end. */
export interface LegacyWorkbook {
  readonly encoding: Workbook['encoding'];
  readonly sheets: readonly LegacySheet[];
}

/** Gathers the cells of one sheet that come in any order, under the limits; `rows` gives them in order. */
export class SheetCells {
  readonly #rows = new Map<number, CellValue[]>();

  constructor(
    private readonly sheet: string,
    private readonly limits: ReadLimits,
    /** Counts rows with values over all sheets of the file. */
    private readonly counter: { total: number },
  ) {}

  /** Puts a value; `row` and `column` count from 1. False when the cell has one already. */
  put(row: number, column: number, value: CellValue): boolean {
    if (value === null) return true;
    const { maxColumns, maxCellCharacters, maxRows } = this.limits;
    if (column > maxColumns) this.#refuse('columns', maxColumns, column, row, column);
    if (typeof value === 'string' && value.length > maxCellCharacters) {
      this.#refuse('cell_characters', maxCellCharacters, value.length, row, column);
    }
    let cells = this.#rows.get(row);
    if (cells === undefined) {
      if (++this.counter.total > maxRows) this.#refuse('rows', maxRows, maxRows + 1, row, column);
      cells = [];
      this.#rows.set(row, cells);
    }
    while (cells.length < column) cells.push(null);
    if (cells[column - 1] !== null) return false;
    cells[column - 1] = value;
    return true;
  }

  /** Rows in order. */
  rows(hiddenRows: ReadonlySet<number>): RawRow[] {
    return [...this.#rows]
      .sort(([one], [other]) => one - other)
      .map(([row, cells]) => (hiddenRows.has(row) ? { row, cells, hidden: true } : { row, cells }));
  }

  #refuse(what: SizeKind, limit: number, found: number, row: number, column: number): never {
    const cell = `${columnLetters(column)}${row}`;
    throw tooLarge(what, limit, found, { sheet: this.sheet, row, cell });
  }
}
