import type { Day } from '../programme/calendar.ts';
import type { BatchInput } from './facts.ts';
import type { Origin } from './origin.ts';
import { type Cells, readRows } from './rows.ts';

/** A household as the families read it (domain.md §4, D3); the head's token is its key. */
export interface Household {
  readonly origin: Origin;
  readonly headIdToken: string | null;
  readonly householdNoToken: string | null;
  readonly projectId: string | null;
  readonly mode: string | null;
  readonly familySize: number;
  readonly registered: boolean;
  /** Moved in by the dataDate of its own file: a later date is a plan, not a fact. */
  readonly movedIn: boolean;
}

/** How another file names a household: by 户编号 or by the head's ID number, whichever was typed. */
export interface HouseholdReference {
  readonly headIdToken: string | null;
  readonly householdNoToken: string | null;
}

/** Reads a households batch. */
export function readHouseholds(batch: BatchInput): readonly Household[] {
  return readRows(batch, (cells, origin) => readHousehold(cells, origin, batch.dataDate));
}

/** One row of a households batch; families that need more of it add their own cells. */
export function readHousehold(cells: Cells, origin: Origin, dataDate: Day): Household {
  const moveIn = cells.text('moveInDate');
  return {
    origin,
    ...readReference(cells),
    projectId: cells.text('projectId'),
    mode: cells.text('mode'),
    familySize: cells.number('familySize') ?? 0,
    registered: cells.flag('isRegistered') === true,
    movedIn: moveIn !== null && moveIn <= dataDate,
  };
}

/** The reference columns of persons, shares and households. */
export function readReference(cells: Cells): HouseholdReference {
  return { headIdToken: cells.text('headIdToken'), householdNoToken: cells.text('householdNoToken') };
}

/**
 * Finds the household that a reference names, by either token. A token that two households carry names
 * neither; two tokens that name different households name none (domain.md §4, Tokens).
 */
export function indexHouseholds<Home extends HouseholdReference>(
  households: readonly Home[],
): (reference: HouseholdReference) => Home | null {
  const byHead = indexBy(households, (household) => household.headIdToken);
  const byNumber = indexBy(households, (household) => household.householdNoToken);
  return ({ headIdToken, householdNoToken }) => {
    const head = headIdToken === null ? undefined : (byHead.get(headIdToken) ?? null);
    const number = householdNoToken === null ? undefined : (byNumber.get(householdNoToken) ?? null);
    if (head && number) return head === number ? head : null;
    return head ?? number ?? null;
  };
}

/** Members of each household by the references of their rows; who finds none is in none. */
export function groupMembers<Home extends HouseholdReference, Member extends HouseholdReference>(
  households: readonly Home[],
  members: readonly Member[],
  onUnresolved: (member: Member) => void = () => {},
): ReadonlyMap<Home, readonly Member[]> {
  const householdOf = indexHouseholds(households);
  const groups = new Map<Home, Member[]>();
  for (const member of members) {
    const household = householdOf(member);
    const group = household && groups.get(household);
    if (group) group.push(member);
    else if (household) groups.set(household, [member]);
    else onUnresolved(member);
  }
  return groups;
}

function indexBy<Home>(
  households: readonly Home[],
  tokenOf: (household: Home) => string | null,
): ReadonlyMap<string, Home | null> {
  const index = new Map<string, Home | null>();
  for (const household of households) {
    const token = tokenOf(household);
    if (token !== null) index.set(token, index.has(token) ? null : household);
  }
  return index;
}
