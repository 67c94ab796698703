import type { Policy } from '../../programme/policy.ts';
import type { BatchInput } from '../facts.ts';
import { type HouseholdReference, readReference } from '../household-index.ts';
import { type Origin, readRows } from '../rows.ts';

/** A person as the employment family reads it (domain.md §4, D4). */
export interface Person extends HouseholdReference {
  readonly origin: Origin;
  /** Of working age, able to work at least in part, not at school (劳动力). */
  readonly labour: boolean;
  /** A labour person in a job or self-employed; farming does not count. Who works beside L is not counted. */
  readonly employed: boolean;
}

const labourSkills: ReadonlySet<string | null> = new Set(['ordinary', 'skilled', 'weak']);
const jobs: ReadonlySet<string | null> = new Set(['employed', 'self_employed']);

/** Reads a persons batch; age is the year of its dataDate less the birth year (domain.md §4, Tokens). */
export function readPersons(batch: BatchInput, age: Policy['workingAge']): readonly Person[] {
  const year = Number(batch.dataDate.slice(0, 4));
  return readRows(batch, (cells, origin) => {
    const born = cells.number('birthYear');
    const ofAge = born !== null && year - born >= age.from && year - born <= age.to;
    const atSchool = cells.text('studentStatus') === 'student';
    const labour = ofAge && !atSchool && labourSkills.has(cells.text('labourSkill'));
    const employed = labour && jobs.has(cells.text('employmentStatus'));
    return { origin, ...readReference(cells), labour, employed };
  });
}
