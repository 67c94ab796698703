/** Least and greatest share an item may get; a missing bound is 0 or the whole. */
export interface Bounds {
  readonly min?: readonly number[];
  readonly max?: readonly number[];
}

/**
 * Splits a whole number over items in proportion to their weights so that the parts add up exactly
 * (largest remainder), every part inside its bounds. Throws `RangeError` when the bounds leave no way.
 */
export function apportion(total: number, weights: readonly number[], bounds: Bounds = {}): number[] {
  const least = weights.map((_, i) => bounds.min?.[i] ?? 0);
  const most = weights.map((_, i) => bounds.max?.[i] ?? total);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const parts = exact.map((share, i) => clamp(Math.floor(share), least[i] ?? 0, most[i] ?? total));
  const order = weights.map((_, i) => i).sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  let left = total - parts.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const step = Math.sign(left);
    const before = left;
    for (const i of order) {
      if (left === 0) break;
      const next = (parts[i] ?? 0) + step;
      if (next < (least[i] ?? 0) || next > (most[i] ?? total)) continue;
      parts[i] = next;
      left -= step;
    }
    if (left === before) throw new RangeError(`cannot split ${total} over ${weights.length} items in bounds`);
  }
  return parts;
}

const remainder = (share: number | undefined): number => (share ?? 0) - Math.floor(share ?? 0);

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
