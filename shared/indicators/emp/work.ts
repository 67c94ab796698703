import type { Day } from '../../programme/calendar.ts';
import { monthsElapsed } from '../../programme/months.ts';
import type { Labels, TracedComponent } from '../facts.ts';
import { sliceBySite } from '../open-sites.ts';
import { partCount } from '../part-count.ts';
import { component, tallyRows } from '../trace.ts';
import { groupByKey } from '../union.ts';
import type { SiteOfPerson } from './person-sites.ts';
import type { Person } from './persons.ts';

/** Where and how the employed work, how steadily, and for what wage (domain.md §5.2). */

const nearby: ReadonlySet<string | null> = new Set(['village', 'township', 'county']);
const parksAndTowns: ReadonlySet<string | null> = new Set(['park', 'town', 'workshop', 'base']);

/** Months of work that make a job a steady one. */
const steadyMonths = 6;

/**
 * The indicators whose denominator is the employed, or those of them whose region or wage is known. A site where nobody
 * is employed has a cell of wages too: were it missing, it would tell what the mask of the others may hide.
 */
export function kindsOfWork(
  persons: readonly Person[],
  day: Day,
  siteOf: SiteOfPerson | null,
): readonly TracedComponent[] {
  const isEmployed = (person: Person): boolean => person.employed;
  const able = persons.filter(({ labour }) => labour);
  const employed = persons.filter(isEmployed);
  const placed = employed.filter(({ workRegion }) => workRegion !== null);
  const steady = Math.min(steadyMonths, monthsElapsed(day));
  return [
    partCount('emp.local_rate', placed, ({ workRegion }) => nearby.has(workRegion)),
    partCount('emp.park_town_rate', employed, ({ employmentForm }) => parksAndTowns.has(employmentForm)),
    partCount('emp.public_post_share', employed, ({ employmentForm }) => employmentForm === 'public_post'),
    partCount('emp.outside_province_share', placed, ({ workRegion }) => workRegion === 'outside'),
    partCount(
      'emp.stable_rate',
      employed,
      ({ monthsWorked }) => monthsWorked !== null && monthsWorked >= steady,
    ),
    ...sliceBySite(able, siteOf).map(({ breakdown, rows }) => medianWage(rows.filter(isEmployed), breakdown)),
  ];
}

/** The exact wages above zero with how often each occurs: medians of areas come from their sums. */
function medianWage(employed: readonly Person[], breakdown: Labels): TracedComponent {
  const paid = employed.filter(({ monthlyWage }) => monthlyWage !== null && monthlyWage > 0);
  const byWage = [...groupByKey(paid, ({ monthlyWage }) => String(monthlyWage))];
  const values = Object.fromEntries(byWage.map(([wage, people]) => [wage, tallyRows(people)]));
  const cell = { indicator: 'emp.median_wage', parameters: {}, breakdown, n: paid.length };
  return component(cell, tallyRows(paid), tallyRows(employed), { values });
}
