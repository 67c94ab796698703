import type { CellValue, Merge, RawRow } from '../workbook/source.ts';

/** Most levels a header has (domain.md §6.2 F16, F17). */
const mostLevels = 3;

/** One to three rows read together as a header. */
export interface HeaderBand {
  /** Index of its first row among the searched rows. */
  readonly index: number;
  readonly depth: number;
  /** Texts of each column from the top level to the leaf, repeated ones once; empty for a column without. */
  readonly paths: readonly (readonly string[])[];
  /** Cells that are numbers: headers have few. */
  readonly numeric: number;
}

/** The text of a cell, empty for anything that is no text. */
export function labelText(cell: CellValue | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** Texts of a band by level and column, merged ranges spread over the columns below them. */
interface Levels {
  readonly texts: string[][];
  /** Whether a range merged over columns touches the band: then blank cells are blank. */
  merged: boolean;
}

function spread(rows: readonly RawRow[], merges: readonly Merge[], width: number): Levels {
  const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, c) => labelText(cells[c]).trim()));
  const levels: Levels = { texts, merged: false };
  const leafRow = rows.at(-1)?.row ?? 0;
  for (const { top, left, bottom, right } of merges) {
    const first = rows.findIndex(({ row }) => row >= top && row <= bottom);
    if (first < 0 || rows[first]?.row !== top) continue;
    if (right > left) levels.merged = true;
    const text = texts[first]?.[left - 1] ?? '';
    if (text === '') continue;
    const last = bottom >= leafRow ? left : Math.min(right, width);
    for (const [level, { row }] of rows.entries()) {
      if (row < top || row > bottom) continue;
      const spanned = texts[level];
      for (let column = left; spanned && column <= last; column += 1) spanned[column - 1] = text;
    }
  }
  return levels;
}

/** A parent written over the first of its columns only stands for the blank ones beside it that have a leaf. */
function fillRight({ texts }: Levels): void {
  for (const [level, row] of texts.entries()) {
    const below = texts.slice(level + 1);
    const hasLeaf = (column: number, not = ''): boolean =>
      below.some((one) => one[column] !== undefined && one[column] !== '' && one[column] !== not);
    let parent = '';
    for (const [column, text] of row.entries()) {
      if (text !== '') parent = hasLeaf(column, text) ? text : '';
      else if (hasLeaf(column)) row[column] = parent;
      else parent = '';
    }
  }
}

function bandAt(rows: readonly RawRow[], index: number, depth: number, merges: readonly Merge[]): HeaderBand {
  const taken = rows.slice(index, index + depth);
  const width = Math.max(...taken.map(({ cells }) => cells.length));
  const levels = spread(taken, merges, width);
  if (depth > 1 && !levels.merged) fillRight(levels);
  const paths = Array.from({ length: width }, (_, column) => {
    const path: string[] = [];
    for (const row of levels.texts) {
      const text = row[column] ?? '';
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    return path;
  });
  const numeric = taken.reduce((sum, row) => sum + numbersIn(row), 0);
  return { index, depth, paths, numeric };
}

/** Cells that are numbers, dates or flags, or texts of digits. */
function numbersIn({ cells }: RawRow): number {
  let count = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    if (typeof cell !== 'string' || (/^[\d.,%\s-]+$/.test(cell) && cell.trim() !== '')) count += 1;
  }
  return count;
}

/** A row with more numbers is a data row, not a further level of a header. */
const mostNumbers = 2;

/**
 * Every run of one to three rows that may be a header, upper and shorter ones first. Merged ranges are spread:
 * a parent over its columns, a label that spans levels down to its leaf; without merged ranges (CSV) a parent
 * stands for the blank cells to its right. `merges` are 1-based row numbers, as in the sheet.
 */
export function* headerBands(rows: readonly RawRow[], merges: readonly Merge[]): Generator<HeaderBand> {
  const last = rows.at(-1)?.row ?? 0;
  const near = merges.filter(({ top }) => top <= last);
  for (const index of rows.keys()) {
    for (let depth = 1; depth <= mostLevels && index + depth <= rows.length; depth += 1) {
      const lowest = rows[index + depth - 1];
      if (depth > 1 && lowest && numbersIn(lowest) > mostNumbers) break;
      yield bandAt(rows, index, depth, near);
    }
  }
}
