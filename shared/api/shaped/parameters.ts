import {
  asOfParameter,
  bomParameter,
  decimalsParameter,
  indicatorParameter as indicatorsParameter,
  labelsParameter,
  settingParameters,
  unitParameter,
} from '../data/data-grammar.ts';
import { areasParameter, langParameter, periodsParameter } from '../query/common-parameters.ts';
import type { Choice, Parameter } from '../query/parameter.ts';
import { valuesOf } from '../query/parameter-values.ts';

/** Areas; where they are left out the shape says which are meant. */
export const areaParameter: Parameter = areasParameter;

/** Periods; `latest` where they are left out. */
export const periodParameter: Parameter = {
  ...periodsParameter,
  meaning: {
    zh: '时期，写法同 /v1/data，默认 latest',
    en: 'periods, written as in /v1/data; by default latest',
  },
};

/** `by=source` for money. */
export const sourceParameter: Choice<'source'> = {
  name: 'by',
  required: false,
  takes: { kind: 'one', values: ['source'] },
  refused: ['breakdown_not_available'],
  meaning: { zh: '按资金来源细分，另给合计 all', en: 'opened by source of the money, with the whole as all' },
};

/** `year` of the plan. */
export const yearParameter: Choice<string> = {
  name: 'year',
  required: false,
  takes: { kind: 'one', values: valuesOf({ name: 'planYear', values: 'year', default: 'periodYear' }) },
  meaning: {
    zh: '计划年度，默认为最新一期所在年',
    en: 'plan year; by default that of the newest period reported',
  },
};

/** What is ranked by. */
export const rankingParameters: readonly Parameter[] = [
  {
    ...indicatorsParameter,
    takes: { ...indicatorsParameter.takes, kind: 'one' },
    forms: ['reloc.start_rate'],
    meaning: { zh: '一个指标编号', en: 'id of one indicator of the catalogue' },
  },
  areaParameter,
  periodParameter,
  ...settingParameters,
];

/** How any shaped answer is shown, and of when; what CSV takes is taken, for the representation is chosen by `Accept`. */
export const formParameters: readonly Parameter[] = [
  asOfParameter,
  langParameter,
  labelsParameter,
  decimalsParameter,
  unitParameter,
  bomParameter,
];
