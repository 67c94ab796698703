import type { IndicatorDefinition } from '../definition.ts';
import { measures } from './measures.ts';

/** 报表质量: what the county reports beside its own details. */
export const rptDefinitions: readonly IndicatorDefinition[] = [
  {
    id: 'rpt.report_gap',
    family: 'rpt',
    name: { zh: '报表与明细差异', en: 'Report against details' },
    formula: {
      zh: '|上报数 − 按台账重算数|：开工率、竣工率为百分点差；户数、资金为差额 ÷ 重算数',
      en: '|reported − recomputed from projects and ledger|: of rates in points, of households and money as a share of the recomputed',
    },
    numerator: { zh: '差额', en: 'difference' },
    denominator: { zh: '计划户数或重算数', en: 'planned households, or the recomputed figure' },
    unit: '%',
    countUnit: '户/分',
    kind: 'gap',
    direction: 'lower',
    colour: 'thresholds',
    thresholds: [{ effectiveFrom: '2016-01-01', green: 0.0005, amber: 0.01, basis: 'proposal' }],
    sources: ['progressReports', 'projects', 'fundParties', 'fundLedger'],
    parameters: [{ name: 'basis', values: measures, default: 'start_rate' }],
    breakdowns: ['mode'],
    personal: false,
    source: 'domain.md §5.9, §4 X9',
  },
];
