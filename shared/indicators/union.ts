import type { BatchInput } from './facts.ts';
import { compareOrigins, type Origin } from './origin.ts';
import { type RowReader, readRows } from './rows.ts';

/** A row of a union dataset with its place in the whole: the batch it first came with (oldest 0), sheet and row. */
export type Placed<Row> = Row & { readonly age: number; readonly place: Origin };

/** What a dataset has to say to rows of one key. */
export interface UnionRules<Row> {
  /** What counts of the rows of one key in one batch; all of them unless it is given. */
  readonly within?: (rows: readonly Row[]) => readonly Row[];
  readonly isSame?: (a: Row, b: Row) => boolean;
  /** A row that an older batch already has. */
  readonly onRepeat?: (row: Row) => void;
  /** A row that older ones make way for; there may be none. */
  readonly onReplace?: (row: Row, older: readonly Row[]) => void;
}

/**
 * Adds up the batches of a `union` dataset (targets, shares, fundLedger): rows by natural key, the newest
 * period wins (domain.md §4, Accumulation). Batches come oldest first; rows of one batch never displace each
 * other, ingest has seen to that, unless `within` settles what ingest cannot see. A row that replaces an older
 * one takes its place: it is the same record, corrected. Where the rows are the same the earlier one stays (R3).
 * Ordered by place.
 */
export function uniteBatches<Row extends { readonly origin: Origin }>(
  batches: readonly BatchInput[],
  read: RowReader<Row>,
  keyOf: (row: Row) => string,
  rules: UnionRules<Row> = {},
): readonly Placed<Row>[] {
  const united = new Map<string, readonly Placed<Row>[]>();
  batches.forEach((batch, age) => {
    for (const [key, group] of groupByKey(readRows(batch, read), keyOf)) {
      const rows = rules.within?.(group) ?? group;
      const older = united.get(key) ?? [];
      const [first] = older;
      united.set(
        key,
        rows.map((row) => {
          const twin = older.find((one) => rules.isSame?.(one, row));
          if (twin) rules.onRepeat?.(row);
          else rules.onReplace?.(row, older);
          return twin ?? { ...row, age: first?.age ?? age, place: first?.place ?? row.origin };
        }),
      );
    }
  });
  return [...united.values()].flat().sort(comparePlaces);
}

/** Orders by batch, sheet and row: the order of entry. */
export function comparePlaces(a: Placed<object>, b: Placed<object>): number {
  return a.age - b.age || compareOrigins(a.place, b.place);
}

/** Rows by key, keys in the order they are met. */
export function groupByKey<Row, Key = string>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
