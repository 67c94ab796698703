import type { ParameterDefinition } from '../../indicators/definition.ts';
import { wholeCatalogue } from '../../indicators/whole-catalogue.ts';
import type { Representation } from '../http/representations.ts';
import { areasParameter, langParameter, periodsParameter } from '../query/common-parameters.ts';
import { type Choice, type NumberParameter, type Parameter, required } from '../query/parameter.ts';
import { valuesOf } from '../query/parameter-values.ts';

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

/** Money is kept in 分; a value in money is shown in 元 unless another unit is asked for. */
export type MoneyUnit = '元' | '万元' | '分';

/** Units of money and of shares by the words for them. */
export const unitWords: Readonly<Record<string, MoneyUnit | 'fraction' | 'points'>> = {
  元: '元',
  yuan: '元',
  万元: '万元',
  wan: '万元',
  分: '分',
  fen: '分',
  fraction: 'fraction',
  小数: 'fraction',
  points: 'points',
  百分点: 'points',
};

/** Every value a setting takes with one indicator or another. */
function settingValues(name: ParameterDefinition['name']): readonly string[] {
  const all = wholeCatalogue.flatMap(({ parameters }) => parameters);
  return [...new Set(all.filter((one) => one.name === name).flatMap(valuesOf))];
}

export const indicatorParameter: Choice<string> = {
  name: 'indicator',
  required: true,
  takes: { kind: 'many', values: wholeCatalogue.map(({ id }) => id) },
  forms: ['reloc.start_rate', 'reloc.start_rate,fund.leak_ratio'],
  refused: ['unknown_indicator', 'too_large'],
  meaning: { zh: '指标编号，逗号分隔', en: 'ids of the catalogue, separated by commas' },
};

export const byParameter: Choice<string> = {
  name: 'by',
  required: false,
  takes: { kind: 'one', values: [...new Set(wholeCatalogue.flatMap(({ breakdowns }) => breakdowns))] },
  refused: ['breakdown_not_available'],
  meaning: { zh: '细分，另给合计 all', en: 'breakdown that is opened, with the whole as all' },
};

const settingRefused = ['unknown_value', 'parameter_not_applicable'] as const;

/** What is counted, by which plan: settings that some indicators have. */
export const settingParameters: readonly Choice<string>[] = [
  {
    name: 'basis',
    required: false,
    takes: { kind: 'one', values: settingValues('basis') },
    refused: settingRefused,
    meaning: { zh: '计数口径', en: 'what is counted, where the indicator leaves it open' },
  },
  {
    name: 'plan',
    required: false,
    takes: { kind: 'one', values: settingValues('plan') },
    refused: settingRefused,
    meaning: { zh: '334 计划按节点或按线性', en: 'the 334 plan by its nodes or even between them' },
  },
  {
    name: 'planYear',
    required: false,
    takes: { kind: 'one', values: settingValues('planYear') },
    refused: settingRefused,
    meaning: { zh: '计划年度，默认为时期所在年', en: 'plan year; by default the year of the period' },
  },
  {
    name: 'year',
    required: false,
    takes: { kind: 'one', values: settingValues('year') },
    refused: settingRefused,
    meaning: {
      zh: '只计该年发生的资金，默认累计至数据日期',
      en: 'money of entries dated in that year; by default cumulative to the data date',
    },
  },
];

export const vsParameter: Choice<Comparison> = {
  name: 'vs',
  required: false,
  takes: { kind: 'many', values: comparisons },
  meaning: {
    zh: '对比：目标与差距、上一期、上年同期、同市各县名次',
    en: 'target and gap; the period before; the same period a year before; rank among the counties of the city',
  },
};

export const asOfParameter: Parameter = {
  name: 'asOf',
  required: false,
  takes: {
    kind: 'text',
    pattern:
      '^(\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2}))?|[\\w-]{24}\\.[0-9a-z]{1,9})$',
  },
  forms: ['2017-05-02', '2017-05-02T09:30:00+08:00', '<snapshot>'],
  refused: ['unknown_as_of', 'snapshot_expired'],
  meaning: {
    zh: '知识时间：当时已发布的数据；日期指上海时间当日结束',
    en: 'what Anju had published by then; a day means its end in Shanghai; or the snapshot of an earlier answer',
  },
};

export const labelsParameter: Choice<Labeling> = {
  name: 'labels',
  required: false,
  takes: { kind: 'one', values: labelings },
  meaning: {
    zh: '代码、名称或两者；xlsx 默认 both，其余默认 code',
    en: 'codes, names or both; by default both in .xlsx and code elsewhere',
  },
};

const shapeParameter: Choice<Shape> = {
  name: 'shape',
  required: false,
  takes: { kind: 'one', values: shapes },
  refused: ['unknown_value', 'not_with'],
  meaning: {
    zh: '每行一个数，或每行一个序列、各期一列',
    en: 'a row an observation, or a row a series with its periods as columns',
  },
};

/** A cube of JSON-stat has no rows that could be made wide. */
export function shapeIn(representation: Representation): Choice<Shape> {
  if (representation !== 'jsonstat') return shapeParameter;
  return { ...shapeParameter, takes: { kind: 'one', values: ['long'] } };
}

export const decimalsParameter: NumberParameter = {
  name: 'decimals',
  required: false,
  takes: { kind: 'number', least: 0, most: 6 },
  meaning: { zh: 'value 的小数位，四舍五入', en: 'decimals of the values, rounded half up' },
};

export const unitParameter: Choice<string> = {
  name: 'unit',
  required: false,
  takes: { kind: 'many', values: Object.keys(unitWords) },
  forms: ['元', '万元', '分', 'fraction', 'points'],
  meaning: {
    zh: '金额单位；% 与百分点写成小数或百分数',
    en: 'unit of money (also yuan, wan, fen); % and pp as fractions or in points',
  },
};

export const observationsParameter: NumberParameter = {
  name: 'limit',
  required: false,
  takes: { kind: 'number', least: 1, most: pageLimits.most },
  meaning: {
    zh: `每页个数；JSON 默认 ${pageLimits.unasked}，文件默认全部`,
    en: `observations a page; by default ${pageLimits.unasked} in JSON and all in files`,
  },
};

const cursorParameter: Parameter = {
  name: 'cursor',
  required: false,
  takes: { kind: 'text', pattern: '^[\\w-]+$' },
  forms: ['<next>'],
  refused: ['unknown_cursor', 'snapshot_expired'],
  meaning: { zh: '上一页答复中的 next', en: '`next` of the page before, whose snapshot it keeps' },
};

/** `bom=0` leaves the byte-order mark out of CSV. */
export const bomParameter: Choice<'0' | '1'> = {
  name: 'bom',
  required: false,
  takes: { kind: 'one', values: ['1', '0'] },
  meaning: { zh: '仅 CSV：0 表示不写字节序标记', en: 'CSV only: 0 leaves the byte-order mark out' },
};

/** The selection grammar of `/v1/data` in a representation, in the order of the docs. */
export function dataParameters(representation: Representation): readonly Parameter[] {
  return [
    indicatorParameter,
    required(areasParameter),
    required(periodsParameter),
    byParameter,
    ...settingParameters,
    vsParameter,
    asOfParameter,
    langParameter,
    labelsParameter,
    shapeIn(representation),
    decimalsParameter,
    unitParameter,
    observationsParameter,
    cursorParameter,
    ...(representation === 'csv' ? [bomParameter] : []),
  ];
}
