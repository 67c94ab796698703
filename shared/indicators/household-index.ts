import type { BatchInput } from './facts.ts';
import { type Cells, type Origin, readRows } from './rows.ts';

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
  return readRows(batch, (cells, origin) => {
    const moveIn = cells.text('moveInDate');
    return {
      origin,
      ...readReference(cells),
      projectId: cells.text('projectId'),
      mode: cells.text('mode'),
      familySize: cells.number('familySize') ?? 0,
      registered: cells.flag('isRegistered') === true,
      movedIn: moveIn !== null && moveIn <= batch.dataDate,
    };
  });
}

/** The reference columns of persons, shares and households. */
export function readReference(cells: Cells): HouseholdReference {
  return { headIdToken: cells.text('headIdToken'), householdNoToken: cells.text('householdNoToken') };
}

/**
 * Finds the household that a reference names, by either token. A token that two households carry names
 * neither; two tokens that name different households name none (domain.md §4, Tokens).
 */
export function indexHouseholds(
  households: readonly Household[],
): (reference: HouseholdReference) => Household | null {
  const byHead = indexBy(households, (household) => household.headIdToken);
  const byNumber = indexBy(households, (household) => household.householdNoToken);
  return ({ headIdToken, householdNoToken }) => {
    const head = headIdToken === null ? undefined : (byHead.get(headIdToken) ?? null);
    const number = householdNoToken === null ? undefined : (byNumber.get(householdNoToken) ?? null);
    if (head && number) return head === number ? head : null;
    return head ?? number ?? null;
  };
}

function indexBy(
  households: readonly Household[],
  tokenOf: (household: Household) => string | null,
): ReadonlyMap<string, Household | null> {
  const index = new Map<string, Household | null>();
  for (const household of households) {
    const token = tokenOf(household);
    if (token !== null) index.set(token, index.has(token) ? null : household);
  }
  return index;
}
