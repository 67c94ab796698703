import type { BatchInput, FamilyInput, FamilyResult, TracedComponent } from '../facts.ts';
import { groupMembers, type Household, readHouseholds } from '../household-index.ts';
import { pictures } from '../look-back.ts';
import { siteCells, sliceBySite } from '../open-sites.ts';
import { partCount } from '../part-count.ts';
import { type FindingLog, newFindingLog } from '../publication-findings.ts';
import { isSilent } from '../rows.ts';
import { assistance } from './assistance.ts';
import { householdCounts, zeroJobCleared } from './households.ts';
import { type SiteOfPerson, siteOfPerson } from './person-sites.ts';
import { type Person, readPersons } from './persons.ts';
import { transferTask } from './transfer-task.ts';
import { kindsOfWork } from './work.ts';

/**
 * Employment (emp, domain.md §5.2) of one county. Persons join their household by whichever reference was
 * typed; one that finds none counts as a person and not in any household, and is a finding. Without a
 * households file there is no data by household; without a persons file of the month before there is none of
 * the households cleared since.
 */
export function computeEmp(input: FamilyInput): FamilyResult {
  const { current, earlier } = pictures('emp', 'persons', input.batches.persons);
  const householdsBatch = input.batches.households?.at(-1);
  if (!current) return { components: [], findings: [] };
  const findings = newFindingLog(input.batches);
  const read = (batch: BatchInput) => readPersons(batch, input.policy);
  const persons = read(current);
  const day = current.dataDate;
  const households = householdsBatch ? readHouseholds(householdsBatch) : [];
  const members = groupMembers(households, persons, ({ origin }) => {
    if (householdsBatch) findings.add('UNRESOLVED_HOUSEHOLD', 'warning', 'persons', origin);
  });
  const sites = siteCells(input.area, input.batches.projects?.at(-1));
  const siteOf = sites && siteOfPerson(sites, members);
  const components = [
    ...labour(persons, siteOf),
    ...kindsOfWork(persons, day, siteOf),
    ...assistance(persons, day, siteOf),
    ...transferTask(persons, day, input.area, input.policy),
  ];
  if (householdsBatch) {
    checkFamilySizes(members, findings);
    components.push(...householdCounts(members, sites));
    if (earlier) components.push(zeroJobCleared(groupMembers(households, read(earlier)), members));
  }
  const speaks = !isSilent(current, 'employmentStatus');
  return {
    components: components.filter(({ indicator }) => speaks || !ofStatus.has(indicator)),
    findings: findings.list(),
    ...(sites ? { names: sites.names } : {}),
  };
}

/** Computed from 就业状态: no data, not 0, where the persons file says nobody's. */
const ofStatus: ReadonlySet<string> = new Set([
  'emp.labour_rate',
  'emp.one_per_household',
  'emp.zero_job_households',
  'emp.zero_job_cleared_30d',
  'emp.willing_unemployed',
]);

/**
 * Holds the persons listed for each household against its family size (X4, domain.md §4). A household without a
 * person is passed over: a persons file may list the labour force only.
 */
function checkFamilySizes(members: ReadonlyMap<Household, readonly Person[]>, findings: FindingLog): void {
  for (const [{ familySize, origin }, persons] of members) {
    if (persons.length !== familySize)
      findings.add('HOUSEHOLD_PERSONS_DIFFER', 'warning', 'households', origin);
  }
}

/** labour_rate, and how many of the labour persons nobody knows the status of. */
function labour(persons: readonly Person[], siteOf: SiteOfPerson | null): readonly TracedComponent[] {
  const able = persons.filter((person) => person.labour);
  const unknown = ({ employmentStatus }: Person) => employmentStatus === null;
  return [
    ...sliceBySite(able, siteOf).map(({ breakdown, rows }) =>
      partCount('emp.labour_rate', rows, ({ employed }) => employed, { breakdown }),
    ),
    partCount('emp.unknown_rate', able, unknown, { personal: false }),
  ];
}
