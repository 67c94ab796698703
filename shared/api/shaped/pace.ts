import { addDays, type Day, dayNumber } from '../../programme/calendar.ts';
import { xunBefore } from '../../programme/months.ts';
import { spanOf } from '../../programme/periods.ts';

/** How many of how many were done on a day, and of which counties. */
export interface Progress {
  readonly day: Day;
  readonly done: number;
  readonly planned: number;
  readonly coverage: number;
}

/** Day on which all is done: reached, or where the pace leads; `null` where it leads nowhere. */
export interface Finish {
  readonly day: Day | null;
  /** `not_applicable`: no progress, so no day; `no_data`: nothing comparable to measure a pace by. */
  readonly status: 'ok' | 'not_applicable' | 'no_data';
}

/** 旬 over which a pace is measured, as `reloc.forecast_completion` measures it (domain.md §5.1). */
const paceXun = 3;

/** Furthest a forecast looks. */
const mostDays = 3_650;

/**
 * When all will be done: from the newest day at the pace since the newest one that lies three 旬 or more before,
 * and speaks of the same plan of the same counties. Points are in the order of time.
 */
export function finishOf(points: readonly Progress[]): Finish {
  const now = points.at(-1);
  if (!now || now.planned === 0) return { day: null, status: 'no_data' };
  if (now.done >= now.planned) {
    const reached = points.find(({ done, planned }) => done >= planned) ?? now;
    return { day: reached.day, status: 'ok' };
  }
  const until = spanOf(xunBefore(now.day, paceXun)).last;
  const before = points.findLast(
    ({ day, planned, coverage }) => day <= until && planned === now.planned && coverage === now.coverage,
  );
  if (!before) return { day: null, status: 'no_data' };
  const gain = now.done - before.done;
  if (gain <= 0) return { day: null, status: 'not_applicable' };
  const days = Math.ceil(((now.planned - now.done) * (dayNumber(now.day) - dayNumber(before.day))) / gain);
  return days > mostDays
    ? { day: null, status: 'not_applicable' }
    : { day: addDays(now.day, days), status: 'ok' };
}
