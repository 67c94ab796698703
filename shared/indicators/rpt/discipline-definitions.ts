import type { IndicatorDefinition } from '../definition.ts';

const shape = {
  family: 'rpt',
  measured: 'uploads',
  unit: '%',
  countUnit: '份',
  kind: 'ratio',
  direction: 'higher',
  colour: 'thresholds',
  sources: [],
  parameters: [],
  breakdowns: ['dataset', 'grain'],
  personal: false,
  source: 'domain.md §5.9',
} as const;

const limits = (green: number, amber: number): IndicatorDefinition['thresholds'] => [
  { effectiveFrom: '2016-01-01', green, amber, basis: 'proposal' },
];

/** 旬调度、月通报: how a county reports, measured from its uploads when it is asked for. */
export const disciplineDefinitions: readonly IndicatorDefinition[] = [
  {
    ...shape,
    id: 'rpt.ontime',
    name: { zh: '按期报送率', en: 'Reports on time' },
    formula: {
      zh: '期限内首次收到的报表 ÷ 应报报表（期限已过或已收到的）',
      en: 'reports first received by their deadline ÷ reports expected: those whose deadline has passed, or that are there',
    },
    numerator: { zh: '按期收到份数', en: 'reports on time' },
    denominator: { zh: '应报份数', en: 'reports expected' },
    thresholds: limits(1, 0.9),
  },
  {
    ...shape,
    id: 'rpt.lag_hours',
    name: { zh: '报送滞后', en: 'Hours late' },
    formula: {
      zh: '各报表超过期限的小时数（按期为 0，不满一小时计一小时）之和 ÷ 收到的报表',
      en: 'sum of the hours that reports are late (0 on time, hours begun count) ÷ reports received',
    },
    numerator: { zh: '滞后小时数', en: 'hours late' },
    denominator: { zh: '收到份数', en: 'reports received' },
    unit: '小时',
    countUnit: '小时/份',
    direction: 'lower',
    thresholds: limits(0, 24),
  },
  {
    ...shape,
    id: 'rpt.reject_rate',
    name: { zh: '行级退回率', en: 'Rows sent back' },
    formula: {
      zh: '退回的行 ÷ 报送的行（整份退回的全部计入，各次报送都计）',
      en: 'rows quarantined, or all rows of a part that was rejected ÷ rows sent, of every upload',
    },
    numerator: { zh: '退回行数', en: 'rows sent back' },
    denominator: { zh: '报送行数', en: 'rows sent' },
    countUnit: '行',
    direction: 'lower',
    thresholds: limits(0.01, 0.05),
    breakdowns: ['dataset'],
  },
  {
    ...shape,
    id: 'rpt.correction_rate',
    name: { zh: '更正率', en: 'Reports corrected' },
    formula: {
      zh: '内容有过两个以上版本的报表 ÷ 收到的报表',
      en: 'reports that came with more than one content ÷ reports received',
    },
    numerator: { zh: '更正份数', en: 'reports corrected' },
    denominator: { zh: '收到份数', en: 'reports received' },
    direction: 'lower',
    thresholds: limits(0.05, 0.15),
  },
  {
    ...shape,
    id: 'rpt.completeness',
    name: { zh: '数据集齐全率', en: 'Datasets up to date' },
    formula: {
      zh: '已有最近应报期数据的数据集 ÷ 11',
      en: 'datasets whose newest report is that of the last period due ÷ 11',
    },
    numerator: { zh: '最新的数据集', en: 'datasets up to date' },
    denominator: { zh: '数据集', en: 'datasets' },
    countUnit: '个',
    breakdowns: [],
    thresholds: limits(1, 0.8),
  },
];
