import type { IndicatorDefinition } from './definition.ts';
import { greatest, nearestRank } from './nearest-rank.ts';
import { concentrated } from './pooled.ts';
import { add, atLeast, quotient, type Rational, rational, subtract, times, zero } from './rational.ts';
import type { Sums } from './sums.ts';

/**
 * What stands above the line, exact: the sum itself; for `lead` the sum less what is due; for `gap` how far
 * each county is from what is due, added up; for `forecast` the
 * sum with what the pace adds, never below the sum nor above the denominator; a measure of the pooled values for
 * `largest` and `hhi`. Limits are put on an area's
 * sums, not on each county (as domain.md §9 rules for overfulfilled), so parts roll up to the whole.
 */
export function numeratorOf({ kind }: Pick<IndicatorDefinition, 'kind'>, sums: Sums): Rational {
  const num = rational(sums.num);
  if (kind === 'gap') return sums.gap;
  if (kind === 'lead') return subtract(num, sums.due);
  if (kind === 'largest' || kind === 'hhi') return concentrated(kind, sums.values);
  if (kind === 'forecast') return larger(num, smaller(rational(sums.den), add(num, sums.gain)));
  return num;
}

/**
 * The value, exact, of sums whose denominator is not zero; `null` where there is none to show. Money, kept in
 * 分, is given in 元.
 */
export function exactValue(
  indicator: Pick<IndicatorDefinition, 'kind' | 'unit'>,
  sums: Sums,
): Rational | null {
  const value = plainValue(indicator, sums);
  const isMoney = indicator.unit === '元' || indicator.unit === '元/户';
  return value && isMoney ? times(value, rational(1, 100)) : value;
}

/**
 * By kind: `count` the numerator alone; `excess` what the numerator has over the denominator, else 0; `median`
 * the nearest rank over the exact values, `maximum` the greatest of them; all others the numerator over the denominator.
 */
function plainValue({ kind }: Pick<IndicatorDefinition, 'kind'>, sums: Sums): Rational | null {
  const numerator = numeratorOf({ kind }, sums);
  if (kind === 'count') return numerator;
  if (kind === 'excess') return larger(zero, subtract(numerator, rational(sums.den)));
  if (kind === 'median' || kind === 'maximum') return rankedValue(kind, sums);
  return quotient(numerator, rational(sums.den));
}

/** The value in the middle of all that occur, or the greatest of them; `null` when none occurs. */
export function rankedValue(kind: 'median' | 'maximum', { values }: Pick<Sums, 'values'>): Rational | null {
  const found = kind === 'median' ? nearestRank(values) : greatest(values);
  return found === null ? null : rational(found);
}

function larger(a: Rational, b: Rational): Rational {
  return atLeast(a, b) ? a : b;
}

function smaller(a: Rational, b: Rational): Rational {
  return atLeast(a, b) ? b : a;
}
