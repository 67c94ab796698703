import { povertyLineOf } from '../../programme/policy.ts';
import { type Person, readPersons } from '../emp/persons.ts';
import type { FamilyInput, FamilyResult } from '../facts.ts';
import { groupMembers } from '../household-index.ts';
import { countValues, nearestRank } from '../nearest-rank.ts';
import { type CountedCell, partCount } from '../part-count.ts';
import { readSupported, type SupportedHousehold } from './homes.ts';

const unable: ReadonlySet<string | null> = new Set(['lost', 'none']);

/**
 * Safety net (net, domain.md §5.8) of one county, from the household list and the persons file; without either
 * there is no data. References that find nothing are findings of the employment family, not again here.
 */
export function computeNet({ batches, policy }: FamilyInput): FamilyResult {
  const [householdsBatch, personsBatch] = [batches.households?.at(-1), batches.persons?.at(-1)];
  if (!householdsBatch || !personsBatch) return { components: [], findings: [] };
  const households = readSupported(householdsBatch);
  const persons = readPersons(personsBatch, policy);
  const members = groupMembers(households, persons);
  const withoutLabour = [...members].flatMap(([household, people]) =>
    household.movedIn && !people.some(({ labour }) => labour) ? [household] : [],
  );
  const protectors = new Map(
    [...members].flatMap(([{ covered, origin }, people]) =>
      covered ? people.map((person) => [person, [origin]] as const) : [],
    ),
  );
  const listed: CountedCell<SupportedHousehold> = {
    beside: (household) => (members.get(household) ?? []).map(({ origin }) => origin),
  };
  const unablePersons = persons.filter(
    ({ age, labourSkill }) => age !== null && age >= policy.workingAge.from && unable.has(labourSkill),
  );
  const line = povertyLineOf(policy, Number(householdsBatch.dataDate.slice(0, 4)));
  const allowed = households.filter(({ allowance }) => allowance);
  const isOverlap = (limit: number) => (household: SupportedHousehold) =>
    earnsMoreThan(household, members.get(household) ?? [], limit);
  return {
    components: [
      partCount('net.household_coverage', withoutLabour, ({ covered }) => covered, listed),
      partCount('net.person_coverage', unablePersons, (person) => protectors.has(person), {
        beside: (person) => protectors.get(person) ?? [],
      }),
      partCount('net.uncovered', withoutLabour, ({ covered }) => !covered, listed),
      ...(line === null
        ? []
        : [partCount('net.overlap', allowed, isOverlap(line * policy.overlapPercent), listed)]),
    ],
    findings: [],
  };
}

/** Median wage × 12 ÷ family size above a hundredth of `limit`, in 分 and without dividing. */
function earnsMoreThan(
  { familySize }: SupportedHousehold,
  people: readonly Person[],
  limit: number,
): boolean {
  const wages = people.flatMap(({ employed, monthlyWage }) =>
    employed && monthlyWage && monthlyWage > 0 ? [monthlyWage] : [],
  );
  const median = nearestRank(countValues(wages));
  return median !== null && median * 12 * 100 > limit * familySize;
}
