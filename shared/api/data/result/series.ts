import { comparePeriods, parsePeriod } from '../../../programme/periods.ts';
import { type Column, subjectColumns } from './columns.ts';
import { periodName } from './names.ts';
import type { Result, ResultRow } from './row.ts';

/** One indicator of one area through all periods: a row of a wide table. */
export interface Series {
  /** An observation of it, for what they all share. */
  readonly first: ResultRow;
  readonly values: ReadonlyMap<string, number | null>;
}

/** A wide answer: its periods in the order of time, and its series in the order asked. */
export interface WideResult {
  readonly periods: readonly string[];
  readonly series: readonly Series[];
}

/** Parameters that tell series apart: a plan year that follows from the period does not. */
export function seriesParameters({ isPlanYearNamed }: Pick<Result, 'isPlanYearNamed'>): readonly string[] {
  return isPlanYearNamed ? ['basis', 'plan', 'planYear', 'year'] : ['basis', 'plan', 'year'];
}

/** Turns observations into series. */
export function widen(result: Result): WideResult {
  const told = seriesParameters(result);
  const series = new Map<string, { first: ResultRow; values: Map<string, number | null> }>();
  const periods = new Set<string>();
  for (const row of result.rows) {
    const { indicator, area, breakdown, parameters, period, value } = row.observation;
    const name = JSON.stringify([indicator, area, breakdown, told.map((one) => parameters[one] ?? null)]);
    const found = series.get(name) ?? { first: row, values: new Map() };
    series.set(name, found);
    if (!found.values.has(period) || row.asked !== 'latest') found.values.set(period, value);
    periods.add(period);
  }
  return { periods: [...periods].sort(compareTold), series: [...series.values()] };
}

/** By time; `latest` of an area that never reported comes last. */
function compareTold(a: string, b: string): number {
  const [left, right] = [parsePeriod(a), parsePeriod(b)];
  if (left && right) return comparePeriods(a, b);
  return left ? -1 : 1;
}

/** The columns of a table with a row a series. */
export function wideColumns(result: Result, { periods }: WideResult): readonly Column<Series>[] {
  const told: readonly Column<Series>[] = subjectColumns(result, seriesParameters(result)).map((one) => ({
    ...one,
    cell: ({ first }) => one.cell(first),
  }));
  const unit: Column<Series> = {
    id: 'unit',
    title: { zh: '单位', en: 'Unit' },
    kind: 'text',
    cell: ({ first }) => first.observation.unit,
  };
  const values = periods.map((period): Column<Series> => {
    const title = { zh: periodName(period, 'zh'), en: periodName(period, 'en') };
    return { id: period, title, kind: 'value', cell: ({ values: all }) => all.get(period) ?? null };
  });
  return [...told, unit, ...values];
}
