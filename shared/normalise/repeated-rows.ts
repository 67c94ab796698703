import type { ColumnStore } from './column-store.ts';
import { partNames } from './data-dates.ts';

type Column = readonly unknown[];

/** Tells rows apart by their values in some columns: by the value itself where it is one. */
function keyOf(columns: readonly Column[]): (row: number) => unknown {
  const [only, ...others] = columns;
  if (only && others.length === 0) return (row) => only[row];
  return (row) => JSON.stringify(columns.map((column) => column[row]));
}

/**
 * Groups of rows, in their order, that share the part and the values of columns and are more than one. The groups
 * come in the order of their first rows.
 */
export function repeatedRows(
  store: ColumnStore,
  columns: readonly Column[],
  isMeant: (row: number) => boolean,
): readonly (readonly number[])[] {
  const key = keyOf(columns);
  const parts = new Map<string, Map<unknown, number>>();
  const groups = new Map<number, number[]>();
  for (const [row, part] of partNames(store).entries()) {
    if (!isMeant(row)) continue;
    const firsts = parts.get(part) ?? new Map<unknown, number>();
    parts.set(part, firsts);
    const own = key(row);
    const first = firsts.get(own);
    const group = first === undefined ? undefined : groups.get(first);
    if (first === undefined) firsts.set(own, row);
    else if (group) group.push(row);
    else groups.set(first, [first, row]);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}
