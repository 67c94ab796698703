import { addUp } from './pooled.ts';

/** How often each whole-number value occurs; keys are the values as text, as facts store them. */
export type ValueCounts = ReadonlyMap<string, number>;

/** Counts values. */
export function countValues(values: readonly number[]): ValueCounts {
  return addUp(values.map((value) => ({ [value]: 1 })));
}

/**
 * The median by nearest rank: the value at place ⌈n/2⌉ in rising order, so always one that occurs; of 1, 2, 3, 4
 * it is 2. `null` of no values (domain.md §5.2).
 */
export function nearestRank(counts: ValueCounts): number | null {
  const rising = [...counts].map(([value, count]) => [Number(value), count] as const);
  rising.sort(([a], [b]) => a - b);
  const all = rising.reduce((sum, [, count]) => sum + count, 0);
  const place = Math.ceil(all / 2);
  let passed = 0;
  for (const [value, count] of rising) {
    passed += count;
    if (passed >= place && all > 0) return value;
  }
  return null;
}

/** The greatest value that occurs; `null` of no values. */
export function greatest(counts: ValueCounts): number | null {
  const found = [...counts].flatMap(([value, count]) => (count > 0 ? [Number(value)] : []));
  return found.length === 0 ? null : Math.max(...found);
}
