import { periodForms } from '../../programme/periods.ts';
import { type Language, languages } from '../../text/languages.ts';
import type { Choice, NumberParameter, Parameter } from './parameter.ts';
import { periodTermForms } from './read-periods.ts';

/** Patterns of the words that stand for places and times; whether there is such an area only the province says. */
const area = '\\d{2}(\\d{2}){0,2}';
const period = '\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-X[1-3])?)?';

export const areaParameter: Parameter = {
  name: 'area',
  required: false,
  takes: { kind: 'text', pattern: `^${area}$` },
  forms: ['4312', '431224'],
  refused: ['unknown_area'],
  meaning: { zh: '行政区划代码，默认为本人的地区', en: 'area code; by default your own area' },
};

export const areasParameter: Parameter = {
  name: 'area',
  required: false,
  takes: { kind: 'texts', pattern: `^(${area}|children\\(\\d{2}(\\d{2})?\\))$` },
  forms: ['4312', '431224,431222', 'children(4312)'],
  refused: ['unknown_area', 'area_without_children'],
  meaning: {
    zh: '行政区划代码；children() 为下一级',
    en: 'area codes; children() are the areas directly below',
  },
};

export const periodParameter: Parameter = {
  name: 'period',
  required: false,
  takes: { kind: 'text', pattern: `^${period}$` },
  forms: periodForms,
  refused: ['unknown_period'],
  meaning: { zh: '时期', en: 'a period' },
};

export const periodsParameter: Parameter = {
  name: 'period',
  required: false,
  takes: {
    kind: 'texts',
    pattern: `^(latest|${period}(\\.\\.${period})?|last:[1-9]\\d{0,2}:(year|quarter|month|xun))$`,
  },
  forms: periodTermForms,
  refused: ['unknown_period', 'invalid_range'],
  meaning: {
    zh: '时期、同种时期的区间、最近若干期；也接受 2017Q2、2017年4月中旬、2017-04-11/P10D、2017-K11',
    en: 'periods, ranges of one kind, the newest so many; 2017Q2, 2017年4月中旬, 2017-04-11/P10D and 2017-K11 are taken as well',
  },
};

/** A period of which each county gives its newest report, or the newest of all. */
export const onePeriodParameter: Parameter = {
  ...periodParameter,
  takes: { kind: 'text', pattern: `^(latest|${period})$` },
  refused: ['unknown_period', 'invalid_range', 'one_value_only'],
  forms: [...periodForms, 'latest'],
  meaning: {
    zh: '一个时期，取其中最新一期；latest 为最新',
    en: 'one period, of which the newest report counts; latest is the newest of all',
  },
};

export const langParameter: Choice<Language> = {
  name: 'lang',
  required: false,
  takes: { kind: 'one', values: languages },
  meaning: {
    zh: '名称与拒绝说明的语言，默认按 Accept-Language',
    en: 'language of names and refusals; by default that of Accept-Language',
  },
};

/** Language of a page whose fields have a `lang` of their own. */
export const pageLangParameter: Choice<Language> = { ...langParameter, name: 'pageLang' };

export const fieldsParameter: Parameter = {
  name: 'fields',
  required: false,
  takes: { kind: 'fields' },
  forms: [],
  meaning: {
    zh: '表单中的各栏，按所选地址的参数命名；空白的栏视为没有',
    en: 'fields of a form, named as the parameters of the address it is for; blank ones are as if left out',
  },
};

/** Members of a page of a list. */
export const limitParameter = {
  name: 'limit',
  required: false,
  takes: { kind: 'number', least: 1, most: 1_000, unasked: 100 },
  meaning: { zh: '每页个数，默认 100', en: 'members of a page; 100 by default' },
} as const satisfies NumberParameter;

/** Alerts of a page: all of them in most areas, and never more than can be said at once. */
export const alertsParameter = {
  ...limitParameter,
  takes: { ...limitParameter.takes, unasked: 1_000 },
  meaning: { zh: '每页个数，默认 1000', en: 'members of a page; 1000 by default' },
} as const satisfies NumberParameter;

export const cursorParameter: Parameter = {
  name: 'cursor',
  required: false,
  takes: { kind: 'text', pattern: '^[\\w-]+$' },
  forms: ['<next>'],
  refused: ['unknown_cursor', 'snapshot_expired'],
  meaning: { zh: '上一页答复中的 next', en: '`next` of the page before, copied as it is' },
};

/** A place in a list that is not of one state: it stays good whatever is sent meanwhile. */
export const positionParameter: Parameter = { ...cursorParameter, refused: ['unknown_cursor'] };

/** Both, for lists that come in pages. */
export const pageParameters: readonly Parameter[] = [limitParameter, cursorParameter];

export const keyParameter: Parameter = {
  name: 'key',
  required: false,
  takes: { kind: 'text', pattern: '^.{1,1024}$' },
  forms: ['431224/2017-04-X3/项目台账.xlsx'],
  meaning: { zh: '文件在收件桶中的键', en: 'key of the file in the inbox' },
};

export const cellParameter: Parameter = {
  name: 'cell',
  required: false,
  takes: { kind: 'text', pattern: '^.{1,100}![A-Z]{0,3}[1-9]\\d{0,6}$' },
  forms: ['花名册!K12', '花名册!12'],
  refused: ['unknown_cell', 'cells_not_shown'],
  meaning: { zh: '单元格，或整行', en: 'a cell of the workbook, or a whole row' },
};
