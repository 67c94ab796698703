import { assessDefinitions } from './assess/definitions.ts';
import { catalogue } from './catalogue.ts';
import type { IndicatorDefinition } from './definition.ts';
import { disciplineDefinitions } from './rpt/discipline-definitions.ts';

/** Every indicator that can be asked for: those that are published as facts, then those measured when asked. */
export const wholeCatalogue: readonly IndicatorDefinition[] = [
  ...catalogue,
  ...disciplineDefinitions,
  ...assessDefinitions,
];

const byId = new Map(wholeCatalogue.map((indicator) => [indicator.id, indicator]));

/** An indicator by its id; throws `RangeError` for one that is not there (a fault of ours). */
export function indicatorOf(id: string): IndicatorDefinition {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no indicator ${id}`);
  return found;
}
