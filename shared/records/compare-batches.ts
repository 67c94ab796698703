import type { ColumnTable } from 'arquero';
import type { Contract } from '../datasets/contract.ts';
import { type Getter, getterOf, plain } from './table-cells.ts';

/** Where a row stands in its own file. */
export interface RowPlace {
  /** Index of the sheet. */
  readonly sheet: number;
  /** 1-based. */
  readonly row: number;
}

/** How the rows of one batch differ from those of another of the same dataset, by natural key. */
export interface BatchComparison {
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  };
  /** Rows with a natural key in the earlier batch, and those of them that the later one does not have. */
  readonly keys: { readonly published: number; readonly removed: number };
  /** The first of the later batch's own rows that are new, and that differ with the names of the columns. */
  readonly added: readonly RowPlace[];
  readonly changed: readonly (RowPlace & { readonly fields: readonly string[] })[];
}

/** Most rows of one kind that are listed; the counts have all. */
export const mostListedRows = 200;

/** Columns that say where a row came from, not what it says. */
const placeColumns: readonly string[] = ['sourceSheet', 'sourceRow'];

interface Key {
  readonly text: string;
  /** Whether the contract's natural key names the row; a row without one is known by all it says. */
  readonly natural: boolean;
}

/** Names every row: by the contract's key, else its fallback, else by its whole content and how often it was met. */
function keysOf(table: ColumnTable, contract: Contract, columns: readonly string[]): readonly Key[] {
  const own = contract.key.filter((name) => name !== 'countyCode').map((name) => getterOf(table, name));
  const fallback = (contract.fallbackKey ?? []).map((name) => getterOf(table, name));
  const all = columns.map((name) => getterOf(table, name));
  const seen = new Map<string, number>();
  const valuesOf = (getters: readonly Getter[], row: number) => getters.map((get) => plain(get(row)));
  return Array.from({ length: table.numRows() }, (_, row) => {
    const values = valuesOf(own, row);
    if (values.some((value) => value !== null)) return { text: `k${JSON.stringify(values)}`, natural: true };
    const second = valuesOf(fallback, row);
    const hasSecond = second.some((value) => value !== null);
    const text = hasSecond ? `f${JSON.stringify(second)}` : `r${JSON.stringify(valuesOf(all, row))}`;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { text: `${text}#${times}`, natural: hasSecond };
  });
}

/**
 * Compares the batch that would be published with the one that is, or with nothing. Cell contents do not
 * leave it: only counts, places in the later file and names of columns. Places are as in the later table's
 * `sourceSheet` and `sourceRow`. `keys` counts the earlier rows that the later batch is to have.
 */
export function compareBatches(
  contract: Contract,
  before: ColumnTable | null,
  after: ColumnTable,
  isDue: (row: number) => boolean = () => true,
): BatchComparison {
  const names = new Set([...(before?.columnNames() ?? []), ...after.columnNames()]);
  const columns = [...names].filter((name) => !placeColumns.includes(name)).sort();
  const readers = columns.map((name) => ({ name, was: getterOf(before, name), is: getterOf(after, name) }));
  const sheetOf = getterOf(after, 'sourceSheet');
  const rowOf = getterOf(after, 'sourceRow');
  const earlierKeys = before ? keysOf(before, contract, columns) : [];
  const earlier = new Map(earlierKeys.map(({ text }, row) => [text, row]));
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const added: RowPlace[] = [];
  const changed: (RowPlace & { readonly fields: readonly string[] })[] = [];
  const met = new Set<string>();
  for (const [row, { text }] of keysOf(after, contract, columns).entries()) {
    const place = { sheet: Number(sheetOf(row) ?? 0), row: Number(rowOf(row) ?? 0) };
    const was = earlier.get(text);
    if (was === undefined) {
      counts.added += 1;
      if (added.length < mostListedRows) added.push(place);
      continue;
    }
    met.add(text);
    const fields = readers
      .filter((one) => plain(one.was(was)) !== plain(one.is(row)))
      .map(({ name }) => name);
    counts[fields.length > 0 ? 'changed' : 'unchanged'] += 1;
    if (fields.length > 0 && changed.length < mostListedRows) changed.push({ ...place, fields });
  }
  counts.removed = earlier.size - met.size;
  const natural = earlierKeys.filter((key, row) => key.natural && isDue(row));
  const removed = natural.filter(({ text }) => !met.has(text)).length;
  return { counts, keys: { published: natural.length, removed }, added, changed };
}

/** Whether a replacement removes more of the published keys than the policy lets pass unasked. */
export function isLargeRemoval({ keys }: BatchComparison, limitPercent: number): boolean {
  return keys.removed * 100 > keys.published * limitPercent;
}
