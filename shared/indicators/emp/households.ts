import type { TracedComponent } from '../facts.ts';
import type { Household } from '../household-index.ts';
import { type SiteCells, sliceBySite } from '../open-sites.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import type { Rooted } from '../trace.ts';
import type { Person } from './persons.ts';

/** Employment by household (domain.md §5.2): a household is counted when one of its members is a labour person. */

type Members = readonly Person[];

/** A household with the members the persons file lists. */
interface ListedHousehold extends Rooted {
  readonly household: Household;
  readonly members: Members;
}

const hasLabour = (members: Members): boolean => members.some(({ labour }) => labour);
const hasWork = (members: Members): boolean => members.some(({ employed }) => employed);
const isZeroJob = (members: Members): boolean => hasLabour(members) && !hasWork(members);
const originsOf = (members: Members): readonly Origin[] => members.map(({ origin }) => origin);

/** Households with at least one labour person, by whether one of them works. */
export function householdCounts(
  households: ReadonlyMap<Household, Members>,
  sites: Pick<SiteCells, 'ofHousehold'> | null,
): readonly TracedComponent[] {
  const withLabour = [...households].flatMap(([household, members]): readonly ListedHousehold[] =>
    hasLabour(members) ? [{ origin: household.origin, members, household }] : [],
  );
  const siteOf = sites && (({ household }: ListedHousehold) => sites.ofHousehold(household));
  return sliceBySite(withLabour, siteOf).flatMap(({ breakdown, rows }) => {
    const cell = { breakdown, beside: ({ members }: ListedHousehold) => originsOf(members) };
    return [
      partCount('emp.one_per_household', rows, ({ members }) => hasWork(members), cell),
      partCount('emp.zero_job_households', rows, ({ members }) => isZeroJob(members), cell),
    ];
  });
}

/**
 * Of the households without a job in the persons file of the month before those that have one now. Both files
 * are joined to the household list in force: a household that has left it is not followed, one that no person
 * names any more is not cleared.
 */
export function zeroJobCleared(
  before: ReadonlyMap<Household, Members>,
  now: ReadonlyMap<Household, Members>,
): TracedComponent {
  const zeroJob = [...before].flatMap(([household, members]) => (isZeroJob(members) ? [household] : []));
  const hasWorkNow = (household: Household) => hasWork(now.get(household) ?? []);
  return partCount('emp.zero_job_cleared_30d', zeroJob, hasWorkNow, {
    beside: (household) => originsOf([...(before.get(household) ?? []), ...(now.get(household) ?? [])]),
  });
}
