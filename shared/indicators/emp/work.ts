import type { Day } from '../../programme/calendar.ts';
import { monthsElapsed } from '../../programme/months.ts';
import type { Component } from '../facts.ts';
import { countValues } from '../nearest-rank.ts';
import { partCount } from '../part-count.ts';
import type { Person } from './persons.ts';

/** Where and how the employed work, how steadily, and for what wage (domain.md §5.2). */

const nearby: ReadonlySet<string | null> = new Set(['village', 'township', 'county']);
const parksAndTowns: ReadonlySet<string | null> = new Set(['park', 'town', 'workshop', 'base']);

/** Months of work that make a job a steady one. */
const steadyMonths = 6;

/** The indicators whose denominator is the employed, or those of them whose region or wage is known. */
export function kindsOfWork(persons: readonly Person[], day: Day): readonly Component[] {
  const employed = persons.filter((person) => person.employed);
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
    medianWage(employed),
  ];
}

/** The exact wages above zero with how often each occurs: medians of areas come from their sums. */
function medianWage(employed: readonly Person[]): Component {
  const wages = employed.flatMap(({ monthlyWage }) => (monthlyWage && monthlyWage > 0 ? [monthlyWage] : []));
  return {
    indicator: 'emp.median_wage',
    parameters: {},
    breakdown: {},
    num: wages.length,
    den: employed.length,
    n: wages.length,
    values: Object.fromEntries(countValues(wages)),
  };
}
