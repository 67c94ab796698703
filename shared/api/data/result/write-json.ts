import type { Versus } from '../comparisons.ts';
import { representObservation } from '../observations.ts';
import { daysOf, namesOf, type RowNames } from './names.ts';
import type { Result, ResultRow } from './row.ts';
import { seriesParameters, widen } from './series.ts';

/**
 * An answer as JSON. Every observation has the members promised since the first version, in their order; what
 * was asked for besides stands behind them.
 */
export function writeJson(result: Result): string {
  const { snapshot, next, form } = result;
  const data = form.shape === 'wide' ? wideRows(result) : result.rows.map((row) => represent(row, result));
  return `${JSON.stringify({ ...snapshot, data, next })}\n`;
}

function represent(row: ResultRow, { form }: Result): object {
  const { first, last } = daysOf(row.observation.period);
  return {
    ...representObservation(row.observation),
    ...(form.labels === 'code'
      ? {}
      : { periodStart: first, periodEnd: last, labels: namesOf(row, form.language) satisfies RowNames }),
    ...(form.money || form.share ? { countedIn: row.counted, scale: scaleOf(row, form.share) } : {}),
    ...(row.vs ? { vs: row.vs satisfies Versus } : {}),
  };
}

/** Whether a share stands as a fraction or in points; `null` of other units. */
function scaleOf({ observation: { unit } }: ResultRow, share: Result['form']['share']): string | null {
  return unit === '%' || unit === 'pp' ? (share ?? 'fraction') : null;
}

function wideRows(result: Result): readonly object[] {
  const told = seriesParameters(result);
  const { periods, series } = widen(result);
  return series.map(({ first, values }) => {
    const { indicator, area, breakdown, parameters, unit } = first.observation;
    const names = namesOf(first, result.form.language);
    return {
      indicator,
      area,
      breakdown,
      parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => told.includes(name))),
      unit,
      values: Object.fromEntries(periods.map((period) => [period, values.get(period) ?? null])),
      ...(result.form.labels === 'code'
        ? {}
        : { labels: { indicator: names.indicator, area: names.area, breakdown: names.breakdown } }),
    };
  });
}
