/** Stages of the programme in the order of everything users see (design.md). */
export const stageIds = ['moveOut', 'settle', 'work', 'prosper', 'funds'] as const;
export type StageId = (typeof stageIds)[number];

/**
 * A headline figure: an indicator at the newest period, or over the last plan year that is over, where it answers for
 * a whole year's task (年度任务: held against an even pace until then, docs/indicators.md).
 */
export interface Headline {
  readonly stage: StageId;
  readonly indicator: string;
  readonly period: 'latest' | 'previousYear';
  /** Breakdown whose cells are shown under the figure. */
  readonly by: string | null;
}

const latest = (stage: StageId, indicator: string, by: string | null = null): Headline => ({
  stage,
  indicator,
  period: 'latest',
  by,
});

/** Figures a city's 指挥室 looks at first. */
export const headlines: readonly Headline[] = [
  latest('moveOut', 'reloc.start_rate', 'mode'),
  latest('moveOut', 'reloc.start_lead_334'),
  { stage: 'moveOut', indicator: 'reloc.plan_completion', period: 'previousYear', by: null },
  latest('moveOut', 'reloc.five_year_completion'),
  latest('settle', 'reloc.completion_rate'),
  latest('settle', 'reloc.occupancy_rate'),
  latest('work', 'emp.labour_rate'),
  latest('work', 'emp.one_per_household'),
  latest('work', 'emp.zero_job_households'),
  latest('prosper', 'share.conversion_rate'),
  latest('prosper', 'share.household_coverage'),
  latest('prosper', 'share.dividend_paid_rate'),
  latest('funds', 'fund.allocation_rate'),
  latest('funds', 'fund.arrival_rate'),
  latest('funds', 'fund.disbursement_rate'),
  latest('funds', 'fund.closed_loop_rate'),
  latest('funds', 'fund.full_closure_rate'),
  latest('funds', 'fund.leak_ratio'),
];

/** Columns of the table of the areas below: one figure a stage, the back-schedule first. */
export const boardIndicators = [
  'reloc.start_rate',
  'reloc.start_lead_334',
  'reloc.occupancy_rate',
  'emp.labour_rate',
  'share.household_coverage',
  'fund.closed_loop_rate',
] as const;

/** Period a headline is asked at, in the running plan year: by the page and by the table of `npm start`. */
export function askedPeriod({ period }: Pick<Headline, 'period'>, planYear: number): string {
  return period === 'latest' ? period : String(planYear - 1);
}
