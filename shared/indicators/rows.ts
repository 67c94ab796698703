import type { BatchInput } from './facts.ts';
import type { Origin } from './origin.ts';

/** The cells of one row by column name; a column that the batch lacks reads as missing, `null`. */
export interface Cells {
  text(column: string): string | null;
  number(column: string): number | null;
  flag(column: string): boolean | null;
}

/** Makes one record out of a row's cells. */
export type RowReader<Row> = (cells: Cells, origin: Origin) => Row;

function refuse(batch: BatchInput, column: string, row: number, expected: string, value: unknown): never {
  throw new TypeError(
    `batch ${batch.id} (${batch.dataset}), column ${column}, row index ${row}: expected ${expected}, found ${typeof value}`,
  );
}

const columns = new WeakMap<BatchInput['table'], Map<string, readonly unknown[]>>();

/** The values of a column, taken out of the table once however many families read it; `null` where there is none. */
function valuesOf({ table }: BatchInput, column: string): readonly unknown[] {
  const known = columns.get(table) ?? new Map<string, readonly unknown[]>();
  columns.set(table, known);
  const found = known.get(column);
  if (found) return found;
  const valueAt = table.columnNames().includes(column) ? table.getter(column) : () => null;
  const values = Array.from({ length: table.numRows() }, (_, row): unknown => valueAt(row) ?? null);
  known.set(column, values);
  return values;
}

/**
 * Reads a batch row by row, in the order of the table; what `read` is given speaks of its row while it runs, not
 * later. A value of another type than the contract's is a fault of ours and thrown as `TypeError`, without the value.
 */
export function readRows<Row>(batch: BatchInput, read: RowReader<Row>): Row[] {
  let row = 0;
  const met = new Map<string, readonly unknown[]>();
  const valueAt = (column: string): unknown => {
    const known = met.get(column);
    if (known) return known[row];
    const values = valuesOf(batch, column);
    met.set(column, values);
    return values[row];
  };
  const cells: Cells = {
    text(column) {
      const value = valueAt(column);
      return value === null || typeof value === 'string' ? value : refuse(batch, column, row, 'text', value);
    },
    number(column) {
      const value = valueAt(column);
      if (value === null || typeof value === 'number') return value;
      return typeof value === 'bigint' ? Number(value) : refuse(batch, column, row, 'a number', value);
    },
    flag(column) {
      const value = valueAt(column);
      return value === null || typeof value === 'boolean'
        ? value
        : refuse(batch, column, row, 'a boolean', value);
    },
  };
  const rows: Row[] = [];
  for (; row < batch.table.numRows(); row += 1) {
    const origin = {
      batch: batch.id,
      sheet: cells.number('sourceSheet') ?? 0,
      row: cells.number('sourceRow') ?? row + 1,
    };
    rows.push(read(cells, origin));
  }
  return rows;
}

/**
 * Whether a batch has rows and none of them says anything in a column: the county's file lacks it, so what is
 * computed from it is no data, never 0. One filled cell makes the others count as before.
 */
export function isSilent({ table }: BatchInput, column: string): boolean {
  if (table.numRows() === 0) return false;
  if (!table.columnNames().includes(column)) return true;
  const valueAt = table.getter(column);
  for (let row = 0; row < table.numRows(); row += 1) if ((valueAt(row) ?? null) !== null) return false;
  return true;
}
