import type { Bilingual } from '../text/languages.ts';
import { severityNames } from './severity-words.ts';

/** Every fixed text of the page; sentences with values in braces are filled in by it. */
export const pageTexts = {
  brand: { zh: '安居', en: 'Anju' },
  tagline: {
    zh: '易地扶贫搬迁：县里的表格，当场变成可追溯的指标',
    en: 'Relocation programme: county workbooks become traceable indicators as they arrive',
  },
  skip: { zh: '跳到指标', en: 'Skip to the figures' },
  otherLanguage: { zh: 'English', en: '中文' },
  asOf: { zh: '发布截至', en: 'Published as of' },
  newest: { zh: '最新一期', en: 'Newest period' },
  coverage: { zh: '已报县区', en: 'Counties reporting' },
  path: { zh: '工作链条', en: 'The chain' },
  figures: { zh: '主要指标', en: 'Headline figures' },
  board: { zh: '各地进度', en: 'Area by area' },
  boardNote: { zh: '各县区取其最新一期。', en: 'Each county at the newest period it has reported.' },
  areaColumn: { zh: '地区', en: 'Area' },
  uploads: { zh: '最近上报', en: 'Latest uploads' },
  noUploads: { zh: '还没有文件。', en: 'No files yet.' },
  fileColumn: { zh: '文件', en: 'File' },
  stateColumn: { zh: '状态', en: 'State' },
  rowsColumn: { zh: '通过 / 行数', en: 'Accepted / rows' },
  findingsColumn: { zh: severityNames('zh'), en: severityNames('en') },
  receivedColumn: { zh: '收到时间', en: 'Received' },
  findingsFile: { zh: '问题清单', en: 'Findings' },
  annotatedFile: { zh: '批注原表', en: 'Annotated workbook' },
  receiptFile: { zh: '回执', en: 'Receipt' },
  forms: { zh: '空表', en: 'Empty forms' },
  formsText: {
    zh: '下载空表，填好后上报。带下拉选项和填表说明。',
    en: 'Fetch an empty form, fill it in and send it. It has drop-downs and instructions.',
  },
  docsLink: { zh: '接口与字段说明', en: 'Documentation' },
  howTo: { zh: '怎样上报', en: 'How to send a file' },
  howToText: {
    zh: '把台账放到收件桶里“县代码/时期/”下即可，文件名随意。是哪一种台账由表头认出；合格的行随即发布，问题逐条指到单元格。',
    en: 'Put the workbook into the inbox under county code/period/, by any name. Its headers tell which ledger it is; clean rows are published at once, and every problem is named down to its cell.',
  },
  api: { zh: '数据接口', en: 'Data' },
  apiText: {
    zh: '页面上的每个数都来自这些地址，可直接用于 Excel、pandas、R。',
    en: 'Every number on this page comes from these addresses; use them from Excel, pandas or R.',
  },
  empty: {
    zh: '还没有发布任何数据。放进第一个文件，指标几秒钟后就出现在这里。',
    en: 'Nothing is published yet. Put in the first file and its indicators appear here within seconds.',
  },
  json: { zh: 'JSON', en: 'JSON' },
  hidden: {
    zh: '“不予显示”：这个数少于 {k}，或可由它推出少于 {k} 的数；人数太少会认出个人，所以隐去。',
    en: '“Suppressed”: the number is below {k}, or would give one below {k} away; so few people could be recognised, and so it is hidden.',
  },
  planYear: { zh: '{year} 年计划', en: 'plan of {year}' },
  dataDate: { zh: '截至', en: 'data to' },
  partial: { zh: '{value} 县区有数', en: '{value} counties' },
  lastReported: { zh: '上次报到 {value}', en: 'last reported {value}' },
  inWords: { zh: '计算方法', en: 'Formula' },
  footer: {
    zh: '颜色：● 达标，▲ 关注，■ 滞后。0/0 记为不适用，缺报不记为零。',
    en: 'Colours: ● on target, ▲ watch, ■ behind. 0/0 is not applicable, and what is not reported is never zero.',
  },
  catalogue: { zh: '指标目录版本', en: 'Catalogue version' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Names of the stages, in the programme's own words. */
export const stageTexts = {
  moveOut: { zh: '搬得出', en: 'Move out' },
  settle: { zh: '稳得住', en: 'Settle' },
  work: { zh: '有事做', en: 'Work' },
  prosper: { zh: '能致富', en: 'Prosper' },
  funds: { zh: '资金封闭运行', en: 'Funds in a closed loop' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What stands in place of a value, or beside it. */
export const statusTexts = {
  ok: { zh: '', en: '' },
  not_applicable: { zh: '不适用', en: 'Not applicable' },
  inconsistent: { zh: '数据矛盾', en: 'Inconsistent' },
  no_data: { zh: '尚无数据', en: 'No data' },
  suppressed: { zh: '不予显示', en: 'Suppressed' },
  stale: { zh: '数据已旧', en: 'Stale' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Colours, each with a symbol of its own so that nobody has to see the colour. */
export const ragTexts = {
  green: { symbol: '●', zh: '达标', en: 'On target' },
  amber: { symbol: '▲', zh: '关注', en: 'Watch' },
  red: { symbol: '■', zh: '滞后', en: 'Behind' },
} as const satisfies Readonly<Record<string, Bilingual & { readonly symbol: string }>>;

/** States of an upload. */
export const uploadStateTexts = {
  received: { zh: '已收到', en: 'Received' },
  reading: { zh: '读取中', en: 'Reading' },
  rejected: { zh: '已退回', en: 'Rejected' },
  staged: { zh: '待发布（暂存）', en: 'Staged' },
  accepted: { zh: '即将发布', en: 'Accepted' },
  published: { zh: '已发布', en: 'Published' },
  superseded: { zh: '已被替换', en: 'Superseded' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '已过期', en: 'Expired' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A staged upload, or a part of one, that waits for `confirm` because it removes much. */
export const heldText: Bilingual = { zh: '待确认', en: 'Held' };

/** Breakdown cells by name, then value. */
export const breakdownTexts: Readonly<Record<string, Bilingual>> = {
  'mode=concentrated': { zh: '集中安置', en: 'Concentrated' },
  'mode=scattered': { zh: '分散安置', en: 'Scattered' },
  'site=scattered': { zh: '分散安置', en: 'Scattered' },
  'site=unknown': { zh: '安置点不明', en: 'Site not known' },
  'site=all': { zh: '合计', en: 'Together' },
  'mode=all': { zh: '合计', en: 'Together' },
  'model=company_base_farmer': { zh: '公司+基地+农户', en: 'Company + base + farmers' },
  'model=company_coop_farmer': { zh: '公司+合作社+农户', en: 'Company + cooperative + farmers' },
  'model=village_company_base_poor': {
    zh: '村集体+公司+基地+贫困户',
    en: 'Village + company + base + poor households',
  },
  'level=county': { zh: '县级领导', en: 'County leaders' },
  'level=township': { zh: '乡镇领导', en: 'Township leaders' },
  'level=village': { zh: '村组干部', en: 'Village cadres' },
  'level=all': { zh: '合计', en: 'Together' },
  'age=up_to_30': { zh: '超期30天以内', en: 'Up to 30 days overdue' },
  'age=31_to_90': { zh: '超期31–90天', en: '31 to 90 days overdue' },
  'age=over_90': { zh: '超期90天以上', en: 'More than 90 days overdue' },
  'age=all': { zh: '合计', en: 'Together' },
  'model=other': { zh: '其他', en: 'Other' },
  'model=all': { zh: '合计', en: 'Together' },
};

/** What is counted, in English; the Chinese measure word stands for itself. */
export const countUnitTexts: Readonly<Record<string, Bilingual>> = {
  户: { zh: '户', en: 'households' },
  人: { zh: '人', en: 'persons' },
  个: { zh: '个', en: 'projects' },
  笔: { zh: '笔', en: 'payments' },
  元: { zh: '元', en: 'yuan' },
  件: { zh: '件', en: 'issues' },
  天: { zh: '天', en: 'days' },
  '元/户': { zh: '元/户', en: 'yuan a household' },
};

/** Sentence for a stored finding whose code is no longer known. */
export function unknownFinding(code: string): Bilingual {
  return {
    zh: `没有“${code}”的说明，请联系管理员。`,
    en: `There is no explanation of "${code}"; ask whoever runs Anju.`,
  };
}
