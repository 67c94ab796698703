import type { IndicatorDefinition, ParameterDefinition } from '../../indicators/definition.ts';
import { nearest } from '../http/nearest.ts';
import { type QueryError, queryError } from '../http/problem.ts';
import { valuesOf } from '../query/parameter-values.ts';
import type { AskedPeriod } from '../query/period-spellings.ts';
import { readAreas } from '../query/read-areas.ts';
import { type PeriodTerm, readPeriods } from '../query/read-periods.ts';

/** Most observations any answer is made of, as pages or as a file. */
export const mostObservations = 100_000;

/** What is selected, its periods settled. */
export interface DataQuery {
  readonly indicators: readonly IndicatorDefinition[];
  readonly areas: readonly string[];
  readonly periods: readonly AskedPeriod[];
  /** Breakdown that is opened; `null` gives one observation per indicator, area and period. */
  readonly by: string | null;
  /** Settings that were named; the others take their default (domain.md §5.1). */
  readonly parameters: Readonly<Partial<Record<ParameterDefinition['name'], string>>>;
}

const settings = [
  'basis',
  'plan',
  'planYear',
  'year',
] as const satisfies readonly ParameterDefinition['name'][];

/** What is selected, as it was asked: `last:6:xun` is settled when the newest period is known. */
export type Selection = Omit<DataQuery, 'periods'> & { readonly periods: readonly PeriodTerm[] };

/** Reads what `/v1/data` selects against the catalogue and the province's areas. */
export function readDataQuery(
  values: ReadonlyMap<string, string>,
  catalogue: readonly IndicatorDefinition[],
  province: string,
): { readonly query: Selection; readonly errors: readonly QueryError[] } {
  const { indicators, errors: unknown } = readIndicators(values.get('indicator'), catalogue);
  const areas = values.has('area') ? readAreas(values.get('area') ?? '', province) : none;
  const periods = values.has('period') ? readPeriods(values.get('period') ?? '') : none;
  const by = values.get('by') ?? null;
  const parameters = Object.fromEntries(
    settings.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const query = { indicators, areas: areas.areas, periods: periods.periods, by, parameters };
  const fitting = unknown.length > 0 ? [] : [...checkBreakdown(query), ...checkSettings(query)];
  return { query, errors: [...unknown, ...areas.errors, ...periods.errors, ...fitting, ...checkSize(query)] };
}

const none = { areas: [], periods: [], errors: [] };

function readIndicators(text: string | undefined, catalogue: readonly IndicatorDefinition[]) {
  const byId = new Map(catalogue.map((indicator) => [indicator.id, indicator]));
  const terms = text === undefined ? [] : [...new Set(text.split(',').map((part) => part.trim()))];
  const allowed = [...byId.keys()];
  const errors = terms
    .filter((value) => !byId.has(value))
    .map((value) =>
      queryError({
        name: 'indicator',
        code: 'unknown_indicator',
        value,
        allowed,
        didYouMean: nearest(value, allowed),
      }),
    );
  return { indicators: terms.flatMap((id) => byId.get(id) ?? []), errors };
}

/** Every indicator asked for must open by the breakdown. */
function checkBreakdown({ indicators, by }: Selection): readonly QueryError[] {
  if (by === null || indicators.every((indicator) => indicator.breakdowns.includes(by))) return [];
  const all = new Set(indicators.flatMap((indicator) => indicator.breakdowns));
  const allowed = [...all].filter((name) => indicators.every(({ breakdowns }) => breakdowns.includes(name)));
  const didYouMean = nearest(by, allowed);
  return [queryError({ name: 'by', code: 'breakdown_not_available', value: by, allowed, didYouMean })];
}

/**
 * A setting must belong to at least one of the indicators asked for, and be a value of each that has it;
 * the others are answered without it.
 */
function checkSettings({ indicators, parameters }: Selection): readonly QueryError[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const taking = indicators.flatMap((one) => one.parameters.filter((parameter) => parameter.name === name));
    if (taking.length === 0) {
      const allowed = [
        ...new Set(indicators.flatMap((one) => one.parameters.map((parameter) => parameter.name))),
      ];
      return indicators.length === 0
        ? []
        : [queryError({ name, code: 'parameter_not_applicable', value, allowed })];
    }
    const refusing = taking.find((parameter) => !valuesOf(parameter).includes(value));
    if (!refusing) return [];
    const allowed = valuesOf(refusing);
    return [queryError({ name, code: 'unknown_value', value, allowed, didYouMean: nearest(value, allowed) })];
  });
}

function checkSize({ indicators, areas, periods }: Selection): readonly QueryError[] {
  const count = periods.reduce((sum, term) => sum + (typeof term === 'string' ? 1 : term.last), 0);
  const size = indicators.length * areas.length * count;
  return size <= mostObservations ? [] : [tooLarge(size)];
}

/** The refusal of an answer with too many observations. */
export function tooLarge(size: number, most = mostObservations): QueryError {
  return queryError({
    name: 'indicator',
    code: 'too_large',
    value: String(size),
    allowed: [String(most)],
  });
}
