import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'share',
  unit: '%',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  parameters: [],
  breakdowns: [],
  source: 'domain.md §5.3',
} as const;

/** 能致富: industry and shareholding 股份. */
export const shareDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'share.conversion_rate',
    name: { zh: '资金转股率', en: 'Conversion of funds into shares' },
    formula: {
      zh: '转为股份金额 ÷ 财政扶贫资金投入（每个产业项目取不晚于报告期年度的最新一行）',
      en: 'converted to shares ÷ fiscal funds invested, per industry project the newest year up to the period',
    },
    numerator: { zh: '转为股份金额', en: 'amount converted to shares' },
    denominator: { zh: '财政扶贫资金投入', en: 'fiscal funds invested' },
    countUnit: '分',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.9, amber: 0.6, basis: 'proposal' }],
    sources: ['industryProjects'],
    personal: false,
  },
  {
    ...shape,
    id: 'share.household_coverage',
    breakdowns: ['site'],
    name: { zh: '搬迁户入股覆盖率', en: 'Relocated households holding shares' },
    formula: {
      zh: '持有有效股份的已入住建档立卡户 ÷ 已入住建档立卡户（最新分红年度）',
      en: 'moved-in registered households with a valid share ÷ moved-in registered households, newest dividend year',
    },
    numerator: { zh: '持有有效股份的户数', en: 'households with a valid share' },
    denominator: { zh: '已入住建档立卡户数', en: 'moved-in registered households' },
    countUnit: '户',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.9, amber: 0.7, basis: 'proposal' }],
    sources: ['shares', 'households'],
    personal: true,
  },
  {
    ...shape,
    id: 'share.dividend_paid_rate',
    name: { zh: '分红兑现率', en: 'Dividends paid' },
    formula: {
      zh: 'Σ min(实际分红, 应分红) ÷ Σ 应分红（最新分红年度）',
      en: 'Σ min(dividend paid, dividend due) ÷ Σ dividend due, newest dividend year',
    },
    numerator: { zh: '已兑现分红（不超过应分红）', en: 'dividends paid, up to what is due' },
    denominator: { zh: '应分红', en: 'dividends due' },
    countUnit: '分',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.95, basis: 'proposal' }],
    sources: ['shares'],
    personal: true,
  },
];
