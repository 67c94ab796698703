import type { IndicatorDefinition } from '../definition.ts';
import { assistanceDefinitions } from './assistance-definitions.ts';
import { workDefinitions } from './work-definitions.ts';

const shape = {
  family: 'emp',
  parameters: [],
  breakdowns: [],
  personal: true,
  source: 'domain.md §5.2',
} as const;

/** 有事做: employment of the relocated. */
export const empDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'emp.labour_rate',
    breakdowns: ['site'],
    name: { zh: '搬迁劳动力就业率', en: 'Employment rate of relocated labour' },
    formula: {
      zh: '已就业劳动力 ÷ 劳动力（16–59 岁、有普通、技能或弱劳动能力、非在校生；务农不计就业）',
      en: 'employed labour ÷ labour (aged 16–59, ordinary, skilled or weak labour, no student; farming is not counted)',
    },
    numerator: { zh: '已就业劳动力人数', en: 'employed labour persons' },
    denominator: { zh: '劳动力人数', en: 'labour persons' },
    unit: '%',
    countUnit: '人',
    kind: 'ratio',
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.92, amber: 0.85, basis: 'rule' }],
    sources: ['persons'],
  },
  {
    ...shape,
    id: 'emp.one_per_household',
    breakdowns: ['site'],
    name: { zh: '有劳动力家庭至少1人就业率', en: 'Households with labour that have a job' },
    formula: {
      zh: '至少 1 人就业的家庭 ÷ 有劳动力的家庭',
      en: 'households with at least one employed ÷ households with at least one labour person',
    },
    numerator: { zh: '至少1人就业的户数', en: 'households with at least one employed' },
    denominator: { zh: '有劳动力的户数', en: 'households with labour' },
    unit: '%',
    countUnit: '户',
    kind: 'ratio',
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.98, basis: 'rule' }],
    sources: ['persons', 'households'],
  },
  {
    ...shape,
    id: 'emp.zero_job_households',
    breakdowns: ['site'],
    name: { zh: '零就业家庭户数', en: 'Zero-job households' },
    formula: {
      zh: '有劳动力而无人就业的家庭',
      en: 'households with at least one labour person and none employed',
    },
    numerator: { zh: '零就业家庭户数', en: 'zero-job households' },
    denominator: { zh: '有劳动力的户数', en: 'households with labour' },
    unit: '户',
    countUnit: '户',
    kind: 'count',
    direction: 'lower',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0, amber: 0.02, basis: 'rule' }],
    sources: ['persons', 'households'],
  },
  {
    ...shape,
    id: 'emp.zero_job_cleared_30d',
    name: { zh: '零就业动态清零率', en: 'Zero-job households cleared' },
    formula: {
      zh: '上月零就业、现至少 1 人就业的家庭 ÷ 上月零就业家庭（上月就业台账与现台账比对）',
      en: 'zero-job households of the month before that now have one employed ÷ zero-job households of the month before',
    },
    numerator: { zh: '已清零户数', en: 'households cleared' },
    denominator: { zh: '上月零就业家庭户数', en: 'zero-job households of the month before' },
    unit: '%',
    countUnit: '户',
    kind: 'ratio',
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.9, amber: 0.6, basis: 'proposal' }],
    sources: ['persons', 'households'],
  },
  ...workDefinitions,
  ...assistanceDefinitions,
];
