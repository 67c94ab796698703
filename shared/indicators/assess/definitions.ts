import type { IndicatorDefinition } from '../definition.ts';

/** 季度考核、年终总评: one figure for an area, measured when it is asked for from what its indicators say. */
export const assessDefinitions: readonly IndicatorDefinition[] = [
  {
    id: 'assess.score',
    family: 'assess',
    measured: 'indicators',
    name: { zh: '考核得分', en: 'Assessment score' },
    formula: {
      zh: '各组成部分得分按权重的平均（绿线 100 分，黄线 60 分，线性）；无数据的不计并重新折算；任一红线指标为红则不超过 59 分',
      en: 'mean by weight of the components: 100 at the green limit, 60 at the amber one, linear; what has no data drops out and the rest is rescaled; at most 59 where an indicator of a published rule is red',
    },
    numerator: { zh: '加权得分', en: 'sum of weight x score' },
    denominator: { zh: '计入的权重', en: 'weights that count' },
    unit: '百分制',
    countUnit: '分值',
    kind: 'score',
    direction: 'higher',
    colour: 'none',
    thresholds: [],
    sources: [],
    parameters: [],
    breakdowns: [],
    personal: false,
    source: 'domain.md §5.9',
  },
];
