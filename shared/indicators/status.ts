import type { Day } from '../programme/calendar.ts';
import type { IndicatorDefinition } from './definition.ts';
import { rankedValue } from './figure.ts';
import type { Rag, Status } from './observation.ts';
import { thresholdOn } from './pace.ts';
import { atLeast, decimal, magnitude, quotient, type Rational, rational } from './rational.ts';
import type { Sums } from './sums.ts';

/**
 * 0/0 is never 0 % or 100 %; something of nothing is a contradiction (domain.md §5, Conventions), and so is anything
 * of less than nothing: more came back than was paid.
 */
export function statusOf(
  { num, den }: Pick<Sums, 'num' | 'den'>,
  { neverAboveOne }: Pick<IndicatorDefinition, 'neverAboveOne'> = {},
): Extract<Status, 'ok' | 'not_applicable' | 'inconsistent'> {
  if (neverAboveOne && num > den) return 'inconsistent';
  if (den > 0) return 'ok';
  return num === 0 && den === 0 ? 'not_applicable' : 'inconsistent';
}

/** What thresholds are held against: the share, the sum itself, or of exact values the median or maximum. */
function measured(
  { kind, heldBySum }: IndicatorDefinition,
  sums: Sums,
  numerator: Rational,
): Rational | null {
  if (heldBySum) return numerator;
  if (kind === 'median' || kind === 'maximum') return rankedValue(kind, sums);
  return quotient(numerator, rational(sums.den));
}

/**
 * The colour of a value that is `ok`, decided on exact figures, never on rounded ones: against the plan (334
 * or even pace, each county's share weighted by its denominator) or, by the numerator as shown over the
 * denominator or by the median or maximum itself, against the thresholds in force on `day`.
 */
export function colourOf(
  indicator: IndicatorDefinition,
  sums: Sums,
  numerator: Rational,
  day: Day | null,
): Rag | null {
  const num = rational(sums.num);
  if (indicator.colour === 'none') return null;
  if (indicator.colour !== 'thresholds') {
    if (!sums.pace) return null;
    if (atLeast(num, sums.pace.green)) return 'green';
    return atLeast(num, sums.pace.amber) ? 'amber' : 'red';
  }
  const threshold = day === null ? null : thresholdOn(indicator, day);
  if (!threshold) return null;
  const share = measured(indicator, sums, numerator);
  if (share === null) return null;
  const distance = indicator.direction === 'zero' ? magnitude(share) : share;
  const reaches = (limit: number): boolean =>
    indicator.direction === 'higher' ? atLeast(share, decimal(limit)) : atLeast(decimal(limit), distance);
  if (reaches(threshold.green)) return 'green';
  return reaches(threshold.amber) ? 'amber' : 'red';
}
