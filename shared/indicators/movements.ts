import type { Period } from '../programme/periods.ts';
import { catalogue } from './catalogue.ts';
import { componentsOf } from './components-of.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Facts, FamilyId, Labels } from './facts.ts';
import type { Observation, Status } from './observation.ts';
import { observe } from './rollup.ts';

/** What an observation says, as far as a comparison shows it. */
export interface Reading {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: Status;
}

/** One indicator of a county that two states of its data answer differently at a reported period. */
export interface Movement {
  readonly indicator: string;
  readonly period: Period;
  readonly parameters: Labels;
  readonly unit: string;
  /** `null`: nothing is said of it. */
  readonly before: Reading | null;
  readonly after: Reading | null;
  /** Fewest households or persons behind either side, for suppression; `null` where it is not personal. */
  readonly n: number | null;
}

/**
 * Which indicators of a family move between two facts of one county and period: wholes alone, every setting
 * of the parameters that the facts know. In the order of the catalogue; what does not move is not listed.
 */
export function movementsBetween(
  family: FamilyId,
  period: Period,
  before: Facts | null,
  after: Facts | null,
): readonly Movement[] {
  return catalogue
    .filter((indicator) => indicator.family === family)
    .flatMap((indicator) =>
      settingsOf(indicator, [before, after]).flatMap((parameters) => {
        const was = readingOf(indicator, period, parameters, before);
        const is = readingOf(indicator, period, parameters, after);
        if (JSON.stringify(was) === JSON.stringify(is)) return [];
        const n = fewest(indicator, parameters, [before, after]);
        return [
          { indicator: indicator.id, period, parameters, unit: indicator.unit, before: was, after: is, n },
        ];
      }),
    );
}

/** Settings of an indicator's parameters that facts have a whole for, ordered by their text. */
function settingsOf({ id }: IndicatorDefinition, all: readonly (Facts | null)[]): readonly Labels[] {
  const found = new Map<string, Labels>();
  for (const { breakdown, parameters } of all.flatMap((facts) => (facts ? componentsOf(facts, id) : []))) {
    if (Object.keys(breakdown).length > 0) continue;
    found.set(nameOf(parameters), parameters);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parameters]) => parameters);
}

function readingOf(
  indicator: IndicatorDefinition,
  period: Period,
  parameters: Labels,
  facts: Facts | null,
): Reading | null {
  if (!facts) return null;
  const { area } = facts;
  const counties = [{ area, facts, lastReported: null }];
  const [seen] = observe({ indicator, area, period, parameters, by: null, counties, expected: 1 });
  return seen && seen.status !== 'no_data' ? shown(seen) : null;
}

function shown({ value, numerator, denominator, status }: Observation): Reading {
  return { value, numerator, denominator, status };
}

function fewest({ id }: IndicatorDefinition, wanted: Labels, all: readonly (Facts | null)[]): number | null {
  const name = nameOf(wanted);
  const counts = all
    .flatMap((facts) => (facts ? componentsOf(facts, id) : []))
    .filter((one) => nameOf(one.parameters) === name)
    .flatMap(({ n }) => n ?? []);
  return counts.length > 0 ? Math.min(...counts) : null;
}

/** The same of two settings that name the same, in whatever order. */
function nameOf(parameters: Labels): string {
  return JSON.stringify(Object.entries(parameters).sort());
}
