import type { IndicatorDefinition, ParameterDefinition } from '../definition.ts';

const shape = {
  family: 'reloc',
  unit: '%',
  countUnit: '户',
  kind: 'ratio',
  direction: 'higher',
  colour: 'none',
  thresholds: [],
  sources: ['projects'],
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.1',
} as const;

const planYear: ParameterDefinition = { name: 'planYear', values: 'year', default: 'periodYear' };

/** How far over the task, how the plan is made up, and where its pace leads. */
export const outlookDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'reloc.overfulfilled',
    name: { zh: '超额完成人数', en: 'Persons above the task' },
    formula: {
      zh: 'max(0, 当年计划项目的建档立卡已入住人数 − 当年任务人数)；市、省先分别合计再相减',
      en: 'max(0, registered persons moved in under the plan year − persons of its task); of an area after adding up both',
    },
    numerator: { zh: '已入住建档立卡人数', en: 'registered persons moved in' },
    denominator: { zh: '任务人数', en: 'task persons' },
    unit: '人',
    countUnit: '人',
    kind: 'excess',
    sources: ['targets', 'projects', 'households'],
    parameters: [planYear],
    source: 'domain.md §5.1, §9',
  },
  {
    ...shape,
    id: 'reloc.concentrated_share',
    name: { zh: '集中安置占比', en: 'Share of concentrated resettlement' },
    formula: {
      zh: '集中安置计划人数（户数）÷ 全部计划人数（户数）',
      en: 'planned persons (households) of concentrated projects ÷ those of all projects',
    },
    numerator: { zh: '集中安置计划数', en: 'planned in concentrated projects' },
    denominator: { zh: '计划数', en: 'planned' },
    countUnit: '户/人/个',
    direction: 'none',
    parameters: [{ name: 'basis', values: ['persons', 'households'], default: 'persons' }],
    source: 'domain.md §5.1, §2 G7',
  },
  {
    ...shape,
    id: 'reloc.occupancy_of_plan',
    name: { zh: '计划入住率', en: 'Occupancy of the plan' },
    formula: { zh: '已入住户数 ÷ 计划户数', en: 'occupied households ÷ planned households' },
    numerator: { zh: '已入住户数', en: 'occupied households' },
    denominator: { zh: '计划户数', en: 'planned households' },
    breakdowns: ['mode'],
  },
  {
    ...shape,
    id: 'reloc.forecast_completion',
    name: { zh: '预测完成率', en: 'Completion forecast' },
    formula: {
      zh: '（已竣工户数 + 近三旬竣工进度 × 距 9 月 30 日的天数）÷ 计划户数，不低于现竣工率，不高于 100%',
      en: '(completed households + their pace over the last three ten-day periods × days left to 30 September) ÷ planned households, not below the rate now and not above 1',
    },
    numerator: { zh: '预计竣工户数', en: 'households expected to be completed' },
    denominator: { zh: '计划户数', en: 'planned households' },
    kind: 'forecast',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.97, basis: 'proposal' }],
    parameters: [planYear],
  },
];
