import type { Component } from '../facts.ts';
import type { Household } from '../household-index.ts';
import { partCount } from '../part-count.ts';
import type { Person } from './persons.ts';

/** Employment by household (domain.md §5.2): a household is counted when one of its members is a labour person. */

type Members = readonly Person[];

const hasLabour = (members: Members): boolean => members.some(({ labour }) => labour);
const hasWork = (members: Members): boolean => members.some(({ employed }) => employed);
const isZeroJob = (members: Members): boolean => hasLabour(members) && !hasWork(members);

/** Households with at least one labour person, by whether one of them works. */
export function householdCounts(households: readonly Members[]): readonly Component[] {
  const withLabour = households.filter(hasLabour);
  return [
    partCount('emp.one_per_household', withLabour, hasWork),
    partCount('emp.zero_job_households', withLabour, isZeroJob),
  ];
}

/**
 * Of the households without a job in the persons file of the month before those that have one now. Both files
 * are joined to the household list in force: a household that has left it is not followed, one that no person
 * names any more is not cleared.
 */
export function zeroJobCleared(
  before: ReadonlyMap<Household, Members>,
  now: ReadonlyMap<Household, Members>,
): Component {
  const zeroJob = [...before].flatMap(([household, members]) => (isZeroJob(members) ? [household] : []));
  return partCount('emp.zero_job_cleared_30d', zeroJob, (household) => hasWork(now.get(household) ?? []));
}
