import type { ColumnTable } from 'arquero';

/** Reads a cell of a column by its row. */
export type Getter = (row: number) => unknown;

const missing: Getter = () => null;

/** The cells of a column; all blank where there is no such column. */
export function getterOf(table: ColumnTable | null, name: string): Getter {
  return table?.columnNames().includes(name) ? table.getter(name) : missing;
}

/** A cell as it is compared: whole numbers as `number`, a blank as `null`. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  return value === undefined ? null : value;
}
