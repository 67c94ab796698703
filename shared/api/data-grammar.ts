import type { Bilingual } from '../indicators/definition.ts';
import type { ParameterSpec } from './http.ts';
import { languages } from './language.ts';
import { periodTermForms } from './read-periods.ts';

/** What an observation may be held against (`vs=`). */
export const comparisons = ['plan', 'previous', 'year', 'peers'] as const;
export type Comparison = (typeof comparisons)[number];

/** How codes are told: as codes, as names, or both. */
export const labelings = ['code', 'text', 'both'] as const;
export type Labeling = (typeof labelings)[number];

/** One row an observation, or one row a series with a column for each period. */
export const shapes = ['long', 'wide'] as const;
export type Shape = (typeof shapes)[number];

/** Most observations of a page, and those of one for which no `limit` is given. */
export const pageLimits = { most: 10_000, unasked: 1_000 } as const;

/** One parameter of `/v1/data` as data: the query reader, the docs and the OpenAPI document come from it. */
export interface GrammarEntry extends ParameterSpec {
  /** Values it takes, or the forms they have. */
  readonly forms: readonly string[];
  readonly meaning: Bilingual;
}

/** The selection grammar of `/v1/data`, in the order of the docs. */
export const dataGrammar: readonly GrammarEntry[] = [
  {
    name: 'indicator',
    required: true,
    forms: ['reloc.start_rate', 'reloc.start_rate,fund.leak_ratio'],
    meaning: { zh: '指标编号，逗号分隔', en: 'ids of the catalogue, separated by commas' },
  },
  {
    name: 'area',
    required: true,
    forms: ['4312', '431224,431222', 'children(4312)'],
    meaning: {
      zh: '行政区划代码；children() 为下一级',
      en: 'area codes; children() are the areas directly below',
    },
  },
  {
    name: 'period',
    required: true,
    forms: periodTermForms,
    meaning: {
      zh: '时期、同种时期的区间、最近若干期；也接受 2017Q2、2017年4月中旬、2017-04-11/P10D、2017-K11',
      en: 'periods, ranges of one kind, the newest so many; 2017Q2, 2017年4月中旬, 2017-04-11/P10D and 2017-K11 are taken as well',
    },
  },
  {
    name: 'by',
    required: false,
    forms: ['mode', 'source', 'model'],
    meaning: { zh: '细分，另给合计 all', en: 'breakdown that is opened, with the whole as all' },
  },
  {
    name: 'basis',
    required: false,
    forms: ['projects', 'households', 'persons', 'count', 'amount'],
    meaning: { zh: '计数口径', en: 'what is counted, where the indicator leaves it open' },
  },
  {
    name: 'plan',
    required: false,
    forms: ['step', 'linear'],
    meaning: { zh: '334 计划按节点或按线性', en: 'the 334 plan by its nodes or even between them' },
  },
  {
    name: 'planYear',
    required: false,
    forms: ['2017'],
    meaning: { zh: '计划年度，默认为时期所在年', en: 'plan year; by default the year of the period' },
  },
  {
    name: 'vs',
    required: false,
    forms: comparisons,
    meaning: {
      zh: '对比：目标与差距、上一期、上年同期、同市各县名次',
      en: 'target and gap; the period before; the same period a year before; rank among the counties of the city',
    },
  },
  {
    name: 'asOf',
    required: false,
    forms: ['2017-05-02', '2017-05-02T09:30:00+08:00', '<snapshot>'],
    meaning: {
      zh: '知识时间：当时已发布的数据；日期指上海时间当日结束',
      en: 'what Anju had published by then; a day means its end in Shanghai; or the snapshot of an earlier answer',
    },
  },
  {
    name: 'lang',
    required: false,
    forms: languages,
    meaning: {
      zh: '名称的语言，默认按 Accept-Language',
      en: 'language of names; by default that of Accept-Language',
    },
  },
  {
    name: 'labels',
    required: false,
    forms: labelings,
    meaning: {
      zh: '代码、名称或两者；xlsx 默认 both，其余默认 code',
      en: 'codes, names or both; by default both in .xlsx and code elsewhere',
    },
  },
  {
    name: 'shape',
    required: false,
    forms: shapes,
    meaning: {
      zh: '每行一个数，或每行一个序列、各期一列',
      en: 'a row an observation, or a row a series with its periods as columns',
    },
  },
  {
    name: 'decimals',
    required: false,
    forms: ['0…6'],
    meaning: { zh: 'value 的小数位，四舍五入', en: 'decimals of the values, rounded half up' },
  },
  {
    name: 'unit',
    required: false,
    forms: ['元', '万元', '分', 'fraction', 'points'],
    meaning: {
      zh: '金额单位；% 与百分点写成小数或百分数',
      en: 'unit of money (also yuan, wan, fen); % and pp as fractions or in points',
    },
  },
  {
    name: 'limit',
    required: false,
    forms: [`1…${pageLimits.most}`],
    meaning: {
      zh: `每页个数；JSON 默认 ${pageLimits.unasked}，文件默认全部`,
      en: `observations a page; by default ${pageLimits.unasked} in JSON and all in files`,
    },
  },
  {
    name: 'cursor',
    required: false,
    forms: ['<next>'],
    meaning: { zh: '上一页答复中的 next', en: '`next` of the page before, whose snapshot it keeps' },
  },
];

/** `bom=0` leaves the byte-order mark out of CSV. */
export const bomParameter: GrammarEntry = {
  name: 'bom',
  required: false,
  forms: ['1', '0'],
  meaning: { zh: '仅 CSV：0 表示不写字节序标记', en: 'CSV only: 0 leaves the byte-order mark out' },
};
