import type { Bilingual, Language } from '../../../text/languages.ts';
import { codeEntries, columnEntries, parameterEntries } from './answers.ts';
import { datasetEntries } from './datasets.ts';
import { type Entry, kinds } from './entry.ts';
import { breakdownEntries, indicatorEntries } from './indicators.ts';

type Cell = (entry: Entry, language: Language) => string;

const worded =
  (of: (entry: Entry) => Bilingual | undefined): Cell =>
  (entry, language) =>
    of(entry)?.[language] ?? '';

/** Columns of the dictionary by title; names stand in both languages, sentences in the one asked for. */
const columns: readonly (readonly [id: string, title: Bilingual, cell: Cell])[] = [
  ['kind', { zh: '种类', en: 'kind' }, ({ kind }, language) => kinds[kind][language]],
  ['of', { zh: '属于', en: 'of' }, ({ of }) => of ?? ''],
  ['id', { zh: '编号', en: 'id' }, ({ id }) => id],
  ['zh', { zh: '中文', en: 'Chinese' }, ({ name }) => name.zh],
  ['en', { zh: '英文', en: 'English' }, ({ name }) => name.en],
  ['type', { zh: '类型或取值', en: 'type or values' }, ({ type }) => type ?? ''],
  ['unit', { zh: '单位', en: 'unit' }, ({ unit }) => unit ?? ''],
  ['need', { zh: '必填', en: 'need' }, ({ need }) => need ?? ''],
  ['formula', { zh: '公式', en: 'formula' }, worded(({ formula }) => formula)],
  ['numerator', { zh: '分子', en: 'numerator' }, worded(({ numerator }) => numerator)],
  ['denominator', { zh: '分母', en: 'denominator' }, worded(({ denominator }) => denominator)],
  ['direction', { zh: '方向', en: 'direction' }, worded(({ direction }) => direction)],
  ['grain', { zh: '粒度', en: 'grain' }, worded(({ grain }) => grain)],
  ['k', { zh: '最小组', en: 'smallest group' }, ({ k }) => k ?? ''],
  [
    'thresholds',
    { zh: '阈值（绿、黄）', en: 'thresholds (green, amber)' },
    ({ thresholds }) => thresholds ?? '',
  ],
  ['sources', { zh: '来源台账', en: 'source datasets' }, ({ sources }) => sources ?? ''],
  ['meaning', { zh: '说明', en: 'meaning' }, worded(({ meaning }) => meaning)],
];

/** Every column, field, parameter and code a client meets. */
export function dictionaryEntries(): readonly Entry[] {
  return [
    ...indicatorEntries(),
    ...breakdownEntries(),
    ...parameterEntries(),
    ...columnEntries(),
    ...codeEntries(),
    ...datasetEntries(),
  ];
}

/** The dictionary as rows of a sheet, its header first. */
export function dictionaryRows(language: Language): readonly (readonly string[])[] {
  const header = columns.map(([, title]) => title[language]);
  return [header, ...dictionaryEntries().map((entry) => columns.map(([, , cell]) => cell(entry, language)))];
}
