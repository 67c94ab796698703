import type { IndicatorDefinition } from '../../indicators/definition.ts';
import { countiesOf } from '../../programme/areas.ts';
import { containsPeriod, type Period } from '../../programme/periods.ts';
import { newestReported, type Published, periodsReported } from '../data/data-cells.ts';
import { settlePeriods } from '../query/read-periods.ts';
import type { Asking, Question } from './asking.ts';

/** The newest period that any county of the areas has reported, in whatever family. */
export function newestPeriod(areas: readonly string[], published: Published): Period | null {
  return periodsReported(areas.flatMap(countiesOf), null, published).at(-1) ?? null;
}

/**
 * The newest period that more than half of the counties answer that have reported at all in some families, or in any
 * (`null`): one county that is early, or silent, settles nothing for the others. Where no period has so many, the
 * newest of those with the most.
 */
export function newestOfMost(
  areas: readonly string[],
  families: ReadonlySet<string> | null,
  published: Published,
): Period | null {
  const counties = [...new Set(areas.flatMap(countiesOf))];
  const reports = counties
    .map((county) => periodsReported([county], families, published))
    .filter(({ length }) => length > 0);
  const answered = periodsReported(counties, families, published).map((period) => ({
    period,
    count: reports.filter((own) => own.some((one) => containsPeriod(period, one))).length,
  }));
  const most = Math.max(0, ...answered.map(({ count }) => count));
  const enough = Math.min(most, Math.floor(reports.length / 2) + 1);
  return answered.findLast(({ count }) => count >= enough)?.period ?? null;
}

/**
 * Periods as `/v1/data` settles them: `latest` stays, and is of each county its own newest; `last:` counts back from
 * the newest reported in the families asked (`null`: in any).
 */
export function settleAsked(
  { selection }: Question,
  published: Published,
  indicators: readonly IndicatorDefinition[] | null = selection.indicators,
): Pick<Asking, 'periods' | 'parameters'> {
  const { areas, periods, parameters } = selection;
  const newest =
    indicators === null
      ? newestPeriod(areas, published)
      : newestReported(areas.flatMap(countiesOf), indicators, published);
  return { periods: settlePeriods(periods, newest), parameters };
}
