import { periodsApart, periodsUpTo } from '../../programme/period-steps.ts';
import { type Grain, type Period, periodForms, spanOf } from '../../programme/periods.ts';
import { nearest } from '../http/nearest.ts';
import { type QueryError, queryError } from '../http/problem.ts';
import { type AskedPeriod, meantPeriod, spelledPeriod } from './period-spellings.ts';

/** The newest periods of a grain, up to the one in which the newest reported period ends. */
export interface LastPeriods {
  readonly last: number;
  readonly grain: Grain;
}

/** What one term of `period=` asks for; ranges are spelled out already. */
export type PeriodTerm = AskedPeriod | LastPeriods;

const grains = ['year', 'quarter', 'month', 'xun'] as const satisfies readonly Grain[];

/** Most periods `last:` counts back. */
const mostLast = 1_000;

/** The forms a term of `period=` may take, for messages. */
export const periodTermForms: readonly string[] = [
  ...periodForms,
  'latest',
  '2017-01..2017-06',
  'last:6:xun',
];

type Read = { readonly terms: readonly PeriodTerm[] } | { readonly error: QueryError };

/**
 * Reads `period=2017-04,2017-01..2017-03,last:6:xun,latest`: each period once, in the order asked. Spellings
 * that can mean only one period are taken (`2017Q2`, `2017年4月中旬`, `2017-04-11/P10D`, `2017-K11`).
 */
export function readPeriods(text: string): {
  readonly periods: readonly PeriodTerm[];
  readonly errors: readonly QueryError[];
} {
  const terms = new Map<string, PeriodTerm>();
  const errors: QueryError[] = [];
  for (const term of new Set(text.split(',').map((part) => part.trim()))) {
    const read = readTerm(term);
    if ('error' in read) errors.push(read.error);
    else for (const one of read.terms) terms.set(JSON.stringify(one), one);
  }
  return { periods: [...terms.values()], errors };
}

function readTerm(term: string): Read {
  const [first = '', last, ...more] = term.split('..');
  if (last !== undefined && more.length === 0) return readRange(term, first.trim(), last.trim());
  if (/^last:/i.test(term)) return readLast(term);
  const period = spelledPeriod(term);
  return period ? { terms: [period] } : refused(term, 'unknown_period', meantPeriod(term));
}

/** `2017-01..2017-06`: both ends of the same grain, the earlier one first. */
function readRange(term: string, first: string, last: string): Read {
  const [from, to] = [spelledPeriod(first), spelledPeriod(last)];
  if (!from || !to || from === 'latest' || to === 'latest') {
    const [meantFrom, meantTo] = [meantPeriod(first), meantPeriod(last)];
    const isRange = meantFrom !== null && meantTo !== null && /^\d/.test(meantFrom) && /^\d/.test(meantTo);
    return refused(term, 'unknown_period', isRange ? `${meantFrom}..${meantTo}` : null);
  }
  const { grain } = spanOf(from);
  if (grain !== spanOf(to).grain) return refused(term, 'invalid_range', null);
  const count = periodsApart(from, to);
  if (count < 1) return refused(term, 'invalid_range', `${to}..${from}`);
  return { terms: periodsUpTo(to, grain, count) };
}

/** `last:6:xun`. */
function readLast(term: string): Read {
  const [, digits = '', word = '', ...more] = term.split(':').map((part) => part.trim().toLowerCase());
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  const grain = grains.find((one) => one === word);
  if (grain && count >= 1 && count <= mostLast && more.length === 0)
    return { terms: [{ last: count, grain }] };
  const meant = grain ?? nearest(word, grains);
  const didYouMean = meant ? `last:${Math.min(mostLast, Math.max(1, count))}:${meant}` : null;
  return refused(term, 'unknown_period', didYouMean);
}

function refused(value: string, code: 'unknown_period' | 'invalid_range', didYouMean: string | null): Read {
  const allowed = code === 'unknown_period' ? periodTermForms : ['2017-01..2017-06'];
  return { error: queryError({ name: 'period', code, value, allowed, didYouMean }) };
}

/**
 * The periods themselves: what `last:` counts ends with the period in which `newest` ends, the newest period
 * that any of the counties asked has reported; before the first there is only `latest`.
 */
export function settlePeriods(terms: readonly PeriodTerm[], newest: Period | null): readonly AskedPeriod[] {
  const all = terms.flatMap((term): readonly AskedPeriod[] => {
    if (typeof term === 'string') return [term];
    return newest === null ? ['latest'] : periodsUpTo(newest, term.grain, term.last);
  });
  return [...new Set(all)];
}
