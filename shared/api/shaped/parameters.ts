import { dataGrammar, type GrammarEntry } from '../data-grammar.ts';

/** A parameter of `/v1/data` as it is there, but not required. */
function optional(name: string): GrammarEntry {
  const found = dataGrammar.find((one) => one.name === name);
  if (!found) throw new RangeError(`no parameter ${name}`);
  return { ...found, required: false };
}

/** `area`; the asker's own where it is left out. */
export const areaParameter: GrammarEntry = optional('area');
/** `period`; `latest` where it is left out. */
export const periodParameter: GrammarEntry = optional('period');

/** `by=source` for money. */
export const sourceParameter: GrammarEntry = {
  name: 'by',
  required: false,
  forms: ['source'],
  meaning: { zh: '按资金来源细分，另给合计 all', en: 'opened by source of the money, with the whole as all' },
};

/** `year` of the plan. */
export const yearParameter: GrammarEntry = {
  name: 'year',
  required: false,
  forms: ['2017'],
  meaning: {
    zh: '计划年度，默认为最新一期所在年',
    en: 'plan year; by default that of the newest period reported',
  },
};

/** `indicator`, one of them. */
export const indicatorParameter: GrammarEntry = {
  name: 'indicator',
  required: true,
  forms: ['reloc.start_rate'],
  meaning: { zh: '一个指标编号', en: 'id of one indicator of the catalogue' },
};

/** Settings of an indicator. */
export const settingParameters: readonly GrammarEntry[] = ['basis', 'plan', 'planYear'].map(optional);

/** How any shaped answer is shown, and of when. */
export const formParameters: readonly GrammarEntry[] = ['asOf', 'lang', 'labels', 'decimals', 'unit'].map(
  optional,
);
