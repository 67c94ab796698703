import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'emp',
  unit: '%',
  countUnit: '人',
  kind: 'ratio',
  colour: 'thresholds',
  direction: 'higher',
  sources: ['persons'],
  parameters: [],
  breakdowns: [],
  personal: true,
  source: 'domain.md §5.2',
} as const;

const labour = { zh: '劳动力人数', en: 'labour persons' };
const seeking = { zh: '有意愿未就业人数', en: 'labour persons willing to work and not employed' };

const limits = (green: number, amber: number): IndicatorDefinition['thresholds'] => [
  { effectiveFrom: '2016-01-01', green, amber, basis: 'proposal' },
];

/** 转移就业任务完成率: against a task that only the policy can give. */
export const transferTaskDefinition: IndicatorDefinition = {
  ...shape,
  id: 'emp.transfer_task',
  name: { zh: '转移就业任务完成率', en: 'Transfer employment task completed' },
  formula: {
    zh: '当年经转移就业帮扶新就业的劳动力 ÷ 当年转移就业任务（由政策文件给出，未给出则无数据）',
    en: 'labour newly employed in the year with transfer help ÷ task of the year, a figure of the policy; without it no data',
  },
  numerator: { zh: '当年帮扶新就业人数', en: 'newly employed with transfer help' },
  denominator: { zh: '转移就业任务人数', en: 'task persons' },
  colour: 'pace',
  thresholds: limits(1, 0.95),
  personal: false,
};

/** Training, help for the willing, and how much is not known. */
export const assistanceDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'emp.training_coverage',
    name: { zh: '培训覆盖率', en: 'Labour trained' },
    formula: {
      zh: '近 12 个月参加培训的劳动力 ÷ 劳动力',
      en: 'labour trained in the last 12 months ÷ labour',
    },
    numerator: { zh: '近12个月参训人数', en: 'trained in the last 12 months' },
    denominator: labour,
    thresholds: limits(0.4, 0.2),
  },
  {
    ...shape,
    id: 'emp.placement_after_training',
    name: { zh: '培训后就业率', en: 'Employed after training' },
    formula: {
      zh: '数据日期前 9 个月至 3 个月之间参训、现已就业的劳动力 ÷ 同期参训劳动力',
      en: 'labour trained between nine and three months before the data date and employed now ÷ labour trained then',
    },
    numerator: { zh: '参训后已就业人数', en: 'trained then and employed now' },
    denominator: { zh: '同期参训劳动力人数', en: 'labour persons trained then' },
    thresholds: limits(0.6, 0.4),
  },
  {
    ...shape,
    id: 'emp.willing_unemployed',
    breakdowns: ['site'],
    name: { zh: '有意愿未就业人数', en: 'Willing and not employed' },
    formula: { zh: '有就业意愿而未就业的劳动力', en: 'labour willing to work and not employed' },
    numerator: seeking,
    denominator: labour,
    unit: '人',
    kind: 'count',
    direction: 'lower',
    colour: 'none',
    thresholds: [],
  },
  {
    ...shape,
    id: 'emp.assisted_rate',
    name: { zh: '精准帮扶率', en: 'Willing unemployed who are helped' },
    formula: {
      zh: '有转移就业帮扶或近 3 个月参训的有意愿未就业劳动力 ÷ 有意愿未就业劳动力',
      en: 'willing and not employed with transfer help or training in the last 3 months ÷ willing and not employed',
    },
    numerator: { zh: '已帮扶人数', en: 'persons helped' },
    denominator: seeking,
    thresholds: limits(1, 0.9),
  },
  transferTaskDefinition,
  {
    ...shape,
    id: 'emp.unknown_rate',
    name: { zh: '就业信息缺失率', en: 'Employment status not known' },
    formula: { zh: '就业状态空白的劳动力 ÷ 劳动力', en: 'labour whose employment status is blank ÷ labour' },
    numerator: { zh: '就业状态空白人数', en: 'labour persons without a status' },
    denominator: labour,
    direction: 'lower',
    thresholds: limits(0.01, 0.05),
    personal: false,
  },
];
