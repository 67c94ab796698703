import { catalogueVersion } from '../../shared/indicators/catalogue.ts';
import { computeFacts } from '../../shared/indicators/engine.ts';
import { familyIds } from '../../shared/indicators/facts.ts';
import { movementsBetween } from '../../shared/indicators/movements.ts';
import { batchesAt, reportedPeriods } from '../../shared/indicators/resolve.ts';
import { policyOf } from '../../shared/programme/province-policies.ts';
import type { Computation } from '../../shared/records/settle-facts.ts';

/** The indicators room as the publisher sees it. */
export const computation: Computation = {
  families: familyIds,
  catalogueVersion,
  policyOf,
  reportedPeriods,
  batchesAt,
  compute: computeFacts,
  movements: (...asked) =>
    movementsBetween(...asked).map((one) => ({ ...one, parameters: { ...one.parameters } })),
};
