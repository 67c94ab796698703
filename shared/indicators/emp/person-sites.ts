import type { Household } from '../household-index.ts';
import type { SiteCells } from '../open-sites.ts';
import type { Person } from './persons.ts';

/** The cell of the breakdown `site` in which a person is counted. */
export type SiteOfPerson = (person: Person) => string;

/** A person lives where the household does; one whose household nobody has found may live anywhere. */
export function siteOfPerson(
  sites: SiteCells,
  members: ReadonlyMap<Household, readonly Person[]>,
): SiteOfPerson {
  const cells = new Map<Person, string>();
  for (const [household, own] of members) {
    const cell = sites.ofHousehold(household);
    for (const person of own) cells.set(person, cell);
  }
  const nowhere = sites.ofHousehold({ projectId: null, mode: null });
  return (person) => cells.get(person) ?? nowhere;
}
