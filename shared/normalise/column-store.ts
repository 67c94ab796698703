import type { BatchColumn } from '../datasets/columns.ts';
import { columnsOf } from '../datasets/columns.ts';
import type { Contract } from '../datasets/contract.ts';
import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import type { Value } from './field-reader.ts';

/** What becomes of a data row. */
export type RowState = 'accepted' | 'quarantined' | 'ignored';

/** A row of a batch in the making: values in the order of the columns. */
export type RowValues = (Value | null)[];

/** Where a row comes from and where it belongs. */
export interface RowOrigin {
  readonly area: string;
  readonly period: Period;
  /** 截至 date of the sheet, for a row that states none. */
  readonly sheetDate: Day;
  readonly sheet: number;
  readonly row: number;
  readonly state: RowState;
}

/** Rows of one dataset over all sheets, column by column, as Arquero wants them. */
export interface ColumnStore {
  readonly contract: Contract;
  readonly columns: readonly BatchColumn[];
  readonly values: readonly RowValues[];
  readonly area: string[];
  readonly period: Period[];
  readonly sheetDate: Day[];
  readonly sheet: number[];
  readonly row: number[];
  readonly state: RowState[];
  /** Sums of every money column over all rows pushed, by column index: money is conserved (design.md). */
  readonly moneySums: Map<number, number>;
  /** Index of a column by its name; -1 for none. */
  at(name: string): number;
}

/** An empty store with the columns of a contract. */
export function createColumnStore(contract: Contract): ColumnStore {
  const columns = columnsOf(contract);
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  const money = new Set(contract.fields.filter(({ type }) => type === 'money').map(({ name }) => name));
  return {
    contract,
    columns,
    values: columns.map(() => []),
    area: [],
    period: [],
    sheetDate: [],
    sheet: [],
    row: [],
    state: [],
    moneySums: new Map(columns.flatMap(({ name }, index) => (money.has(name) ? [[index, 0] as const] : []))),
    at: (name) => places.get(name) ?? -1,
  };
}

/** Adds one row. */
export function pushRow(store: ColumnStore, values: RowValues, origin: RowOrigin): void {
  for (let index = 0; index < store.values.length; index++) store.values[index]?.push(values[index] ?? null);
  for (const [index, sum] of store.moneySums) {
    const value = values[index];
    if (typeof value === 'number') store.moneySums.set(index, sum + value);
  }
  store.area.push(origin.area);
  store.period.push(origin.period);
  store.sheetDate.push(origin.sheetDate);
  store.sheet.push(origin.sheet);
  store.row.push(origin.row);
  store.state.push(origin.state);
}
