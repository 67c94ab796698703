import type { IndicatorDefinition } from '../definition.ts';
import { entryYear } from './years.ts';

const shape = {
  family: 'fund',
  unit: '%',
  countUnit: '分',
  kind: 'ratio',
  direction: 'higher',
  parameters: [entryYear],
  breakdowns: ['source'],
  personal: false,
  source: 'domain.md §5.4',
} as const;

const uncoloured = { colour: 'none', thresholds: [] } as const;

/** 支付率: money should be paid as the houses are finished, at most ten points behind. */
export const disbursementRate: IndicatorDefinition = {
  ...shape,
  id: 'fund.disbursement_rate',
  name: { zh: '支付率（资金使用率）', en: 'Funds disbursed' },
  formula: {
    zh: '（专户支付 − 退回）÷（专户到账 + 期初余额）',
    en: '(paid from dedicated accounts − refunds) ÷ (received + opening balance)',
  },
  numerator: { zh: '专户净支付金额', en: 'net payments from dedicated accounts' },
  denominator: { zh: '到账加期初余额', en: 'received and opening balance' },
  colour: 'completion',
  thresholds: [{ effectiveFrom: '2016-01-01', green: -0.1, amber: -0.1, basis: 'proposal' }],
  sources: ['fundLedger', 'fundParties'],
};

/** 专户储存 · 专款专用 · 封闭运行: the funds, cumulative to the data date or of a year. */
export const fundDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'fund.allocation_rate',
    name: { zh: '预算分解率', en: 'Budget allocated to projects' },
    formula: { zh: '分解到项目 ÷ 预算下达', en: 'allocated to projects ÷ budget issued' },
    numerator: { zh: '分解到项目金额', en: 'allocated to projects' },
    denominator: { zh: '预算下达金额', en: 'budget issued' },
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.9, basis: 'proposal' }],
    sources: ['fundLedger'],
  },
  {
    ...shape,
    id: 'fund.arrival_rate',
    name: { zh: '资金到位率', en: 'Funds received' },
    formula: { zh: '专户到账 ÷ 分解到项目', en: 'received in dedicated accounts ÷ allocated to projects' },
    numerator: { zh: '专户到账金额', en: 'received in dedicated accounts' },
    denominator: { zh: '分解到项目金额', en: 'allocated to projects' },
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.95, amber: 0.8, basis: 'proposal' }],
    sources: ['fundLedger', 'fundParties'],
  },
  disbursementRate,
  {
    ...shape,
    id: 'fund.closed_loop_rate',
    name: { zh: '闭环运行率', en: 'Payments inside the closed loop' },
    formula: {
      zh: '通过全部检验的支付 ÷ 全部支付（专户付款、收款方在册、用途合规、项目已备案且有余量、有凭证、不重复、无红色预警）',
      en: 'payments passing every test ÷ gross payments (dedicated payer, known payee, allowed purpose, filed project with room, voucher, no duplicate, no red alert)',
    },
    numerator: { zh: '闭环内支付金额', en: 'payments inside the loop' },
    denominator: { zh: '支付总额', en: 'gross payments' },
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.99, basis: 'proposal' }],
    sources: ['fundLedger', 'fundParties', 'projects'],
  },
  {
    ...shape,
    ...uncoloured,
    id: 'fund.full_closure_rate',
    name: { zh: '资金闭合率（全程）', en: 'Full closure of funds' },
    formula: { zh: '结算 ÷ 预算下达', en: 'settled ÷ budget issued' },
    numerator: { zh: '结算金额', en: 'settled' },
    denominator: { zh: '预算下达金额', en: 'budget issued' },
    sources: ['fundLedger'],
  },
  {
    ...shape,
    id: 'fund.leak_ratio',
    name: { zh: '封闭外资金', en: 'Payments outside the circuit' },
    formula: {
      zh: '触发任一红色检验的支付（每笔一次）÷ 全部支付',
      en: 'payments failing any red test, each once ÷ gross payments',
    },
    numerator: { zh: '封闭外支付金额', en: 'payments failing a red test' },
    denominator: { zh: '支付总额', en: 'gross payments' },
    direction: 'lower',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0, amber: 0.005, basis: 'proposal' }],
    sources: ['fundLedger', 'fundParties', 'projects'],
  },
];
