import type { Day } from '../../programme/calendar.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { thresholdOn } from '../pace.ts';
import { decimal, magnitude, quotient, type Rational, rational } from '../rational.ts';
import type { Sums } from '../sums.ts';
import { gradeOf } from './grade.ts';

/**
 * Score of an indicator's sums, exact, by the limits its colour goes by: the plan or the even pace of each county,
 * or the thresholds in force on `day`. `null` where it has no limits; the denominator must not be zero.
 */
export function observedGrade(
  indicator: IndicatorDefinition,
  { num, den, pace }: Sums,
  numerator: Rational,
  day: Day | null,
): Rational | null {
  const below = rational(den);
  if (indicator.colour !== 'thresholds' && indicator.colour !== 'none') {
    if (!pace) return null;
    const limits = { green: quotient(pace.green, below), amber: quotient(pace.amber, below) };
    return gradeOf(quotient(rational(num), below), limits, 'higher');
  }
  const threshold = day === null || indicator.colour === 'none' ? null : thresholdOn(indicator, day);
  if (!threshold) return null;
  const share = indicator.heldBySum ? numerator : quotient(numerator, below);
  const limits = { green: decimal(threshold.green), amber: decimal(threshold.amber) };
  const distance = indicator.direction === 'zero' ? magnitude(share) : share;
  return gradeOf(distance, limits, indicator.direction === 'higher' ? 'higher' : 'lower');
}
