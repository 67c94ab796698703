import { monthsBefore } from '../../programme/months.ts';
import { spanOf } from '../../programme/periods.ts';
import { type Policy, povertyLineOf } from '../../programme/policy.ts';
import { readPersons } from '../emp/persons.ts';
import type { BatchInput, FamilyInput, FamilyResult, TracedComponent } from '../facts.ts';
import { groupMembers, indexHouseholds } from '../household-index.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { newestDividendYear, readShares } from '../share/shares.ts';
import { groupByKey } from '../union.ts';
import { type ClimbingHousehold, readClimbing } from './homes.ts';

/** Months in the new home after which a household counts as settled (domain.md §5.8). */
const settledMonths = 12;

/** A step and what a household of the step before must fulfil to stand on it, by which further rows. */
type Step = readonly [
  indicator: string,
  isOn: (household: ClimbingHousehold) => boolean,
  beside?: (household: ClimbingHousehold) => readonly Origin[],
];

/**
 * The outcome ladder (ladder, domain.md §5.8) of one county: how far its registered households have come. The
 * upper two steps need the persons file and the shares; without them they have no data.
 */
export function computeLadder(input: FamilyInput): FamilyResult {
  const batch = input.batches.households?.at(-1);
  if (!batch) return { components: [], findings: [] };
  const households = readClimbing(batch);
  const long = monthsBefore(batch.dataDate, settledMonths);
  const working = inWorkOrSharing(input, households);
  const reasons = (household: ClimbingHousehold) => working?.get(household) ?? [];
  const line = povertyLineOf(input.policy, Number(batch.dataDate.slice(0, 4)));
  const steps: readonly Step[] = [
    ['ladder.move_out', ({ movedIn }) => movedIn],
    ['ladder.settle', ({ moveInDate }) => moveInDate !== null && moveInDate <= long],
    ...(working ? [['ladder.work', (one) => working.has(one), reasons] satisfies Step] : []),
    ...(working && line !== null
      ? [['ladder.prosper', (one) => prospers(one, line, input.policy), reasons] satisfies Step]
      : []),
  ];
  return { components: climb(households, steps), findings: [] };
}

/** Counts the registered households step by step, all over the same denominator. */
function climb(households: readonly ClimbingHousehold[], steps: readonly Step[]): readonly TracedComponent[] {
  const registered = households.filter((household) => household.registered);
  let standing: ReadonlySet<ClimbingHousehold> = new Set(registered);
  return steps.map(([indicator, isOn, beside]) => {
    standing = new Set([...standing].filter(isOn));
    return partCount(indicator, registered, (household) => standing.has(household), {
      ...(beside ? { beside } : {}),
    });
  });
}

/**
 * Households with a member in work, or with a valid share of the newest dividend year that has paid, each with the
 * rows that show it.
 */
function inWorkOrSharing(
  { batches, period, policy }: FamilyInput,
  households: readonly ClimbingHousehold[],
): ReadonlyMap<ClimbingHousehold, readonly Origin[]> | null {
  const persons = batches.persons?.at(-1);
  if (!persons || !batches.shares?.length) return null;
  const members = groupMembers(households, readPersons(persons, policy));
  const found = new Map<ClimbingHousehold, readonly Origin[]>();
  for (const [household, people] of members) {
    const working = people.filter(({ employed }) => employed).map(({ origin }) => origin);
    if (working.length > 0) found.set(household, working);
  }
  for (const [household, paid] of paidHolders(batches.shares, households, spanOf(period).year))
    found.set(household, [...(found.get(household) ?? []), ...paid]);
  return found;
}

function paidHolders(
  batches: readonly BatchInput[],
  households: readonly ClimbingHousehold[],
  latest: number,
): ReadonlyMap<ClimbingHousehold, readonly Origin[]> {
  const shares = readShares(batches, indexHouseholds(households));
  const year = newestDividendYear(shares, latest);
  const paid = groupByKey(
    shares.filter((share) => share.year === year && share.principal > 0 && share.dividendPaid > 0),
    ({ household }): object | null => household,
  );
  return new Map(
    households.flatMap((household) => {
      const own = paid.get(household);
      return own ? [[household, own.map(({ origin }) => origin)] as const] : [];
    }),
  );
}

/** A blank income shows nothing, and so does not reach the line. */
function prospers({ incomePerCapita }: ClimbingHousehold, line: number, policy: Policy): boolean {
  return incomePerCapita !== null && incomePerCapita * 100 >= line * policy.prosperPercent;
}
