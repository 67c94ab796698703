import type { CellValue, Merge, RawRow } from '../workbook/source.ts';

/** A row below the header with the values it takes over from vertically merged cells above. */
export interface SheetRow extends RawRow {
  /** Columns whose value comes from the first row of a merged range. */
  readonly inherited?: ReadonlySet<number>;
}

/** The merged ranges of one column that span rows, top first, and where reading has got to. */
interface ColumnRanges {
  readonly ranges: readonly Merge[];
  at: number;
  value: CellValue;
}

function rangesByColumn(merges: readonly Merge[], headerRow: number): Map<number, ColumnRanges> {
  const columns = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.bottom <= merge.top || merge.top <= headerRow) continue;
    const known = columns.get(merge.left - 1);
    if (known) known.push(merge);
    else columns.set(merge.left - 1, [merge]);
  }
  return new Map(
    [...columns].map(([column, ranges]) => [
      column,
      { ranges: ranges.sort((a, b) => a.top - b.top), at: 0, value: null },
    ]),
  );
}

/**
 * Gives every row of a vertically merged range the value of its first row, inside the range only; a blank cell
 * that is not merged stays blank (domain.md §6.2 F23, F24). Rows come in order. Each range is passed once,
 * however many there are.
 */
export function mergeFiller(merges: readonly Merge[], headerRow: number): (row: RawRow) => SheetRow {
  const columns = rangesByColumn(merges, headerRow);
  if (columns.size === 0) return (row) => row;
  return (raw) => {
    let cells: CellValue[] | null = null;
    const inherited = new Set<number>();
    for (const [column, own] of columns) {
      while (own.at < own.ranges.length && (own.ranges[own.at]?.bottom ?? 0) < raw.row) {
        own.at += 1;
        own.value = null;
      }
      const range = own.ranges[own.at];
      if (!range || raw.row < range.top) continue;
      if (raw.row === range.top) {
        own.value = raw.cells[column] ?? null;
        continue;
      }
      if (own.value === null || (raw.cells[column] ?? null) !== null) continue;
      cells ??= [...raw.cells];
      while (cells.length <= column) cells.push(null);
      cells[column] = own.value;
      inherited.add(column);
    }
    return cells ? { ...raw, cells, inherited } : raw;
  };
}
