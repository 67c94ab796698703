import { rational, roundHalfUp } from '../../indicators/rational.ts';
import { countiesOf } from '../../programme/areas.ts';
import { type Day, dayNumber } from '../../programme/calendar.ts';
import { type Period, spanOf } from '../../programme/periods.ts';
import { completionDay, startNodes } from '../../programme/plan334.ts';
import { policyOf } from '../../programme/province-policies.ts';
import { type Published, periodsReported } from '../data/data-cells.ts';
import { addresses } from './addresses.ts';
import { difference } from './arithmetic.ts';
import type { Asking, Question } from './asking.ts';
import { comparablePoints } from './comparable.ts';
import { type Figure, type Place, placesOf } from './figures.ts';
import { finishOf } from './pace.ts';
import { areaParameter, yearParameter } from './parameters.ts';
import { noNumbers, type ProgressRow, progressColumns } from './progress-row.ts';
import { standing } from './rows.ts';
import { newestOfMost } from './settle.ts';
import type { Shape } from './shape.ts';

const rates = ['reloc.start_rate', 'reloc.start_lead_334', 'reloc.completion_rate'] as const;
const atDeadline = 'reloc.forecast_completion';
/** The family they are all of. */
const reloc: ReadonlySet<string> = new Set(['reloc']);

/** What was reached, and the figures that say so. */
interface Reached {
  readonly place: Place;
  readonly row: ProgressRow;
}

/** Plan, actual and forecast of each area in the plan year asked. */
export function arrangeProgress(figures: readonly Figure[], asking: Asking): readonly ProgressRow[] {
  const planYear = Number(asking.parameters.planYear);
  const places = placesOf(figures, null);
  return asking.areas.flatMap((area) => {
    const own = places.filter((place) => place.area === area);
    const points = own.flatMap((place) =>
      actualAt(place, planYear, asking).map((row): Reached => ({ place, row })),
    );
    const reached = comparablePoints(points, ({ row }) => row);
    const actual = reached.map(({ row }) => row);
    const newest = reached.at(-1)?.place;
    return [...planOf(area, planYear), ...actual, ...forecastOf(area, planYear, actual, newest, asking)];
  });
}

/** The nodes of the plan: the step reading holds each until the next, the linear one goes evenly to it. */
function planOf(area: string, planYear: number): readonly ProgressRow[] {
  const policy = policyOf(area, `${planYear}-01-01`);
  const blank = {
    ...noNumbers,
    ...standing(undefined),
    area,
    period: null,
    planYear,
    href: null,
    explain: null,
    rag: null,
  };
  const row = { ...blank, series: 'plan', status: 'ok', deadline: null } as const;
  return [
    ...startNodes(policy, planYear).map(({ day, due }) => {
      const share = roundHalfUp(rational(due.num, due.den));
      return { ...row, day, dueStep: share, dueLinear: share, completionDue: 0 };
    }),
    { ...row, day: completionDay(policy, planYear), dueStep: 1, dueLinear: 1, completionDue: 1 },
  ];
}

/** What was reported for a period; nothing where no county of the area had the plan year's projects then. */
function actualAt(place: Place, planYear: number, asking: Asking): readonly ProgressRow[] {
  const [start, lead, completion] = rates.map((id) => place.of(id));
  if (!start || start.one.status === 'no_data') return [];
  const { one, vs } = start;
  return [
    {
      ...noNumbers,
      ...standing(one),
      area: place.area,
      period: place.period,
      planYear,
      series: 'actual',
      day: one.dataDate?.max ?? spanOf(place.period).last,
      planned: one.denominator,
      started: one.numerator,
      startRate: one.value,
      dueStep: difference(one.value, lead?.one.value ?? null),
      dueLinear: vs?.plan?.target ?? null,
      leadStep: lead?.one.value ?? null,
      leadLinear: vs?.plan?.gap ?? null,
      completed: completion?.one.numerator ?? null,
      completionRate: completion?.one.value ?? null,
      deadline: null,
      rag: one.rag,
      ...addresses(place, rates, asking),
    },
  ];
}

