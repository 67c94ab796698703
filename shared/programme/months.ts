import { addMonths, type Day, daysInMonth } from './calendar.ts';
import { type Period, periodOfDay, spanOf } from './periods.ts';

/** Calendar months counted from a day or a period (domain.md §9: ranges “in the last n months”). */

function partsOf(day: Day): readonly [year: number, month: number, date: number] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [Number(year), Number(month), Number(date)];
}

/**
 * The day `count` calendar months before: six before 2017-04-21 is 2016-10-21, one before 2017-03-31 is
 * 2017-02-28. Throws `RangeError` before the year 1900.
 */
export function monthsBefore(day: Day, count: number): Day {
  return addMonths(day, -count);
}

/** Whole months of the calendar year that have passed at the end of a day: 3 on 2017-04-21, 4 on 2017-04-30. */
export function monthsElapsed(day: Day): number {
  const [year, month, date] = partsOf(day);
  return date === daysInMonth(year, month) ? month : month - 1;
}

/** The calendar month before the one in which a day lies. */
export function previousMonth(day: Day): Period {
  return periodOfDay(monthsBefore(`${day.slice(0, 8)}01`, 1), 'month');
}

/** The 旬 that lies `count` before the one of a day: three before 2017-04-21 is `2017-03-X3`. */
export function xunBefore(day: Day, count: number): Period {
  const months = Math.floor(count / 3);
  let period = periodOfDay(
    `${monthsBefore(`${day.slice(0, 8)}01`, months).slice(0, 8)}${day.slice(8)}`,
    'xun',
  );
  for (let left = count % 3; left > 0; left -= 1) {
    const { first } = spanOf(period);
    period = first.endsWith('-01')
      ? `${previousMonth(first)}-X3`
      : `${period.slice(0, -1)}${Number(period.slice(-1)) - 1}`;
  }
  return period;
}
