import { type Day, dayNumber } from '../programme/calendar.ts';
import type { Fraction } from '../programme/plan334.ts';
import type { IndicatorDefinition, Threshold } from './definition.ts';
import type { Pace } from './facts.ts';
import { decimal, rational, times } from './rational.ts';

/** The thresholds in force on a day: the newest that is effective; `null` when there is none. */
export function thresholdOn(definition: IndicatorDefinition, day: Day): Threshold | null {
  return definition.thresholds
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .reduce<Threshold | null>((a, b) => (a && a.effectiveFrom >= b.effectiveFrom ? a : b), null);
}

/** Share of the calendar years `from`–`to` that has passed at the end of a day: 2016-12-31 of 2016 is 1. */
export function yearsPassed(from: number, to: number, day: Day): Fraction {
  const before = dayNumber(`${from}-01-01`) - 1;
  const length = dayNumber(`${to}-12-31`) - before;
  return { num: Math.min(length, Math.max(0, dayNumber(day) - before)), den: length };
}

/** What thresholds ask of an even pace: at half time, 95 % of the plan asks for 19/40. */
export function pacedBy(definition: IndicatorDefinition, passed: Fraction, day: Day): Pace | undefined {
  const threshold = thresholdOn(definition, day);
  if (!threshold) return undefined;
  const share = (of: number): Fraction => {
    const exact = times(decimal(of), rational(passed.num, passed.den));
    return { num: Number(exact.num), den: Number(exact.den) };
  };
  return { green: share(threshold.green), amber: share(threshold.amber) };
}
