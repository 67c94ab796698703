import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'reloc',
  unit: '%',
  countUnit: '户',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  sources: ['households'],
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.1',
} as const;

const limits = (green: number, amber: number): IndicatorDefinition['thresholds'] => [
  { effectiveFrom: '2016-01-01', green, amber, basis: 'proposal' },
];

/** The new home and the old one, from the household list. */
export const homeDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'reloc.delivery_rate',
    name: { zh: '交房率', en: 'Keys handed over' },
    formula: {
      zh: '已竣工且已交钥匙的户 ÷ 已竣工的户（花名册中有竣工日期）',
      en: 'completed households with the key handed over ÷ completed households, by the dates of the household list',
    },
    numerator: { zh: '已交钥匙户数', en: 'households with the key' },
    denominator: { zh: '已竣工户数', en: 'completed households' },
    thresholds: limits(0.98, 0.9),
    breakdowns: ['mode', 'site'],
  },
  {
    ...shape,
    id: 'reloc.vacancy_6m',
    name: { zh: '竣工满6个月未入住率', en: 'Empty six months after completion' },
    formula: {
      zh: '竣工满 6 个月而未入住的户 ÷ 竣工满 6 个月的户',
      en: 'households completed at least 6 months ago and not moved in ÷ households completed at least 6 months ago',
    },
    numerator: { zh: '未入住户数', en: 'households not moved in' },
    denominator: { zh: '竣工满6个月户数', en: 'households completed at least 6 months ago' },
    direction: 'lower',
    thresholds: limits(0, 0.03),
    breakdowns: ['mode', 'site'],
  },
  {
    ...shape,
    id: 'reloc.demolition_rate',
    name: { zh: '拆旧率', en: 'Old houses demolished' },
    formula: {
      zh: '已拆除旧房的户 ÷ 已签拆旧协议的已入住户；另一口径为全部已入住户',
      en: 'old house demolished ÷ moved-in households that agreed to it; by the second basis all moved-in households',
    },
    numerator: { zh: '已拆除旧房户数', en: 'households whose old house is demolished' },
    denominator: { zh: '已入住户数', en: 'moved-in households of the basis' },
    thresholds: limits(0.95, 0.8),
    parameters: [{ name: 'basis', values: ['agreed', 'moved_in'], default: 'agreed' }],
  },
  {
    ...shape,
    id: 'reloc.reclamation_rate',
    name: { zh: '复垦率', en: 'Old sites reclaimed' },
    formula: {
      zh: '有复垦面积的已拆旧户 ÷ 已拆旧户',
      en: 'households with a reclaimed area ÷ households whose old house is demolished',
    },
    numerator: { zh: '已复垦户数', en: 'households with a reclaimed area' },
    denominator: { zh: '已拆旧户数', en: 'households whose old house is demolished' },
    thresholds: limits(0.8, 0.5),
  },
  {
    ...shape,
    id: 'reloc.poverty_exit_rate',
    name: { zh: '搬迁户脱贫率', en: 'Relocated households out of poverty' },
    formula: {
      zh: '脱贫年度不晚于数据年度的已入住建档立卡户 ÷ 已入住建档立卡户',
      en: 'moved-in registered households out of poverty by the year of the data ÷ moved-in registered households',
    },
    numerator: { zh: '已脱贫户数', en: 'households out of poverty' },
    denominator: { zh: '已入住建档立卡户数', en: 'moved-in registered households' },
    thresholds: limits(0.95, 0.9),
    personal: true,
  },
  {
    ...shape,
    id: 'reloc.identification_accuracy',
    name: { zh: '精准识别率', en: 'Households identified precisely' },
    formula: {
      zh: '建档立卡、证件号码有效且不重复、成员数与家庭人口一致的户 ÷ 全部户',
      en: 'registered households with valid IDs that occur once and as many listed members as the family size ÷ all households',
    },
    numerator: { zh: '识别准确户数', en: 'households identified precisely' },
    denominator: { zh: '全部户数', en: 'all households' },
    thresholds: limits(0.995, 0.98),
    sources: ['households', 'persons'],
    personal: true,
  },
];
