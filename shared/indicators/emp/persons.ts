import type { Day } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { BatchInput } from '../facts.ts';
import { type HouseholdReference, readReference } from '../household-index.ts';
import type { Origin } from '../origin.ts';
import { readRows } from '../rows.ts';

/** A person as the families read it (domain.md §4, D4). */
export interface Person extends HouseholdReference {
  readonly origin: Origin;
  readonly personToken: string | null;
  /** In years at the dataDate of the file; `null` where the birth year is not known. */
  readonly age: number | null;
  readonly labourSkill: string | null;
  /** Of working age, able to work at least in part, not at school (劳动力). */
  readonly labour: boolean;
  /** A labour person in a job or self-employed, farming if the policy says so. Who works beside L is not counted. */
  readonly employed: boolean;
  readonly employmentStatus: string | null;
  readonly employmentForm: string | null;
  readonly workRegion: string | null;
  /** Months worked in the calendar year of the dataDate. */
  readonly monthsWorked: number | null;
  /** In 分. */
  readonly monthlyWage: number | null;
  readonly hiredDate: Day | null;
  readonly trainedDate: Day | null;
  readonly willing: boolean;
  /** Has had help to transfer into work (转移就业帮扶). */
  readonly assisted: boolean;
}

const labourSkills: ReadonlySet<string | null> = new Set(['ordinary', 'skilled', 'weak']);
const jobs: ReadonlySet<string | null> = new Set(['employed', 'self_employed']);

/** Reads a persons batch; age is the year of its dataDate less the birth year (domain.md §4, Tokens). */
export function readPersons(
  batch: BatchInput,
  { workingAge: { from, to, womenTo }, countFarming }: Pick<Policy, 'workingAge' | 'countFarming'>,
): readonly Person[] {
  const isWork = (status: string | null) => jobs.has(status) || (countFarming && status === 'farming');
  const year = Number(batch.dataDate.slice(0, 4));
  return readRows(batch, (cells, origin) => {
    const born = cells.number('birthYear');
    const age = born === null ? null : year - born;
    const last = cells.text('sex') === 'female' ? womenTo : to;
    const ofAge = age !== null && age >= from && age <= last;
    const atSchool = cells.text('studentStatus') === 'student';
    const labourSkill = cells.text('labourSkill');
    const labour = ofAge && !atSchool && labourSkills.has(labourSkill);
    const employmentStatus = cells.text('employmentStatus');
    return {
      origin,
      ...readReference(cells),
      personToken: cells.text('personToken'),
      age,
      labourSkill,
      labour,
      employed: labour && isWork(employmentStatus),
      employmentStatus,
      employmentForm: cells.text('employmentForm'),
      workRegion: cells.text('workRegion'),
      monthsWorked: cells.number('monthsWorked'),
      monthlyWage: cells.number('monthlyWage'),
      hiredDate: cells.text('hiredDate'),
      trainedDate: cells.text('trainedDate'),
      willing: cells.flag('workWillingness') === true,
      assisted: cells.flag('transferAssisted') === true,
    };
  });
}
