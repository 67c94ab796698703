import type { DatasetId } from '../datasets/dataset-ids.ts';
import { addDays, type Day, shanghaiDay } from './calendar.ts';
import { stepPeriod } from './period-steps.ts';
import { type Grain, type Period, periodOfDay, spanOf } from './periods.ts';

/** How often each dataset is due, and how long after a period its report may come (domain.md §5.9). P. */
export interface ReportingPolicy {
  readonly grains: Readonly<Record<DatasetId, Grain>>;
  /** 旬: so many days after its last day. */
  readonly xunDays: number;
  /** Month and quarter: this day of the month after. */
  readonly monthDay: number;
  readonly quarterDay: number;
  /** Year: this day of the year after, `MM-DD`. */
  readonly yearDay: string;
}

/** 旬调度 · 月通报 · 季度考核 · 年终总评: works every 旬, money and people every month, registers every quarter. */
export const reporting2016: ReportingPolicy = {
  grains: {
    targets: 'year',
    projects: 'xun',
    households: 'quarter',
    persons: 'month',
    industryProjects: 'quarter',
    shares: 'year',
    fundParties: 'quarter',
    fundLedger: 'month',
    responsibilities: 'quarter',
    issues: 'month',
    progressReports: 'xun',
  },
  xunDays: 2,
  monthDay: 5,
  quarterDay: 10,
  yearDay: '01-20',
};

/** Last calendar day in Asia/Shanghai, all of it, on which the report of a period is on time. */
export function deadlineDay(period: Period, policy: ReportingPolicy): Day {
  const { grain, year, last } = spanOf(period);
  if (grain === 'xun') return addDays(last, policy.xunDays);
  if (grain === 'year') return `${year + 1}-${policy.yearDay}`;
  const after = addDays(last, 1).slice(0, 8);
  return `${after}${String(grain === 'month' ? policy.monthDay : policy.quarterDay).padStart(2, '0')}`;
}

/** The instant at which a report begins to be late, ISO in UTC: 24:00 of the deadline in Asia/Shanghai. */
export function lateFrom(period: Period, policy: ReportingPolicy): string {
  return `${deadlineDay(period, policy)}T16:00:00.000Z`;
}

/** The periods of a grain that lie wholly inside a period, oldest first; none where the grain is the longer. */
export function periodsWithin(period: Period, grain: Grain): readonly Period[] {
  const { first, last } = spanOf(period);
  const found: Period[] = [];
  for (let day = first; day <= last; ) {
    const one = periodOfDay(day, grain);
    const span = spanOf(one);
    if (span.first >= first && span.last <= last) found.push(one);
    day = addDays(span.last, 1);
  }
  return found;
}

/**
 * The newest period of a grain that has ended by a day and whose report is late at an instant, in the year of that day
 * or the one before; `null`: none was due by then.
 */
export function newestDue(by: Day, grain: Grain, knownAt: string, policy: ReportingPolicy): Period | null {
  const oldest = Number(by.slice(0, 4)) - 1;
  const today = shanghaiDay(new Date(knownAt));
  let period: Period | null = periodOfDay(by < today ? by : today, grain);
  while (period !== null && spanOf(period).year >= oldest) {
    if (spanOf(period).last <= by && lateFrom(period, policy) <= knownAt) return period;
    period = stepPeriod(period, -1);
  }
  return null;
}
