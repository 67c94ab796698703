import type { Facts } from '../indicators/facts.ts';
import type { Observation } from '../indicators/observation.ts';
import { observe } from '../indicators/rollup.ts';
import { Fault } from '../records/fault.ts';
import type { Cell } from './data-cells.ts';
import type { FactsById, Judge } from './release.ts';

/**
 * Rolls every cell up from the facts of its counties, in the order asked, and suppresses what the audience is not
 * to see (design.md: roll-up, then suppression, then formatting).
 */
export function observeCells(
  cells: readonly Cell[],
  facts: FactsById,
  by: string | null,
  isShown: Judge,
): readonly Observation[] {
  return cells.flatMap((cell) => {
    const { indicator, area, period, parameters, counties } = cell;
    const seen = observe({
      indicator,
      area,
      period,
      parameters,
      by,
      counties: counties.map((county) => ({
        area: county.area,
        facts: county.ref ? factsOf(county.ref.id, facts) : null,
        lastReported: county.lastReported,
      })),
      expected: counties.length,
    });
    return seen.map((one) => (isShown(cell, one) ? one : suppressed(one)));
  });
}

/** The observation without its figures and its colour, which says on which side of a limit they lie. */
function suppressed(one: Observation): Observation {
  return { ...one, value: null, numerator: null, denominator: null, rag: null, status: 'suppressed' };
}

/** Facts that a tree names and that were not read are a fault, never `no_data`. */
function factsOf(id: string, facts: FactsById): Facts {
  const found = facts.get(id);
  if (!found) throw new Fault('content_missing', `facts ${id}`);
  return found;
}

/** An observation as the endpoint writes it: members in the order of the documentation, rates to 6 decimals. */
export function representObservation(one: Observation): Observation {
  return {
    indicator: one.indicator,
    area: one.area,
    period: one.period,
    dataDate: one.dataDate,
    breakdown: one.breakdown,
    parameters: one.parameters,
    value: one.value,
    numerator: one.numerator,
    denominator: one.denominator,
    unit: one.unit,
    status: one.status,
    rag: one.rag,
    coverage: Math.round(one.coverage * 1e6) / 1e6,
    lastReported: one.lastReported,
  };
}
