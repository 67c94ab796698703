import { type Day, dayOf, daysInMonth, isDay } from './calendar.ts';

/**
 * Reporting periods: `2017`, `2017-Q2`, `2017-04` and the ten-day period 旬 `2017-04-X1|X2|X3`
 * (1–10, 11–20, 21–month end; domain.md §4 and §5.9).
 */
export type Period = string;

export type Grain = 'year' | 'quarter' | 'month' | 'xun';

/** A period with its first and last calendar day. */
export interface PeriodSpan {
  readonly period: Period;
  readonly grain: Grain;
  readonly year: number;
  readonly first: Day;
  readonly last: Day;
}

const grammar = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-X([123]))?))?$/;
const spans = new Map<string, PeriodSpan | null>();

function span(period: Period, grain: Grain, year: number, from: [number, number], to: [number, number]) {
  const first = dayOf(year, ...from);
  const last = dayOf(year, ...to);
  return first && last ? { period, grain, year, first, last } : null;
}

function parse(text: string): PeriodSpan | null {
  const match = grammar.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) {
    const end = Number(match[2]) * 3;
    return span(text, 'quarter', year, [end - 2, 1], [end, daysInMonth(year, end)]);
  }
  if (!match[3]) return span(text, 'year', year, [1, 1], [12, 31]);
  const month = Number(match[3]);
  if (month < 1 || month > 12) return null;
  const end = daysInMonth(year, month);
  if (!match[4]) return span(text, 'month', year, [month, 1], [month, end]);
  const xun = Number(match[4]);
  return span(text, 'xun', year, [month, xun * 10 - 9], [month, xun === 3 ? end : xun * 10]);
}

/** Reads a period in its canonical form; `null` when the text is none. */
export function parsePeriod(text: string): PeriodSpan | null {
  const known = spans.get(text);
  if (known !== undefined) return known;
  const parsed = parse(text);
  if (spans.size < 10_000) spans.set(text, parsed);
  return parsed;
}

/** The span of a period that is known to be valid; throws `RangeError` otherwise (a fault of ours). */
export function spanOf(period: Period): PeriodSpan {
  const parsed = parsePeriod(period);
  if (!parsed) throw new RangeError(`not a period: ${period}`);
  return parsed;
}

/** Orders by last day; among equal days the longer period is the greater (design.md, Periods). */
export function comparePeriods(a: Period, b: Period): number {
  const left = spanOf(a);
  const right = spanOf(b);
  if (left.last !== right.last) return left.last < right.last ? -1 : 1;
  if (left.first === right.first) return 0;
  return left.first > right.first ? -1 : 1;
}

/** Whether `inner` lies wholly inside `outer` (a period lies inside itself). */
export function containsPeriod(outer: Period, inner: Period): boolean {
  const o = spanOf(outer);
  const i = spanOf(inner);
  return o.first <= i.first && i.last <= o.last;
}

/** Whether a day lies inside a period. */
export function containsDay(period: Period, day: Day): boolean {
  const { first, last } = spanOf(period);
  return isDay(day) && first <= day && day <= last;
}

/** The period of a grain in which a day lies: 2017-04-21 is in 旬 `2017-04-X3`. */
export function periodOfDay(day: Day, grain: Grain): Period {
  const [year = '', month = '', date = ''] = day.split('-');
  if (grain === 'year') return year;
  if (grain === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  if (grain === 'month') return `${year}-${month}`;
  return `${year}-${month}-X${Math.min(3, Math.ceil(Number(date) / 10))}`;
}

/** The forms a period may take, for messages. */
export const periodForms = ['2017', '2017-Q2', '2017-04', '2017-04-X3'] as const;
