/**
 * Calendar days of Asia/Shanghai as ISO text (`2017-04-21`): the only form in which Anju keeps a date.
 * No daylight saving since 1991, so +08:00 is exact for the programme (domain.md §5.9).
 */

/** An ISO calendar day, `YYYY-MM-DD`. */
export type Day = string;

const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** The last day (28–31) of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Builds a day, or `null` when there is no such day (2017-02-30). */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether the text is a real calendar day. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The day `count` days after (before, when negative) `day`. */
export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * dayMs).toISOString().slice(0, 10);
}

/** The same day `count` calendar months later (earlier, when negative); 31 March and one month is 30 April. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const found = dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
  if (found === null) throw new RangeError(`no day ${count} months from ${day}`);
  return found;
}

/** The calendar day in Asia/Shanghai at an instant: 2017-04-22T16:30:00Z is 2017-04-23. */
export function shanghaiDay(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}
