import type { Facts } from '../indicators/facts.ts';
import type { Observation } from '../indicators/observation.ts';
import { observe } from '../indicators/rollup.ts';
import type { Cell } from './data-cells.ts';

/** Rolls every cell up from the facts of its counties, in the order asked. */
export function observeCells(
  cells: readonly Cell[],
  facts: ReadonlyMap<string, Facts>,
  by: string | null,
): readonly Observation[] {
  return cells.flatMap(({ indicator, area, period, parameters, counties }) =>
    observe({
      indicator,
      area,
      period,
      parameters,
      by,
      counties: counties.map((county) => ({
        area: county.area,
        facts: county.ref ? (facts.get(county.ref.id) ?? null) : null,
        lastReported: county.lastReported,
      })),
      expected: counties.length,
    }),
  );
}
