import type { IndicatorDefinition, ParameterDefinition, Threshold } from '../definition.ts';
import { homeDefinitions } from './home-definitions.ts';
import { outlookDefinitions } from './outlook-definitions.ts';

const planYear: ParameterDefinition = { name: 'planYear', values: 'year', default: 'periodYear' };
const basis: ParameterDefinition = {
  name: 'basis',
  values: ['projects', 'households', 'persons'],
  default: 'households',
};
const plan: ParameterDefinition = { name: 'plan', values: ['step', 'linear'], default: 'step' };

const pace: readonly Threshold[] = [
  { effectiveFrom: '2016-01-01', green: 1, amber: 0.95, basis: 'proposal' },
];

/** 年度任务完成率: moved in against the provincial task of the plan year; may exceed 100 %. */
export const planCompletion: IndicatorDefinition = {
  id: 'reloc.plan_completion',
  family: 'reloc',
  name: { zh: '年度任务完成率', en: 'Annual task completion' },
  formula: {
    zh: '当年计划项目的建档立卡已入住人数 ÷ 当年省定任务人数（无省定任务时用市定任务）',
    en: 'registered persons moved in under the plan year ÷ persons of its provincial task, else the municipal one',
  },
  numerator: { zh: '已入住建档立卡人数', en: 'registered persons moved in' },
  denominator: { zh: '任务人数', en: 'task persons' },
  unit: '%',
  countUnit: '人',
  kind: 'ratio',
  direction: 'higher',
  colour: 'pace',
  thresholds: pace,
  sources: ['targets', 'projects', 'households'],
  parameters: [planYear],
  breakdowns: ['mode'],
  personal: false,
  source: 'domain.md §5.1',
};

/** “十三五”完成率: moved in over all years against the five-year task as revised. */
export const fiveYearCompletion: IndicatorDefinition = {
  id: 'reloc.five_year_completion',
  family: 'reloc',
  name: { zh: '“十三五”完成率', en: 'Five-year task completion' },
  formula: {
    zh: '累计建档立卡已入住人数 ÷ “十三五”任务人数（数据日期时有效的版本）',
    en: 'registered persons moved in over all years ÷ five-year task in force on the data date',
  },
  numerator: { zh: '累计已入住建档立卡人数', en: 'registered persons moved in, all years' },
  denominator: { zh: '“十三五”任务人数', en: 'five-year task persons' },
  unit: '%',
  countUnit: '人',
  kind: 'ratio',
  direction: 'higher',
  colour: 'pace',
  thresholds: pace,
  sources: ['targets', 'households'],
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.1',
};

/** What rates of the planned number share: same bases, same plan, same years. */
const ofPlanned = {
  denominator: { zh: '计划数', en: 'planned' },
  unit: '%',
  countUnit: '户/人/个',
  kind: 'ratio',
  direction: 'higher',
  colour: 'plan334',
  thresholds: [],
  sources: ['projects'],
  parameters: [basis, planYear],
  breakdowns: ['mode', 'site'],
  personal: false,
  source: 'domain.md §5.1',
} as const;

const startRate: IndicatorDefinition = {
  id: 'reloc.start_rate',
  family: 'reloc',
  name: { zh: '开工率', en: 'Start rate' },
  formula: {
    zh: '已开工 ÷ 计划（按项目、户或人；按项目只计集中安置）',
    en: 'started ÷ planned, by projects, households or persons; by projects for concentrated sites only',
  },
  numerator: { zh: '已开工数', en: 'started' },
  ...ofPlanned,
};

const startLead: IndicatorDefinition = {
  id: 'reloc.start_lead_334',
  family: 'reloc',
  name: { zh: '334 领先（滞后）点', en: 'Lead on the 334 plan' },
  formula: {
    zh: '开工率（按户）− “334”计划在数据日期的应开工比例（按节点或按线性）',
    en: 'start rate by households − share due to have started on the data date under the 334 plan, by step or linear',
  },
  numerator: { zh: '已开工户数 − 应开工户数', en: 'households started − households due' },
  denominator: { zh: '计划户数', en: 'planned households' },
  unit: 'pp',
  countUnit: '户',
  kind: 'lead',
  direction: 'higher',
  colour: 'plan334',
  thresholds: [],
  sources: ['projects'],
  parameters: [plan, planYear],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.1, §2 G12–G13',
};

const completionRate: IndicatorDefinition = {
  id: 'reloc.completion_rate',
  family: 'reloc',
  name: { zh: '竣工率', en: 'Completion rate' },
  formula: {
    zh: '已竣工 ÷ 计划（按项目、户或人；按项目只计集中安置）',
    en: 'completed ÷ planned, by projects, households or persons; by projects for concentrated sites only',
  },
  numerator: { zh: '已竣工数', en: 'completed' },
  ...ofPlanned,
  thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 1, basis: 'rule' }],
};

const occupancyRate: IndicatorDefinition = {
  id: 'reloc.occupancy_rate',
  family: 'reloc',
  name: { zh: '实际入住率', en: 'Occupancy rate' },
  formula: { zh: '已入住户数 ÷ 已竣工户数', en: 'occupied households ÷ completed households' },
  numerator: { zh: '已入住户数', en: 'occupied households' },
  denominator: { zh: '已竣工户数', en: 'completed households' },
  unit: '%',
  countUnit: '户',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.95, basis: 'proposal' }],
  sources: ['projects'],
  parameters: [],
  breakdowns: ['mode', 'site'],
  personal: false,
  source: 'domain.md §5.1',
};

/** 搬得出: relocation progress. */
export const relocDefinitions: readonly IndicatorDefinition[] = [
  planCompletion,
  fiveYearCompletion,
  startRate,
  startLead,
  completionRate,
  occupancyRate,
  ...homeDefinitions,
  ...outlookDefinitions,
];
