import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'ladder',
  denominator: { zh: '建档立卡户数', en: 'registered households' },
  unit: '%',
  countUnit: '户',
  kind: 'ratio',
  direction: 'higher',
  colour: 'none',
  thresholds: [],
  parameters: [],
  breakdowns: [],
  personal: true,
  source: 'domain.md §5.8',
} as const;

/** 搬得出 → 稳得住 → 有事做 → 能致富: each step counts only households that are on the one before. */
export const ladderDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'ladder.move_out',
    name: { zh: '搬得出', en: 'Moved out' },
    formula: {
      zh: '已入住的建档立卡户 ÷ 建档立卡户',
      en: 'registered households moved in ÷ registered households',
    },
    numerator: { zh: '已入住户数', en: 'households moved in' },
    sources: ['households'],
  },
  {
    ...shape,
    id: 'ladder.settle',
    name: { zh: '稳得住', en: 'Settled' },
    formula: {
      zh: '入住满 12 个月的建档立卡户 ÷ 建档立卡户',
      en: 'registered households moved in for at least 12 months ÷ registered households',
    },
    numerator: { zh: '入住满12个月户数', en: 'households settled for 12 months' },
    sources: ['households'],
  },
  {
    ...shape,
    id: 'ladder.work',
    name: { zh: '有事做', en: 'In work or sharing' },
    formula: {
      zh: '其中至少 1 人就业或有效股份已获分红（最新分红年度）的户 ÷ 建档立卡户',
      en: 'of those settled, with at least one employed or a valid share whose dividend was paid, newest dividend year ÷ registered households',
    },
    numerator: { zh: '有就业或分红的户数', en: 'settled households in work or with dividends' },
    sources: ['households', 'persons', 'shares'],
  },
  {
    ...shape,
    id: 'ladder.prosper',
    name: { zh: '能致富', en: 'Prospering' },
    formula: {
      zh: '其中人均纯收入 ≥ 1.5 × 贫困线的户 ÷ 建档立卡户',
      en: 'of those in work or sharing, with an income per head of at least 1.5 × the poverty line ÷ registered households',
    },
    numerator: { zh: '人均纯收入达标户数', en: 'households above the income line' },
    sources: ['households', 'persons', 'shares'],
  },
];
