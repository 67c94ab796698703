/** How often each whole-number value occurs. */
export type ValueCounts = ReadonlyMap<number, number>;

/** Counts values. */
export function countValues(values: readonly number[]): ValueCounts {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Adds up counts of several counties, as they are stored in their facts (value as text → count). */
export function addCounts(parts: readonly Readonly<Record<string, number>>[]): ValueCounts {
  const counts = new Map<number, number>();
  for (const [value, count] of parts.flatMap((part) => Object.entries(part))) {
    counts.set(Number(value), (counts.get(Number(value)) ?? 0) + count);
  }
  return counts;
}

/**
 * The median by nearest rank: the value at place ⌈n/2⌉ in rising order, so always one that occurs; of 1, 2, 3, 4
 * it is 2. `null` of no values (domain.md §5.2).
 */
export function nearestRank(counts: ValueCounts): number | null {
  const rising = [...counts].sort(([a], [b]) => a - b);
  const all = rising.reduce((sum, [, count]) => sum + count, 0);
  const place = Math.ceil(all / 2);
  let passed = 0;
  for (const [value, count] of rising) {
    passed += count;
    if (passed >= place && all > 0) return value;
  }
  return null;
}
