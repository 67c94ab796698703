import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'emp',
  unit: '%',
  countUnit: '人',
  kind: 'ratio',
  colour: 'none',
  direction: 'none',
  thresholds: [],
  sources: ['persons'],
  parameters: [],
  breakdowns: [],
  personal: true,
  source: 'domain.md §5.2',
} as const;

const employed = { zh: '已就业劳动力人数', en: 'employed labour persons' };
const placed = { zh: '务工区域已知的已就业人数', en: 'employed labour persons whose region is known' };

/** Where, how and how steadily the employed work, and for what wage. */
export const workDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'emp.local_rate',
    name: { zh: '就地就近就业率', en: 'Employed near home' },
    formula: {
      zh: '在村内、乡镇内、县内务工的已就业劳动力 ÷ 务工区域已知的已就业劳动力',
      en: 'employed in the village, township or county ÷ employed whose region is known',
    },
    numerator: { zh: '县内就业人数', en: 'employed within the county' },
    denominator: placed,
  },
  {
    ...shape,
    id: 'emp.park_town_rate',
    name: { zh: '园区集镇就业率', en: 'Employed in parks and towns' },
    formula: {
      zh: '在园区、集镇、扶贫车间、产业基地就业的劳动力 ÷ 已就业劳动力',
      en: 'employed in a park, town, workshop or industry base ÷ employed',
    },
    numerator: { zh: '园区集镇就业人数', en: 'employed in parks and towns' },
    denominator: employed,
  },
  {
    ...shape,
    id: 'emp.public_post_share',
    name: { zh: '公益岗位占比', en: 'Share of public-service posts' },
    formula: { zh: '公益岗位就业劳动力 ÷ 已就业劳动力', en: 'employed in public-service posts ÷ employed' },
    numerator: { zh: '公益岗位人数', en: 'employed in public-service posts' },
    denominator: employed,
    direction: 'lower',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.15, amber: 0.3, basis: 'proposal' }],
  },
  {
    ...shape,
    id: 'emp.outside_province_share',
    name: { zh: '省外务工占比', en: 'Employed outside the province' },
    formula: {
      zh: '省外务工的已就业劳动力 ÷ 务工区域已知的已就业劳动力',
      en: 'employed outside the province ÷ employed whose region is known',
    },
    numerator: { zh: '省外务工人数', en: 'employed outside the province' },
    denominator: placed,
  },
  {
    ...shape,
    id: 'emp.stable_rate',
    name: { zh: '稳定就业率', en: 'Steadily employed' },
    formula: {
      zh: '当年务工月数 ≥ min(6, 当年已过整月数) 的已就业劳动力 ÷ 已就业劳动力',
      en: 'employed who worked at least min(6, whole months of the year that have passed) months ÷ employed',
    },
    numerator: { zh: '稳定就业人数', en: 'steadily employed' },
    denominator: employed,
    direction: 'higher',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.8, amber: 0.6, basis: 'proposal' }],
  },
  {
    ...shape,
    id: 'emp.median_wage',
    breakdowns: ['site'],
    name: { zh: '月工资中位数', en: 'Median monthly wage' },
    formula: {
      zh: '有工资（> 0）的已就业劳动力月工资的中位数（最近秩法：升序第 ⌈n/2⌉ 个）',
      en: 'median of the monthly wages above zero of the employed, nearest rank: the one at place n/2, rounded up',
    },
    numerator: { zh: '有工资的已就业人数', en: 'employed whose wage is known' },
    denominator: employed,
    unit: '元',
    kind: 'median',
  },
];
