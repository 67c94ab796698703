import type { Observation } from '../../indicators/observation.ts';
import { decimal, roundHalfUp, subtract } from '../../indicators/rational.ts';
import { areaOf, countiesOf } from '../../programme/areas.ts';
import { stepPeriod, yearBefore } from '../../programme/period-steps.ts';
import type { Cell, CellOf } from './data-cells.ts';
import type { Comparison } from './data-grammar.ts';
import { type Standing, standingAmong } from './peers.ts';

/** What the same question gives for another period, and how far this one is from it. */
export interface Against {
  readonly period: string;
  readonly value: number | null;
  readonly status: Observation['status'];
  /** This value less that one; `null` where either has none, or they rest on different counties. */
  readonly delta: number | null;
}

/** What an observation is held against, as far as it was asked; `null` where there is nothing to hold it to. */
export interface Versus {
  readonly plan?: { readonly target: number | null; readonly gap: number | null };
  readonly previous?: Against | null;
  readonly year?: Against | null;
  readonly peers?: Standing | null;
}

/** Cells that stand beside a cell, by what they are for. */
interface Companions {
  readonly previous: Cell | null;
  readonly year: Cell | null;
  readonly peers: readonly Cell[];
}

const nameOf = (cell: Cell): string => `${cell.indicator.id} ${cell.area} ${cell.asked}`;

/** The counties an answer looks at beside those asked: for `peers`, all counties of their city. */
export function countiesBeside(areas: readonly string[], vs: readonly Comparison[]): readonly string[] {
  return vs.includes('peers') ? areas.flatMap((area) => countiesOf(cityOf(area) ?? area)) : [];
}

/** City of a county; `null` of any other area. */
function cityOf(area: string): string | null {
  const found = areaOf(area);
  return found?.level === 'county' ? found.parent : null;
}

function companionsOf(cell: Cell, vs: readonly Comparison[], cellOf: CellOf): Companions {
  const { indicator, area, period } = cell;
  const at = (other: string | null) => (other === null ? null : cellOf(indicator, area, other));
  const city = vs.includes('peers') ? cityOf(area) : null;
  const known = period !== 'latest';
  return {
    previous: known && vs.includes('previous') ? at(stepPeriod(period, -1)) : null,
    year: known && vs.includes('year') ? at(yearBefore(period)) : null,
    peers: known && city ? countiesOf(city).map((peer) => cellOf(indicator, peer, period)) : [],
  };
}

/** Observes cells, each once: the way by which all figures pass that are shown. */
export type ObserveCells = (cells: readonly Cell[]) => readonly (readonly Observation[])[];

/** Cells to be observed beside those asked, each once. */
export interface Beside {
  readonly cells: readonly Cell[];
  /** Holds one observation of a cell against what was observed beside it. */
  readonly compare: (cell: Cell, one: Observation, observed: readonly (readonly Observation[])[]) => Versus;
}

/**
 * What has to be read and observed for the comparisons asked. Only figures that are shown are compared: where a
 * value is suppressed there is no gap, no difference and no rank.
 */
export function besides(cells: readonly Cell[], vs: readonly Comparison[], cellOf: CellOf): Beside {
  const companions = new Map(cells.map((cell) => [cell, companionsOf(cell, vs, cellOf)]));
  const all = [...companions.values()].flatMap(({ previous, year, peers }) =>
    [previous, year, ...peers].flatMap((cell) => cell ?? []),
  );
  const unique = [...new Map(all.map((cell) => [nameOf(cell), cell])).values()];
  const places = new Map(unique.map((cell, index) => [nameOf(cell), index]));
  return {
    cells: unique,
    compare(cell, one, observed) {
      const found = companions.get(cell);
      const sameCell = (other: Cell | null | undefined) =>
        other ? observed[places.get(nameOf(other)) ?? -1]?.find((seen) => isSameCell(seen, one)) : undefined;
      return {
        ...(vs.includes('plan') ? { plan: againstPlan(one) } : {}),
        ...(vs.includes('previous') ? { previous: against(one, sameCell(found?.previous)) } : {}),
        ...(vs.includes('year') ? { year: against(one, sameCell(found?.year)) } : {}),
        ...(vs.includes('peers')
          ? {
              peers: standingAmong(
                one,
                found?.peers.flatMap((peer) => sameCell(peer) ?? []) ?? [],
                cell.indicator,
              ),
            }
          : {}),
      };
    },
  };
}

function isSameCell(a: Observation, b: Observation): boolean {
  const names = Object.keys({ ...a.breakdown, ...b.breakdown });
  return names.every((name) => a.breakdown[name] === b.breakdown[name]);
}

/** Target and gap of an observation that was told its target; no gap where no value is shown. */
export function againstPlan({ value, target = null }: Observation): NonNullable<Versus['plan']> {
  if (value === null) return { target: null, gap: null };
  return { target, gap: target === null ? null : difference(value, target) };
}

function against(one: Observation, other: Observation | undefined): Against | null {
  if (!other) return null;
  const { period, value, status } = other;
  const isAlike = one.coverage === other.coverage;
  const delta = one.value === null || value === null || !isAlike ? null : difference(one.value, value);
  return { period, value, status, delta };
}

/** The difference of two figures as they are shown, without the noise of floating point. */
function difference(a: number, b: number): number {
  return roundHalfUp(subtract(decimal(a), decimal(b)));
}
