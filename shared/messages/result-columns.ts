import type { Bilingual } from '../text/languages.ts';

/** Titles of the columns of a table of observations, by their ids. */
export const columnTitles = {
  indicator: { zh: '指标编号', en: 'Indicator id' },
  indicatorLabel: { zh: '指标', en: 'Indicator' },
  area: { zh: '地区代码', en: 'Area code' },
  areaLabel: { zh: '地区', en: 'Area' },
  period: { zh: '时期代码', en: 'Period code' },
  periodLabel: { zh: '时期', en: 'Period' },
  periodStart: { zh: '起', en: 'From' },
  periodEnd: { zh: '止', en: 'To' },
  mode: { zh: '安置方式代码', en: 'Mode code' },
  modeLabel: { zh: '安置方式', en: 'Mode' },
  site: { zh: '安置点代码', en: 'Site code' },
  siteLabel: { zh: '安置点', en: 'Site' },
  source: { zh: '资金来源代码', en: 'Source code' },
  sourceLabel: { zh: '资金来源', en: 'Source of funds' },
  model: { zh: '利益联结模式代码', en: 'Model code' },
  modelLabel: { zh: '利益联结模式', en: 'Model' },
  basis: { zh: '口径', en: 'Basis' },
  plan: { zh: '计划', en: 'Plan' },
  planYear: { zh: '计划年度', en: 'Plan year' },
  year: { zh: '发生年度', en: 'Year of entry' },
  value: { zh: '值', en: 'Value' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  unit: { zh: '单位', en: 'Unit' },
  status: { zh: '状态代码', en: 'Status code' },
  statusLabel: { zh: '状态', en: 'Status' },
  rag: { zh: '颜色代码', en: 'Colour code' },
  ragLabel: { zh: '颜色', en: 'Colour' },
  coverage: { zh: '覆盖率', en: 'Coverage' },
  dataDateMin: { zh: '最早截至日期', en: 'Earliest data date' },
  dataDateMax: { zh: '最晚截至日期', en: 'Latest data date' },
  lastReported: { zh: '上次报到', en: 'Last reported' },
  target: { zh: '目标', en: 'Target' },
  gap: { zh: '与目标差距', en: 'Gap to target' },
  previousPeriod: { zh: '上一期', en: 'Period before' },
  previousValue: { zh: '上一期值', en: 'Value before' },
  previousDelta: { zh: '比上一期', en: 'Change' },
  yearPeriod: { zh: '上年同期', en: 'Same period a year before' },
  yearValue: { zh: '上年同期值', en: 'Value a year before' },
  yearDelta: { zh: '比上年同期', en: 'Change on the year' },
  rank: { zh: '同市名次', en: 'Rank in the city' },
  quartile: { zh: '四分位', en: 'Quartile' },
  peers: { zh: '同市有数县数', en: 'Counties ranked' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Title of a column; one that has none is its own id. */
export function columnTitle(id: string): Bilingual {
  const titles: Readonly<Record<string, Bilingual>> = columnTitles;
  return titles[id] ?? { zh: id, en: id };
}

/** What the sheet 说明 of an exported workbook says. */
export const noteTexts = {
  sheet: { zh: '说明', en: 'Notes' },
  data: { zh: '数据', en: 'Data' },
  snapshot: { zh: '数据快照', en: 'Snapshot' },
  asOf: { zh: '发布截至（上海时间）', en: 'Published as of (Shanghai time)' },
  catalogue: { zh: '指标目录版本', en: 'Catalogue version' },
  query: { zh: '查询', en: 'Query' },
  source: { zh: '来源', en: 'Source' },
  sourceText: {
    zh: '安居（Anju），由各县上报台账计算',
    en: 'Anju, computed from the workbooks of the counties',
  },
  rules: {
    zh: '0/0 记为不适用，缺报不记为零；比例按分子、分母之和计算。',
    en: '0/0 is not applicable and what is not reported is never zero; ratios are ratios of sums.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  formula: { zh: '计算方法', en: 'Formula' },
  unit: { zh: '单位', en: 'Unit' },
  id: { zh: '编号', en: 'Id' },
  nothing: { zh: '尚未发布', en: 'nothing published' },
} as const satisfies Readonly<Record<string, Bilingual>>;
