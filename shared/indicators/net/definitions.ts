import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'net',
  sources: ['households', 'persons'],
  parameters: [],
  breakdowns: [],
  personal: true,
  source: 'domain.md §5.8',
} as const;

const withoutLabour = { zh: '无劳动力的已入住户数', en: 'moved-in households without labour' };

/** 兜底保障: the safety net of those who cannot work. */
export const netDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'net.household_coverage',
    name: { zh: '无劳动力家庭兜底覆盖率', en: 'Households without labour in the safety net' },
    formula: {
      zh: '享受低保、五保的无劳动力已入住户 ÷ 无劳动力已入住户（就业台账中有其成员）',
      en: 'moved-in households without labour on a safety net ÷ moved-in households without labour, of those whose members are listed',
    },
    numerator: { zh: '已兜底户数', en: 'households on a safety net' },
    denominator: withoutLabour,
    unit: '%',
    countUnit: '户',
    kind: 'ratio',
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.98, basis: 'proposal' }],
  },
  {
    ...shape,
    id: 'net.person_coverage',
    name: { zh: '丧失劳动能力人口兜底率', en: 'Persons unable to work in the safety net' },
    formula: {
      zh: '所在户享受低保、五保的 16 岁及以上丧失或无劳动能力者 ÷ 16 岁及以上丧失或无劳动能力者',
      en: 'persons of 16 or more whose capacity to work is lost or none, in a household on a safety net ÷ such persons',
    },
    numerator: { zh: '已兜底人数', en: 'persons in households on a safety net' },
    denominator: { zh: '丧失或无劳动能力人数', en: 'persons unable to work' },
    unit: '%',
    countUnit: '人',
    kind: 'ratio',
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.95, basis: 'proposal' }],
  },
  {
    ...shape,
    id: 'net.uncovered',
    name: { zh: '应保未保户数', en: 'Households outside the safety net' },
    formula: {
      zh: '无劳动力而未享受低保、五保的已入住户',
      en: 'moved-in households without labour that are on no safety net',
    },
    numerator: { zh: '应保未保户数', en: 'households on no safety net' },
    denominator: withoutLabour,
    unit: '户',
    countUnit: '户',
    kind: 'count',
    direction: 'lower',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0, amber: 0, basis: 'proposal' }],
  },
  {
    ...shape,
    id: 'net.overlap',
    name: { zh: '疑似应退未退户数', en: 'Households that may no longer need the allowance' },
    formula: {
      zh: '低保户中成员月工资中位数 × 12 ÷ 家庭人口 > 2 × 贫困线的户（复核清单）',
      en: 'households on the minimum living allowance whose median wage × 12 ÷ family size is above twice the poverty line, to be reviewed',
    },
    numerator: { zh: '疑似应退未退户数', en: 'households to be reviewed' },
    denominator: { zh: '低保户数', en: 'households on the minimum living allowance' },
    unit: '户',
    countUnit: '户',
    kind: 'count',
    direction: 'lower',
    colour: 'none',
    thresholds: [],
  },
];
