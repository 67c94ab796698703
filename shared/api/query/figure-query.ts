import { wholeCell } from '../../indicators/breakdowns.ts';
import { catalogue } from '../../indicators/catalogue.ts';
import { isPublished, type PublishedDefinition } from '../../indicators/definition.ts';
import type { Labels } from '../../indicators/facts.ts';
import { byParameter, settingParameters } from '../data/data-grammar.ts';
import { type DataQuery, readDataQuery } from '../data/data-query.ts';
import { type QueryError, queryError } from '../http/problem.ts';
import { areaParameter, onePeriodParameter } from './common-parameters.ts';
import { type Parameter, required } from './parameter.ts';

/** One figure that is asked about: the whole of an indicator, or one value of a breakdown. */
export interface FigureQuery {
  readonly query: DataQuery;
  readonly indicator: PublishedDefinition;
  readonly area: string;
  readonly period: string;
  /** `{}` for the whole. */
  readonly breakdown: Labels;
}

/** Parameters that name one figure: those of `/v1/data`, each with one value, and `value` for one of a breakdown. */
export const figureParameters: readonly Parameter[] = [
  {
    name: 'indicator',
    required: true,
    takes: { kind: 'one', values: catalogue.map(({ id }) => id) },
    forms: ['reloc.start_rate'],
    refused: ['unknown_indicator', 'one_value_only'],
    meaning: { zh: '一个指标编号', en: 'id of one indicator of the catalogue' },
  },
  { ...required(areaParameter), refused: ['unknown_area', 'area_without_children', 'one_value_only'] },
  required(onePeriodParameter),
  byParameter,
  {
    name: 'value',
    required: false,
    takes: { kind: 'text', pattern: '^.{1,200}$' },
    forms: ['scattered'],
    refused: ['unknown_value'],
    meaning: { zh: '细分中的一个值，须与 by 同用', en: 'one value of the breakdown, together with `by`' },
  },
  ...settingParameters,
];

/** Reads which figure is asked about. */
export function readFigureQuery(
  values: ReadonlyMap<string, string>,
  province: string,
): FigureQuery | { readonly errors: readonly QueryError[] } {
  const { query, errors } = readDataQuery(values, catalogue, province);
  const [[indicator], [area], [period]] = [query.indicators, query.areas, query.periods];
  if (errors.length > 0) return { errors };
  const several = [
    ...manyOf('indicator', values, query.indicators),
    ...manyOf('area', values, query.areas),
    ...manyOf('period', values, query.periods),
  ];
  if (several.length > 0 || !indicator || !isPublished(indicator) || !area || typeof period !== 'string') {
    return { errors: several.length > 0 ? several : [oneOnly('period', values)] };
  }
  const value = values.get('value') ?? null;
  const [name, other] = query.by === null ? ['by', value] : ['value', value === null ? query.by : null];
  if (other !== null)
    return {
      errors: [
        queryError({ name, code: 'missing_parameter', allowed: [name === 'by' ? 'by=mode' : 'value=all'] }),
      ],
    };
  const isWhole = query.by === null || value === wholeCell;
  const breakdown = isWhole ? {} : { [query.by ?? '']: value ?? '' };
  return { query: { ...query, periods: [period] }, indicator, area, period, breakdown };
}

function manyOf(name: string, values: ReadonlyMap<string, string>, found: readonly unknown[]) {
  return found.length > 1 ? [oneOnly(name, values)] : [];
}

function oneOnly(name: string, values: ReadonlyMap<string, string>): QueryError {
  return queryError({ name, code: 'one_value_only', value: values.get(name) ?? null });
}
