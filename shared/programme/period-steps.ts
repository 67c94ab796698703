import { type Day, dayNumber } from './calendar.ts';
import { type Grain, type Period, parsePeriod, periodOfDay, spanOf } from './periods.ts';

/**
 * The period of the same grain `count` later (earlier, when negative): one before `2017-01-X1` is `2016-12-X3`.
 * `null` outside the years 1900 to 2199.
 */
export function stepPeriod(period: Period, count: number): Period | null {
  return periodAt(spanOf(period).grain, placeOf(period) + count);
}

/** The same period a year before: `2016-04-X3` of `2017-04-X3`; `null` before 1900. */
export function yearBefore(period: Period): Period | null {
  const { year } = spanOf(period);
  const text = `${year - 1}${period.slice(4)}`;
  return parsePeriod(text) ? text : null;
}

/** How many periods of a grain a year has. */
const perYear = { year: 1, quarter: 4, month: 12, xun: 36 } as const satisfies Readonly<
  Record<Grain, number>
>;

/** Periods of its grain before this one since the year 0. */
function placeOf(period: Period): number {
  const { grain, year, first } = spanOf(period);
  const month = Number(first.slice(5, 7)) - 1;
  const within = { year: 0, quarter: month / 3, month, xun: month * 3 + Number(period.slice(-1)) - 1 };
  return year * perYear[grain] + within[grain];
}

function periodAt(grain: Grain, place: number): Period | null {
  const year = Math.floor(place / perYear[grain]);
  const within = place - year * perYear[grain];
  const month = grain === 'xun' ? Math.floor(within / 3) + 1 : within + 1;
  const text = {
    year: `${year}`,
    quarter: `${year}-Q${within + 1}`,
    month: `${year}-${String(month).padStart(2, '0')}`,
    xun: `${year}-${String(month).padStart(2, '0')}-X${(within % 3) + 1}`,
  }[grain];
  return parsePeriod(text) ? text : null;
}

/** How many periods lie from one to the other, both counted; throws `RangeError` when their grains differ. */
export function periodsApart(from: Period, to: Period): number {
  const [a, b] = [spanOf(from), spanOf(to)];
  if (a.grain !== b.grain) throw new RangeError(`${from} and ${to} differ in grain`);
  return placeOf(to) - placeOf(from) + 1;
}

/** `count` periods of a grain, oldest first, the last of them the one of `period`'s last day. */
export function periodsUpTo(period: Period, grain: Grain, count: number): readonly Period[] {
  const last = periodOfDay(spanOf(period).last, grain);
  const steps = Array.from({ length: count }, (_, index) => stepPeriod(last, index + 1 - count));
  return steps.flatMap((one) => one ?? []);
}

/**
 * The period that begins on a day and lasts an ISO 8601 duration, as SDMX writes time ranges: `2017-04-11/P10D`
 * is `2017-04-X2`, `2017-02-21/P8D` the last 旬 of February, `2017-04-01/P3M` the second quarter.
 */
export function periodOfRange(first: Day, duration: string): Period | null {
  const [, digits = '', unit = ''] = /^P(\d{1,3})([DMY])$/.exec(duration) ?? [];
  const count = Number(digits) * (unit === 'Y' ? 12 : 1);
  const found = (['xun', 'month', 'quarter', 'year'] as const).find((grain) => {
    const span = spanOf(periodOfDay(first, grain));
    const length = unit === 'D' ? dayNumber(span.last) - dayNumber(span.first) + 1 : 12 / perYear[grain];
    return unit !== '' && span.first === first && length === count;
  });
  return found ? periodOfDay(first, found) : null;
}

/** The 旬 by its number in the year, 1 to 36, as SDMX counts dekads: 11 of 2017 is `2017-04-X2`. */
export function xunOfYear(year: number, number: number): Period | null {
  return number >= 1 && number <= 36 ? periodAt('xun', year * 36 + number - 1) : null;
}
