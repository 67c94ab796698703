import { type Day, dayNumber } from '../../programme/calendar.ts';
import { completionDay } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import { slice, sumOf } from '../breakdowns.ts';
import type { Component } from '../facts.ts';
import type { ProjectProgress } from './projects.ts';

/** The projects of a county as one file shows them. */
export interface ProjectsPicture {
  readonly day: Day;
  readonly projects: readonly ProjectProgress[];
}

/**
 * forecast_completion of one plan year: households completed, planned, and what the pace since the earlier
 * picture adds in the days left to the deadline. Two pictures of one day have no pace. The limits (not below
 * what is done, not above the plan) are put on an area's sums; see figure.ts.
 */
export function forecastCompletion(
  before: ProjectsPicture,
  now: ProjectsPicture,
  planYear: number,
  policy: Policy,
): readonly Component[] {
  const passed = dayNumber(now.day) - dayNumber(before.day);
  if (passed <= 0) return [];
  const left = dayNumber(completionDay(policy, planYear)) - dayNumber(now.day);
  const completed = ({ projects }: ProjectsPicture) =>
    sumOf(ofYear(projects, planYear), ({ completedHouseholds }) => completedHouseholds);
  const num = completed(now);
  const risen = num - completed(before);
  const component: Component = {
    indicator: 'reloc.forecast_completion',
    parameters: { planYear },
    breakdown: {},
    num,
    den: sumOf(ofYear(now.projects, planYear), ({ plannedHouseholds }) => plannedHouseholds),
    n: null,
  };
  return [left > 0 ? { ...component, gain: { num: risen * left, den: passed } } : component];
}

function ofYear(projects: readonly ProjectProgress[], planYear: number): readonly ProjectProgress[] {
  return projects.filter((project) => project.planYear === planYear);
}

/** occupancy_of_plan over all projects of the file. */
export function occupancyOfPlan(projects: readonly ProjectProgress[]): readonly Component[] {
  return slice(projects, 'mode', ({ mode }) => mode).map(({ breakdown, rows }) => ({
    indicator: 'reloc.occupancy_of_plan',
    parameters: {},
    breakdown,
    num: sumOf(rows, ({ occupiedHouseholds }) => occupiedHouseholds),
    den: sumOf(rows, ({ plannedHouseholds }) => plannedHouseholds),
    n: null,
  }));
}

const shareBases = {
  persons: ({ plannedPersons }: ProjectProgress) => plannedPersons,
  households: ({ plannedHouseholds }: ProjectProgress) => plannedHouseholds,
} as const;

/** concentrated_share of what is planned over all projects of the file (domain.md §2, G7). */
export function concentratedShare(projects: readonly ProjectProgress[]): readonly Component[] {
  const concentrated = projects.filter(({ mode }) => mode === 'concentrated');
  return Object.entries(shareBases).map(([basis, planned]) => ({
    indicator: 'reloc.concentrated_share',
    parameters: { basis },
    breakdown: {},
    num: sumOf(concentrated, planned),
    den: sumOf(projects, planned),
    n: null,
  }));
}
