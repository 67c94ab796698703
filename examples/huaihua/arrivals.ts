import { addDays, type Day } from '../../shared/programme/calendar.ts';
import { counties } from './counties.ts';

/** A report that came late, or never did, on purpose; all others come the morning after the day they speak of. */
export interface Lapse {
  readonly county: string;
  readonly period: string;
  /** Part of the file's name. */
  readonly form: string;
  /** ISO instant; `null`: it never came. */
  readonly arrivesAt: string | null;
  readonly what: string;
}

/** What the county offices let slip (`rpt.ontime`, `rpt.lag_hours`). */
export const lapses: readonly Lapse[] = [
  {
    county: '431223',
    period: '2017-03',
    form: '项目资金台账',
    arrivesAt: '2017-04-07T03:10:00.000Z',
    what: 'the ledger of March, due on 5 April, comes on the 7th',
  },
  {
    county: '431271',
    period: '2017-04-X1',
    form: '项目进度台账',
    arrivesAt: '2017-04-12T16:30:00.000Z',
    what: 'the projects of the first 旬, due on 12 April, come half an hour after midnight',
  },
  {
    county: '431230',
    period: '2017-04-X2',
    form: '项目进度台账',
    arrivesAt: '2017-04-23T06:00:00.000Z',
    what: 'the projects of the second 旬, due on 22 April, come on the 23rd',
  },
  {
    county: '431230',
    period: '2017-04-X2',
    form: '进度旬报',
    arrivesAt: '2017-04-23T06:01:00.000Z',
    what: 'and so does the report of that 旬',
  },
  {
    county: '431227',
    period: '2017-04-X2',
    form: '进度旬报',
    arrivesAt: null,
    what: 'the report of the second 旬 never comes',
  },
];

/** Minutes between two files of one morning. */
const minute = 60_000;

/** When a file comes that is in time: from nine in the morning in Shanghai on, round by round, county by county. */
export function inTime(day: Day, roundOfDay: number, place: number): string {
  const opening = Date.parse(`${addDays(day, 1)}T09:00:00+08:00`);
  const turn = roundOfDay * (counties.length + 1) + place;
  return new Date(opening + turn * minute).toISOString();
}

/** The lapse that concerns a file, if one does. */
export function lapseOf(key: string): Lapse | null {
  return (
    lapses.find(({ county, period, form }) => key.startsWith(`${county}/${period}/`) && key.includes(form)) ??
    null
  );
}
