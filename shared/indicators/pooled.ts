import { add, quotient, type Rational, rational, times, zero } from './rational.ts';

/** Adds maps of amounts up key by key: an entity in two counties is one entity of the city. */
export function addUp(maps: readonly Readonly<Record<string, number>>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const values of maps) {
    for (const [key, amount] of Object.entries(values)) sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}

/**
 * What stands above the line when amounts are held against their sum: the largest of them, or Σ x² ÷ Σ x, which
 * divided by the sum is the index Σ s² (domain.md §5.3, concentration and HHI).
 */
export function concentrated(kind: 'largest' | 'hhi', values: ReadonlyMap<string, number>): Rational {
  const amounts = [...values.values()];
  if (kind === 'largest') return rational(amounts.reduce((a, b) => Math.max(a, b), 0));
  const all = amounts.reduce((sum, amount) => add(sum, rational(amount)), zero);
  if (all.num === 0n) return zero;
  const squares = amounts.reduce((sum, x) => add(sum, times(rational(x), rational(x))), zero);
  return quotient(squares, all);
}
