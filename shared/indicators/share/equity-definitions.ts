import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'share',
  unit: '%',
  countUnit: '分',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  parameters: [],
  breakdowns: [],
  personal: false,
  source: 'domain.md §5.3, §9',
} as const;

const uncoloured = { direction: 'none', colour: 'none', thresholds: [] } as const;
const proposal = { effectiveFrom: '2016-01-01', basis: 'proposal' } as const;
const invested = { zh: '财政扶贫资金投入', en: 'fiscal funds invested' } as const;
const principal = { zh: '入股本金', en: 'principal' } as const;

/** 股份: where the money lies, how firmly households are tied to it, and what may become of it. */
export const equityDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'share.quantified_rate',
    name: { zh: '折股量化到户率', en: 'Shares quantified to households' },
    formula: {
      zh: '财政资金量化到户的本金 ÷ 转为股份金额（超过100%为数据矛盾）',
      en: 'principal quantified to households from fiscal funds ÷ amount converted to shares; above 100 % is a contradiction',
    },
    numerator: { zh: '量化到户的本金', en: 'principal quantified to households' },
    denominator: { zh: '转为股份金额', en: 'amount converted to shares' },
    neverAboveOne: true,
    thresholds: [{ ...proposal, green: 0.95, amber: 0.7 }],
    sources: ['shares', 'industryProjects'],
  },
  {
    ...shape,
    id: 'share.link_rate_funds',
    name: { zh: '利益联结资金占比', en: 'Funds tied to households' },
    formula: {
      zh: '有协议且有入股户的项目的财政投入 ÷ 财政扶贫资金投入',
      en: 'fiscal funds of projects with an agreement and at least one share ÷ fiscal funds invested',
    },
    numerator: { zh: '有利益联结的财政投入', en: 'fiscal funds with a linkage' },
    denominator: invested,
    thresholds: [{ effectiveFrom: '2016-01-01', green: 1, amber: 0.9, basis: 'rule' }],
    sources: ['shares', 'industryProjects'],
  },
  {
    ...shape,
    ...uncoloured,
    id: 'share.poverty_ratio',
    name: { zh: '贫困户持股比例', en: 'Ownership of poor households' },
    formula: {
      zh: '转为股份金额 ÷（转为股份金额 + 主体自有资本），只计填报了自有资本的项目',
      en: "converted to shares ÷ (converted + the entity's own capital), projects that state it",
    },
    numerator: { zh: '转为股份金额', en: 'amount converted to shares' },
    denominator: { zh: '转为股份金额与自有资本之和', en: 'converted and own capital' },
    sources: ['industryProjects'],
  },
  {
    ...shape,
    id: 'share.debt_like',
    name: { zh: '名股实债嫌疑占比', en: 'Debt in the guise of shares' },
    formula: {
      zh: '约定回购、固定回报且未做股权登记的本金 ÷ 入股本金',
      en: 'principal with buy-back, a fixed rate and no registered equity ÷ principal',
    },
    numerator: { zh: '嫌疑本金', en: 'suspected principal' },
    denominator: principal,
    direction: 'lower',
    thresholds: [{ ...proposal, green: 0.1, amber: 0.3 }],
    sources: ['shares', 'industryProjects'],
  },
  {
    ...shape,
    id: 'share.concentration',
    name: { zh: '垒大户：最大主体占比', en: 'Concentration: largest entity' },
    formula: {
      zh: '最大经营主体（按统一社会信用代码，全区域合并）的财政投入 ÷ 财政扶贫资金投入',
      en: 'fiscal funds of the largest entity (by unified social credit code, pooled over the area) ÷ fiscal funds invested',
    },
    numerator: { zh: '最大主体的财政投入', en: 'fiscal funds of the largest entity' },
    denominator: invested,
    kind: 'largest',
    direction: 'lower',
    thresholds: [{ ...proposal, green: 0.4, amber: 0.6 }],
    sources: ['industryProjects'],
  },
  {
    ...shape,
    ...uncoloured,
    id: 'share.hhi',
    name: { zh: '投入集中度（HHI）', en: 'Concentration index (HHI)' },
    formula: {
      zh: '各经营主体财政投入占比的平方和（全区域合并）',
      en: 'sum of the squared shares of the entities in fiscal funds, pooled over the area',
    },
    numerator: { zh: '投入平方和 ÷ 投入', en: 'sum of squared funds ÷ funds' },
    denominator: invested,
    unit: '–',
    kind: 'hhi',
    sources: ['industryProjects'],
  },
  {
    ...shape,
    ...uncoloured,
    id: 'share.maturity_12m',
    name: { zh: '一年内到期本金占比', en: 'Principal due within a year' },
    formula: {
      zh: '协议在截至日期起12个月内到期的本金 ÷ 入股本金（逾期另计）',
      en: 'principal whose agreement ends within 12 months of the data date ÷ principal; overdue apart',
    },
    numerator: { zh: '一年内到期本金', en: 'principal due within 12 months' },
    denominator: principal,
    sources: ['shares', 'industryProjects'],
  },
  {
    ...shape,
    id: 'share.overdue_principal',
    name: { zh: '逾期本金占比', en: 'Overdue principal' },
    formula: {
      zh: '协议已到期未续的本金 ÷ 入股本金',
      en: 'principal whose agreement has ended and is not renewed ÷ principal',
    },
    numerator: { zh: '逾期本金', en: 'overdue principal' },
    denominator: principal,
    direction: 'lower',
    thresholds: [{ ...proposal, green: 0, amber: 0 }],
    sources: ['shares', 'industryProjects'],
  },
  {
    ...shape,
    id: 'share.loss_exposure',
    name: { zh: '亏损主体资金占比', en: 'Funds in loss-making projects' },
    formula: {
      zh: '当年可分配利润为负的项目的财政投入 ÷ 财政扶贫资金投入',
      en: 'fiscal funds of projects with a negative profit ÷ fiscal funds invested',
    },
    numerator: { zh: '亏损项目的财政投入', en: 'fiscal funds in projects at a loss' },
    denominator: invested,
    direction: 'lower',
    thresholds: [{ ...proposal, green: 0.05, amber: 0.15 }],
    sources: ['industryProjects'],
  },
  {
    ...shape,
    ...uncoloured,
    id: 'share.model_mix',
    name: { zh: '模式结构', en: 'Mix of linkage models' },
    formula: {
      zh: '各利益联结模式的财政投入 ÷ 财政扶贫资金投入',
      en: 'fiscal funds by linkage model ÷ fiscal funds invested',
    },
    numerator: { zh: '该模式的财政投入', en: 'fiscal funds of the model' },
    denominator: invested,
    breakdowns: ['model'],
    sources: ['industryProjects'],
  },
];
