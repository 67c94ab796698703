import type { IndicatorDefinition } from '../../indicators/definition.ts';
import { countiesOf } from '../../programme/areas.ts';
import type { Period } from '../../programme/periods.ts';
import { newestReported, type Published, periodsReported } from '../data/data-cells.ts';
import { settlePeriods } from '../query/read-periods.ts';
import type { Asking, Question } from './asking.ts';

/** The newest period that any county of the areas has reported, in whatever family. */
export function newestPeriod(areas: readonly string[], published: Published): Period | null {
  return periodsReported(areas.flatMap(countiesOf), null, published).at(-1) ?? null;
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
