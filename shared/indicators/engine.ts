import type { Day } from '../programme/calendar.ts';
import { catalogue } from './catalogue.ts';
import type { Contribution } from './contribution.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Component, Facts, FamilyId, FamilyInput } from './facts.ts';
import { families } from './families.ts';

/**
 * Facts of one county and family at a reported period: what the family computes, and per indicator the date
 * its figures speak of. Pure: the same batches, policy and catalogue give the same facts.
 */
export function computeFacts(family: FamilyId, input: FamilyInput): Facts {
  const { components: traced, findings, alerts = [], names = {} } = families[family](input);
  const components = traced.map(({ trace: _, ...component }): Component => component);
  const dated = catalogue
    .filter((indicator) => indicator.family === family)
    .flatMap((indicator) => {
      const day = dataDateOf(indicator, input);
      return day === null ? [] : [[indicator.id, day] as const];
    });
  const { area, period } = input;
  const dataDates = Object.fromEntries(dated);
  const facts = { family, area, period, dataDates, components, findings, alerts };
  return Object.keys(names).length > 0 ? { ...facts, names } : facts;
}

/** A component with the rows it was made of; `null`: the family does not say. */
export interface ComponentTrace {
  readonly component: Component;
  readonly contributions: readonly Contribution[] | null;
}

/**
 * The same components as {@link computeFacts} gives, each with what every row gave to it: Σ num and Σ den over the
 * contributions are the component's own, and so are the sums of `values`.
 */
export function traceComponents(family: FamilyId, input: FamilyInput): readonly ComponentTrace[] {
  return families[family](input).components.map(({ trace, ...component }) => ({
    component,
    contributions: trace?.() ?? null,
  }));
}

/** The newest dataDate among the batches an indicator's own formula reads, targets excepted (R7). */
function dataDateOf(indicator: IndicatorDefinition, input: FamilyInput): Day | null {
  return indicator.sources
    .filter((dataset) => dataset !== 'targets')
    .flatMap((dataset) => input.batches[dataset] ?? [])
    .reduce<Day | null>((newest, { dataDate }) => (newest && newest >= dataDate ? newest : dataDate), null);
}
