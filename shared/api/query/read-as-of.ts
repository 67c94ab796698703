import { isDay } from '../../programme/calendar.ts';
import { snapshotTime } from '../data/snapshot.ts';
import { type QueryError, queryError } from '../http/problem.ts';

/** Knowledge time of a query: an instant, or the snapshot of an earlier answer with its instant. */
export interface AsOf {
  readonly time: string;
  readonly snapshot: string | null;
}

const forms = ['2017-05-02', '2017-05-02T09:30:00+08:00', '2017-05-02T01:30:00Z'] as const;

const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+\s-]\d{2}:\d{2})?$/;

/**
 * Reads `asOf=`: a day is known at its end in Shanghai; an instant says its zone, because nothing is guessed
 * (a `+` that came unescaped, and so as a blank, is taken); anything else must be a snapshot.
 */
export function readAsOf(text: string): { readonly asOf: AsOf } | { readonly error: QueryError } {
  const snapshot = snapshotTime(text);
  if (snapshot !== null) return { asOf: { time: snapshot, snapshot: text } };
  if (isDay(text)) return { asOf: { time: isoOf(`${text}T23:59:59.999+08:00`) ?? '', snapshot: null } };
  const [, day = '', minutes, seconds = '', zone] = instant.exec(text) ?? [];
  const plain = `${day}T${minutes}${seconds === '' ? ':00' : seconds}`;
  const time = isDay(day) && zone ? isoOf(`${plain}${zone.replace(/\s/, '+')}`) : null;
  if (time !== null) return { asOf: { time, snapshot: null } };
  const withZone = isDay(day) && zone === undefined ? isoOf(`${plain}+08:00`) : null;
  const didYouMean = withZone === null ? null : `${plain}+08:00`;
  const allowed = [...forms, 'snapshot'];
  return { error: queryError({ name: 'asOf', code: 'unknown_as_of', value: text, allowed, didYouMean }) };
}

function isoOf(text: string): string | null {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
