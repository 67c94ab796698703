import { sumOf } from '../breakdowns.ts';
import type { Component, FamilyInput, FamilyResult } from '../facts.ts';
import { type Household, indexHouseholds, readHouseholds } from '../household-index.ts';
import { type FindingLog, newFindingLog } from '../publication-findings.ts';
import { type Person, readPersons } from './persons.ts';

/**
 * Employment (emp, domain.md §5.2) of one county. Persons join their household by whichever reference was
 * typed; one that finds none counts as a person and not in any household, and is a finding. Without a
 * households file there is no data by household.
 */
export function computeEmp(input: FamilyInput): FamilyResult {
  const personsBatch = input.batches.persons?.at(-1);
  const householdsBatch = input.batches.households?.at(-1);
  if (!personsBatch) return { components: [], findings: [] };
  const findings = newFindingLog();
  const persons = readPersons(personsBatch, input.policy.workingAge);
  const components = [labourRate(persons)];
  if (householdsBatch) {
    const householdOf = indexHouseholds(readHouseholds(householdsBatch));
    const members = new Map<Household, Person[]>();
    for (const person of persons) {
      const household = householdOf(person);
      if (household) members.set(household, [...(members.get(household) ?? []), person]);
      else findings.add('UNRESOLVED_HOUSEHOLD', 'warning', 'persons', person.origin);
    }
    checkFamilySizes(members, findings);
    components.push(...householdCounts([...members.values()]));
  }
  return { components, findings: findings.list() };
}

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

const whole = { parameters: {}, breakdown: {} };

function labourRate(persons: readonly Person[]): Component {
  const den = sumOf(persons, ({ labour }) => (labour ? 1 : 0));
  const num = sumOf(persons, ({ employed }) => (employed ? 1 : 0));
  return { indicator: 'emp.labour_rate', ...whole, num, den, n: den };
}

/** Households with at least one labour person, by whether one of them works. */
function householdCounts(households: readonly (readonly Person[])[]): readonly Component[] {
  const withLabour = households.filter((members) => members.some(({ labour }) => labour));
  const working = withLabour.filter((members) => members.some(({ employed }) => employed)).length;
  const den = withLabour.length;
  return [
    { indicator: 'emp.one_per_household', ...whole, num: working, den, n: den },
    { indicator: 'emp.zero_job_households', ...whole, num: den - working, den, n: den },
  ];
}
