import { columnTitle } from '../../../messages/result-columns.ts';
import type { Bilingual } from '../../../text/languages.ts';
import type { Comparison } from '../data-grammar.ts';
import { daysOf, namesOf } from './names.ts';
import type { Result, ResultRow } from './row.ts';

/** What a cell of a table holds. */
export type CellValue = string | number | null;

/** A column of a table of observations. */
export interface Column<Row = ResultRow> {
  readonly id: string;
  readonly title: Bilingual;
  /** `value`: a figure in the row's own unit; `share`: a fraction shown as %; `count`: any other number. */
  readonly kind: 'text' | 'value' | 'count' | 'share';
  readonly cell: (row: Row) => CellValue;
}

/** A column with its title from the messages. */
export function column<Row>(id: string, kind: Column['kind'], cell: (row: Row) => CellValue): Column<Row> {
  return { id, title: columnTitle(id), kind, cell };
}

const parameterNames = ['basis', 'plan', 'planYear', 'year'] as const;

/** Pairs of code and name, of which `labels` keeps one or both. */
export function coded(
  { form }: Pick<Result, 'form'>,
  id: string,
  code: (row: ResultRow) => CellValue,
  name: (row: ResultRow) => CellValue,
): readonly Column[] {
  return [
    ...(form.labels === 'text' ? [] : [column(id, 'text', code)]),
    ...(form.labels === 'code' ? [] : [column(`${id}Label`, 'text', name)]),
  ];
}

/** Columns that say what a row is about: indicator, area, breakdown and parameters. */
export function subjectColumns(
  result: Result,
  parameters: readonly string[] = parameterNames,
): readonly Column[] {
  const { by, form, rows } = result;
  const names = (row: ResultRow) => namesOf(row, form.language);
  const taken = parameters.filter((name) => rows.some((row) => hasParameter(row, name)));
  return [
    ...coded(
      result,
      'indicator',
      ({ indicator }) => indicator.id,
      (row) => names(row).indicator,
    ),
    ...coded(
      result,
      'area',
      ({ observation }) => observation.area,
      (row) => names(row).area,
    ),
    ...(by === null
      ? []
      : coded(
          result,
          by,
          ({ observation }) => textOf(observation.breakdown[by]),
          (row) => names(row).breakdown[by] ?? null,
        )),
    ...taken.map((name) =>
      column<ResultRow>(name, 'text', ({ observation }) => textOf(observation.parameters[name])),
    ),
  ];
}

/** A parameter that is left out unless it is named has a column only where it is. */
function hasParameter({ indicator, observation }: ResultRow, name: string): boolean {
  const found = indicator.parameters.find((parameter) => parameter.name === name);
  if (found?.default === 'allYears') return observation.parameters[name] !== undefined;
  return found !== undefined;
}

function textOf(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

/** The columns of a table with a row an observation. */
export function longColumns(result: Result): readonly Column[] {
  const { language } = result.form;
  const names = (row: ResultRow) => namesOf(row, language);
  return [
    ...subjectColumns(result),
    ...coded(
      result,
      'period',
      ({ observation }) => observation.period,
      (row) => names(row).period,
    ),
    column('periodStart', 'text', ({ observation }) => daysOf(observation.period).first),
    column('periodEnd', 'text', ({ observation }) => daysOf(observation.period).last),
    column('value', 'value', ({ observation }) => observation.value),
    column('numerator', 'count', ({ observation }) => observation.numerator),
    column('denominator', 'count', ({ observation }) => observation.denominator),
    column('unit', 'text', ({ observation }) => observation.unit),
    ...coded(
      result,
      'status',
      ({ observation }) => observation.status,
      (row) => names(row).status,
    ),
    ...coded(
      result,
      'rag',
      ({ observation }) => observation.rag,
      (row) => names(row).rag,
    ),
    column('coverage', 'share', ({ observation }) => Math.round(observation.coverage * 1e6) / 1e6),
    column('dataDateMin', 'text', ({ observation }) => observation.dataDate?.min ?? null),
    column('dataDateMax', 'text', ({ observation }) => observation.dataDate?.max ?? null),
    column('lastReported', 'text', ({ observation }) => observation.lastReported),
    ...result.vs.flatMap((comparison) => versusColumns[comparison]),
  ];
}

const versusColumns: Readonly<Record<Comparison, readonly Column[]>> = {
  plan: [
    column('target', 'value', ({ vs }) => vs?.plan?.target ?? null),
    column('gap', 'value', ({ vs }) => vs?.plan?.gap ?? null),
  ],
  previous: [
    column('previousPeriod', 'text', ({ vs }) => vs?.previous?.period ?? null),
    column('previousValue', 'value', ({ vs }) => vs?.previous?.value ?? null),
    column('previousDelta', 'value', ({ vs }) => vs?.previous?.delta ?? null),
  ],
  year: [
    column('yearPeriod', 'text', ({ vs }) => vs?.year?.period ?? null),
    column('yearValue', 'value', ({ vs }) => vs?.year?.value ?? null),
    column('yearDelta', 'value', ({ vs }) => vs?.year?.delta ?? null),
  ],
  peers: [
    column('rank', 'count', ({ vs }) => vs?.peers?.rank ?? null),
    column('quartile', 'count', ({ vs }) => vs?.peers?.quartile ?? null),
    column('peers', 'count', ({ vs }) => vs?.peers?.count ?? null),
  ],
};
