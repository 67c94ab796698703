import { dutyLimits2016 } from '../../programme/duty-limits.ts';
import type { IndicatorDefinition, Threshold } from '../definition.ts';

const shape = {
  family: 'resp',
  sources: ['responsibilities'],
  parameters: [],
  breakdowns: [],
  colour: 'thresholds',
  personal: false,
  source: 'domain.md §5.6',
} as const;

const rate = { ...shape, unit: '%', kind: 'ratio', direction: 'higher' } as const;

const limits = (
  green: number,
  amber: number,
  basis: Threshold['basis'] = 'proposal',
): readonly Threshold[] => [{ effectiveFrom: '2016-01-01', green, amber, basis }];
const everyOne = limits(1, 1, 'rule');

const { green, amber } = dutyLimits2016.cadreHouseholds;

const load = {
  ...shape,
  numerator: { zh: '挂帮户数', en: 'households in the care of cadres' },
  denominator: { zh: '村组干部人数', en: 'village cadres' },
  unit: '户',
  countUnit: '户/人',
  direction: 'lower',
  thresholds: limits(green, amber),
} as const;

/** 责任落实: letters, links and nodes, 层层挂帮、逐一销号. */
export const respDefinitions: readonly IndicatorDefinition[] = [
  {
    ...rate,
    id: 'resp.site_leader_coverage',
    name: { zh: '安置点县级领导挂帮率', en: 'Sites with a county leader' },
    formula: {
      zh: '有在任县级领导挂帮的集中安置点 ÷ 集中安置点',
      en: 'concentrated sites with an active county leader ÷ concentrated sites',
    },
    numerator: { zh: '有县级领导挂帮的安置点', en: 'sites with a county leader' },
    denominator: { zh: '集中安置点', en: 'concentrated sites' },
    countUnit: '个',
    thresholds: everyOne,
    sources: ['responsibilities', 'projects'],
  },
  {
    ...rate,
    id: 'resp.origin_leader_coverage',
    name: { zh: '迁出点乡镇领导挂帮率', en: 'Points of origin with a township leader' },
    formula: {
      zh: '有在任乡镇领导挂帮的迁出点 ÷ 花名册中的迁出点',
      en: 'points of origin with an active township leader ÷ points of origin in the household list',
    },
    numerator: { zh: '有乡镇领导挂帮的迁出点', en: 'points of origin with a township leader' },
    denominator: { zh: '迁出点', en: 'points of origin' },
    countUnit: '个',
    thresholds: everyOne,
    sources: ['responsibilities', 'households'],
  },
  {
    ...rate,
    id: 'resp.household_cadre_coverage',
    name: { zh: '搬迁户干部挂帮率', en: 'Households with a village cadre' },
    formula: {
      zh: '有在任村组干部挂帮的搬迁户 ÷ 搬迁户',
      en: 'households with an active village cadre ÷ households',
    },
    numerator: { zh: '有村组干部挂帮的户数', en: 'households with a village cadre' },
    denominator: { zh: '搬迁户数', en: 'households' },
    countUnit: '户',
    thresholds: everyOne,
    sources: ['responsibilities', 'households'],
  },
  {
    ...rate,
    id: 'resp.letter_signed_rate',
    name: { zh: '责任状签订率', en: 'Responsibility letters signed' },
    formula: {
      zh: '已签责任状的在任挂帮关系 ÷ 在任挂帮关系（不含作战图节点），按层级',
      en: 'active links with a signed letter ÷ active links, tasks left out; by level',
    },
    numerator: { zh: '已签责任状数', en: 'letters signed' },
    denominator: { zh: '在任挂帮关系数', en: 'active links' },
    countUnit: '个',
    thresholds: everyOne,
    breakdowns: ['level'],
  },
  {
    ...shape,
    id: 'resp.delink_violations',
    name: { zh: '提前脱钩数', en: 'Officials released early' },
    formula: {
      zh: '挂帮结束时该户未入住或未脱贫，且 15 天内无人接替的挂帮关系数',
      en: 'links of households ended while the household had not moved in or was not out of poverty, without a successor within 15 days',
    },
    numerator: { zh: '提前脱钩数', en: 'links ended early' },
    denominator: { zh: '搬迁户挂帮关系数', en: 'links of households' },
    unit: '个',
    countUnit: '个',
    kind: 'count',
    direction: 'lower',
    thresholds: limits(0, 0, 'rule'),
    sources: ['responsibilities', 'households'],
  },
  {
    ...rate,
    id: 'resp.closeout_rate',
    name: { zh: '销号率', en: 'Nodes ticked off' },
    formula: {
      zh: '已销号的作战图节点 ÷ 到期的作战图节点',
      en: 'nodes of the battle map ticked off ÷ nodes due by the data date',
    },
    numerator: { zh: '已销号节点数', en: 'nodes ticked off' },
    denominator: { zh: '到期节点数', en: 'nodes due' },
    countUnit: '个',
    thresholds: limits(1, 0.9),
  },
  {
    ...shape,
    id: 'resp.overdue_nodes',
    name: { zh: '超期节点数', en: 'Nodes overdue' },
    formula: { zh: '到期而未销号的作战图节点数', en: 'nodes of the battle map due and not ticked off' },
    numerator: { zh: '超期节点数', en: 'nodes overdue' },
    denominator: { zh: '节点数', en: 'nodes' },
    unit: '个',
    countUnit: '个',
    kind: 'count',
    direction: 'lower',
    thresholds: limits(0, 0),
  },
  {
    ...load,
    id: 'resp.cadre_load',
    name: { zh: '干部挂帮户数中位数', en: 'Households per cadre, median' },
    formula: {
      zh: '每名村组干部在任挂帮户数的中位数（最近秩法）',
      en: 'median of the households each village cadre has in active care, nearest rank',
    },
    kind: 'median',
  },
  {
    ...load,
    id: 'resp.cadre_load_max',
    name: { zh: '干部挂帮户数最大值', en: 'Households per cadre, maximum' },
    formula: {
      zh: '每名村组干部在任挂帮户数的最大值',
      en: 'maximum of the households each village cadre has in active care',
    },
    kind: 'maximum',
  },
];
