import type { BatchInput, TracedComponent } from '../facts.ts';
import { groupMembers, type Household, type HouseholdReference, readReference } from '../household-index.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { readRows } from '../rows.ts';

/** A row of the persons file: who, and of which household. */
export interface ListedPerson extends HouseholdReference {
  readonly origin: Origin;
  readonly personToken: string | null;
}

/** Reads a persons batch. */
export function readListed(batch: BatchInput): readonly ListedPerson[] {
  return readRows(batch, (cells, origin) => ({
    origin,
    ...readReference(cells),
    personToken: cells.text('personToken'),
  }));
}

/**
 * 精准识别: households that are registered, whose head's ID no other household carries, whose members are as
 * many as the family is said to be, and none of whom is listed a second time (domain.md §5.1, X4, X6). That an
 * ID is valid has been seen to when the file was read: a row with another is not in the batch.
 */
export function identificationAccuracy(
  households: readonly Household[],
  persons: readonly ListedPerson[],
): TracedComponent {
  const members = groupMembers(households, persons);
  const heads = occurrences(households.map(({ headIdToken }) => headIdToken));
  const listed = occurrences(persons.map(({ personToken }) => personToken));
  const isPrecise = (household: Household) => {
    const people = members.get(household) ?? [];
    return (
      household.registered &&
      isOnly(heads, household.headIdToken) &&
      people.length === household.familySize &&
      people.every(({ personToken }) => isOnly(listed, personToken))
    );
  };
  return partCount('reloc.identification_accuracy', households, isPrecise, {
    beside: (household) => (members.get(household) ?? []).map(({ origin }) => origin),
  });
}

type Occurrences = ReadonlyMap<string, number>;

function occurrences(tokens: readonly (string | null)[]): Occurrences {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token !== null) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

function isOnly(counts: Occurrences, token: string | null): boolean {
  return token !== null && counts.get(token) === 1;
}
