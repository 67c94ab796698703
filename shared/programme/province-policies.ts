import type { Day } from './calendar.ts';
import { type Policy, policies, policyOn } from './policy.ts';

/**
 * Dated policies by province, oldest first; a province that is not listed follows the national ones. A province's
 * notice is one entry more: a copy of the one before with its figures changed, a `version` and an `effectiveFrom` of
 * its own. Periods that end before that day keep their facts.
 */
export const provincePolicies: Readonly<Record<string, readonly Policy[]>> = {
  '43': policies,
};

/** The policy in force in an area, whatever its level, on a day. */
export function policyOf(area: string, day: Day): Policy {
  return policyOn(day, provincePolicies[area.slice(0, 2)] ?? policies);
}
