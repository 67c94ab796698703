import type { Day } from '../programme/calendar.ts';
import type { IndicatorDefinition } from './definition.ts';
import { thresholdOn } from './pace.ts';
import { decimal, quotient, type Rational, rational, subtract, times } from './rational.ts';
import type { Sums } from './sums.ts';

/**
 * The value from which an indicator of these sums is green, exact and in the value's own unit: what the plan or
 * the even pace asks on each county's data date, weighted by its denominator, or the threshold in force on
 * `day`. `null` where nothing is asked. The denominator must not be zero.
 */
export function targetOf(indicator: IndicatorDefinition, sums: Sums, day: Day | null): Rational | null {
  const { kind, colour, unit, heldBySum } = indicator;
  if (colour === 'none' || kind === 'median' || kind === 'excess') return null;
  const below = rational(sums.den);
  const share = colour === 'thresholds' ? thresholdShare(indicator, day) : planShare(kind, sums, below);
  if (!share || kind !== 'count') return share;
  const counted = heldBySum ? share : times(share, below);
  return unit === '元' ? times(counted, rational(1, 100)) : counted;
}

function thresholdShare(indicator: IndicatorDefinition, day: Day | null): Rational | null {
  const threshold = day === null ? null : thresholdOn(indicator, day);
  return threshold && decimal(threshold.green);
}

function planShare(kind: IndicatorDefinition['kind'], { pace, due }: Sums, below: Rational): Rational | null {
  if (!pace) return null;
  return quotient(kind === 'lead' ? subtract(pace.green, due) : pace.green, below);
}
