import type { IndicatorDefinition, Threshold } from '../definition.ts';

const shape = {
  family: 'issue',
  sources: ['issues'],
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.7',
} as const;

const rate = { ...shape, unit: '%', countUnit: '件', kind: 'ratio', colour: 'thresholds' } as const;

const limits = (
  green: number,
  amber: number,
  basis: Threshold['basis'] = 'proposal',
): readonly Threshold[] => [{ effectiveFrom: '2016-01-01', green, amber, basis }];

const received = { zh: '收到件数', en: 'issues received' };
const due = { zh: '到期件数', en: 'issues due' };

/** 来信来访与督查: petitions and inspections, 事事有回音、件件有着落. */
export const issueDefinitions: readonly IndicatorDefinition[] = [
  {
    ...rate,
    id: 'issue.assigned_rate',
    name: { zh: '交办率', en: 'Issues assigned' },
    formula: {
      zh: '已交办件数 ÷ 收到超过 3 天的件数',
      en: 'assigned ÷ received more than 3 days ago',
    },
    numerator: { zh: '已交办件数', en: 'issues assigned' },
    denominator: { zh: '收到超过 3 天的件数', en: 'issues received more than 3 days ago' },
    direction: 'higher',
    thresholds: limits(1, 1, 'rule'),
  },
  {
    ...rate,
    id: 'issue.response_rate',
    name: { zh: '答复率', en: 'Issues answered' },
    formula: {
      zh: '已答复件数 ÷ 到期件数（办结时限不晚于数据日期；未填的为收到后 60 天，延期再加 30 天）',
      en: 'answered ÷ due by the data date (60 days after receipt where no day is stated, 30 more if extended)',
    },
    numerator: { zh: '已答复件数', en: 'issues answered' },
    denominator: due,
    direction: 'higher',
    thresholds: limits(1, 1, 'rule'),
  },
  {
    ...rate,
    id: 'issue.closure_rate',
    name: { zh: '办结率', en: 'Issues closed' },
    formula: { zh: '已办结件数 ÷ 到期件数', en: 'closed ÷ due by the data date' },
    numerator: { zh: '已办结件数', en: 'issues closed' },
    denominator: due,
    direction: 'higher',
    thresholds: limits(1, 0.9),
  },
  {
    ...rate,
    id: 'issue.ontime_rate',
    name: { zh: '按期办结率', en: 'Issues closed in time' },
    formula: {
      zh: '在时限内办结的件数 ÷ 到期件数',
      en: 'closed by the day it was due ÷ due by the data date',
    },
    numerator: { zh: '按期办结件数', en: 'issues closed in time' },
    denominator: due,
    direction: 'higher',
    thresholds: limits(0.95, 0.8),
  },
  {
    ...shape,
    id: 'issue.overdue',
    name: { zh: '超期未结件数', en: 'Issues overdue' },
    formula: {
      zh: '已过时限而未办结的件数；按超期天数分 30 天以内、31–90 天、90 天以上',
      en: 'open and past the day it was due; by days past due up to 30, 31 to 90, above 90',
    },
    numerator: { zh: '超期未结件数', en: 'issues overdue' },
    denominator: received,
    unit: '件',
    countUnit: '件',
    kind: 'count',
    direction: 'lower',
    colour: 'thresholds',
    thresholds: limits(0, 0),
    breakdowns: ['age'],
  },
  {
    ...rate,
    id: 'issue.repeat_rate',
    name: { zh: '重复件占比', en: 'Issues raised again' },
    formula: { zh: '重复件 ÷ 收到件数', en: 'issues that repeat an earlier one ÷ issues received' },
    numerator: { zh: '重复件数', en: 'issues that repeat an earlier one' },
    denominator: received,
    direction: 'lower',
    thresholds: limits(0.05, 0.1),
  },
  {
    ...shape,
    id: 'issue.median_days',
    name: { zh: '办结天数中位数', en: 'Median days to close' },
    formula: {
      zh: '已办结件从收到到办结天数的中位数（最近秩法：升序第 ⌈n/2⌉ 个）',
      en: 'median of the days from receipt to closing, nearest rank: the one at place n/2, rounded up',
    },
    numerator: { zh: '已办结件数', en: 'issues closed' },
    denominator: received,
    unit: '天',
    countUnit: '件',
    kind: 'median',
    direction: 'lower',
    colour: 'thresholds',
    thresholds: limits(30, 60),
  },
  {
    ...rate,
    id: 'issue.rectified_rate',
    name: { zh: '稽察审计整改率', en: 'Findings rectified' },
    formula: {
      zh: '已办结的督查稽察和审计问题 ÷ 到期的督查稽察和审计问题',
      en: 'findings of inspections and audits that are closed ÷ those due by the data date',
    },
    numerator: { zh: '已整改问题数', en: 'findings closed' },
    denominator: { zh: '到期的督查稽察和审计问题数', en: 'findings of inspections and audits due' },
    direction: 'higher',
    thresholds: limits(1, 0.9),
  },
  {
    ...rate,
    id: 'issue.inspection_coverage',
    name: { zh: '巡检覆盖率', en: 'Sites inspected' },
    formula: {
      zh: '近 90 天巡检过的集中安置点 ÷ 集中安置点',
      en: 'concentrated sites inspected in the last 90 days ÷ concentrated sites',
    },
    numerator: { zh: '巡检过的集中安置点', en: 'sites inspected' },
    denominator: { zh: '集中安置点', en: 'concentrated sites' },
    countUnit: '个',
    direction: 'higher',
    thresholds: limits(1, 0.8),
    sources: ['issues', 'projects'],
  },
];
