import type { Day } from '../programme/calendar.ts';
import { catalogue } from './catalogue.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Facts, FamilyId, FamilyInput } from './facts.ts';
import { families } from './families.ts';

/**
 * Facts of one county and family at a reported period: what the family computes, and per indicator the date
 * its figures speak of. Pure: the same batches, policy and catalogue give the same facts.
 */
export function computeFacts(family: FamilyId, input: FamilyInput): Facts {
  const { components, findings, alerts = [] } = families[family](input);
  const dated = catalogue
    .filter((indicator) => indicator.family === family)
    .flatMap((indicator) => {
      const day = dataDateOf(indicator, input);
      return day === null ? [] : [[indicator.id, day] as const];
    });
  const { area, period } = input;
  return { family, area, period, dataDates: Object.fromEntries(dated), components, findings, alerts };
}

/** The newest dataDate among the batches an indicator's own formula reads, targets excepted (R7). */
function dataDateOf(indicator: IndicatorDefinition, input: FamilyInput): Day | null {
  return indicator.sources
    .filter((dataset) => dataset !== 'targets')
    .flatMap((dataset) => input.batches[dataset] ?? [])
    .reduce<Day | null>((newest, { dataDate }) => (newest && newest >= dataDate ? newest : dataDate), null);
}