/** Where the pace leads, and what the catalogue's forecast expects by the deadline. */
function forecastOf(
  area: string,
  planYear: number,
  actual: readonly ProgressRow[],
  newest: Place | undefined,
  asking: Asking,
): readonly ProgressRow[] {
  const last = actual.at(-1);
  if (!last || !newest) return [];
  const policy = policyOf(area, `${planYear}-01-01`);
  const allStarted = startNodes(policy, planYear).at(-1)?.day ?? null;
  const deadline = completionDay(policy, planYear);
  const of = (done: 'started' | 'completed') =>
    finishOf(
      actual.flatMap((row) => {
        const { day, planned, coverage } = row;
        const amount = row[done];
        return day === null || planned === null || amount === null || coverage === null
          ? []
          : [{ day, done: amount, planned, coverage }];
      }),
    );
  const row = { ...last, ...noNumbers, rag: null };
  const [start, completion] = [of('started'), of('completed')];
  const expected = newest.of(atDeadline);
  return [
    {
      ...row,
      series: 'forecast_start',
      ...start,
      startRate: start.day === null ? null : 1,
      deadline: allStarted,
      daysLate: daysAfter(allStarted, start.day),
    },
    {
      ...row,
      series: 'forecast_completion',
      ...completion,
      completionRate: completion.day === null ? null : 1,
      deadline,
      daysLate: daysAfter(deadline, completion.day),
    },
    {
      ...row,
      ...standing(expected?.one),
      series: 'forecast_deadline',
      day: deadline,
      deadline,
      completionRate: expected?.one.value ?? null,
      rag: expected?.one.rag ?? null,
      ...addresses(newest, [atDeadline], asking),
    },
  ];
}

function daysAfter(deadline: Day | null, day: Day | null): number | null {
  return deadline === null || day === null ? null : dayNumber(day) - dayNumber(deadline);
}

/**
 * The periods of a plan year that any county of the areas has reported, from the quarter of its first node on, oldest
 * first; of those that end on one day the longest, which holds the others.
 */
function progressPeriods(areas: readonly string[], year: number, published: Published): readonly Period[] {
  const reported = periodsReported(areas.flatMap(countiesOf), reloc, published);
  const within = reported.filter((period) => {
    const { last } = spanOf(period);
    return last >= `${year - 1}-10-01` && last <= `${year}-12-31`;
  });
  return [...new Map(within.map((period) => [spanOf(period).last, period])).values()];
}

/** The plan year of the newest period that most counties have reported. */
export function newestPlanYear(areas: readonly string[], published: Published, today: Day): number {
  const newest = newestOfMost(areas, reloc, published);
  return newest === null ? Number(today.slice(0, 4)) : spanOf(newest).year;
}

/**
 * The last point is `latest`, of each county its own newest, unless something later than the plan year is reported:
 * then `latest` does not speak of it.
 */
function settle({ selection, year, today }: Question, published: Published) {
  const { areas } = selection;
  const planYear = year ?? newestPlanYear(areas, published, today);
  const periods = progressPeriods(areas, planYear, published);
  const newest = periodsReported(areas.flatMap(countiesOf), reloc, published).at(-1);
  const isRunning = newest !== undefined && periods.includes(newest);
  return {
    periods: isRunning ? [...periods, 'latest' as const] : periods,
    parameters: { planYear: String(planYear) },
  };
}

/** `GET /v1/progress/334`: plan, actual and forecast of a plan year's starts and completions. */
export const progress334: Shape<ProgressRow> = {
  id: 'progress334',
  title: { zh: '334 进度', en: 'Progress on the 334 plan' },
  fixed: { indicator: [...rates, atDeadline].join(',') },
  area: 'own',
  parameters: [areaParameter, yearParameter],
  vs: ['plan'],
  settle,
  arrange: arrangeProgress,
  columns: progressColumns,
};
