import { type Day, dayNumber } from '../../programme/calendar.ts';
import { completionDay } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import { slice } from '../breakdowns.ts';
import type { TracedComponent } from '../facts.ts';
import { component, tally } from '../trace.ts';
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
): readonly TracedComponent[] {
  const passed = dayNumber(now.day) - dayNumber(before.day);
  if (passed <= 0) return [];
  const left = dayNumber(completionDay(policy, planYear)) - dayNumber(now.day);
  const completed = ({ projects }: ProjectsPicture) =>
    tally(ofYear(projects, planYear), ({ completedHouseholds }) => completedHouseholds);
  const [num, earlier] = [completed(now), completed(before)];
  const gain = left > 0 ? { gain: { num: (num.sum - earlier.sum) * left, den: passed } } : {};
  const cell = { indicator: 'reloc.forecast_completion', parameters: { planYear }, breakdown: {}, n: null };
  const planned = tally(ofYear(now.projects, planYear), ({ plannedHouseholds }) => plannedHouseholds);
  const also = () => ofYear(before.projects, planYear).map(({ origin }) => origin);
  return [component({ ...cell, ...gain }, num, planned, { also })];
}

function ofYear(projects: readonly ProjectProgress[], planYear: number): readonly ProjectProgress[] {
  return projects.filter((project) => project.planYear === planYear);
}

/** occupancy_of_plan over all projects of the file. */
export function occupancyOfPlan(projects: readonly ProjectProgress[]): readonly TracedComponent[] {
  return slice(projects, 'mode', ({ mode }) => mode).map(({ breakdown, rows }) =>
    component(
      { indicator: 'reloc.occupancy_of_plan', parameters: {}, breakdown, n: null },
      tally(rows, ({ occupiedHouseholds }) => occupiedHouseholds),
      tally(rows, ({ plannedHouseholds }) => plannedHouseholds),
    ),
  );
}

const shareBases = {
  persons: ({ plannedPersons }: ProjectProgress) => plannedPersons,
  households: ({ plannedHouseholds }: ProjectProgress) => plannedHouseholds,
} as const;

/** concentrated_share of what is planned over all projects of the file (domain.md §2, G7). */
export function concentratedShare(projects: readonly ProjectProgress[]): readonly TracedComponent[] {
  const concentrated = projects.filter(({ mode }) => mode === 'concentrated');
  return Object.entries(shareBases).map(([basis, planned]) =>
    component(
      { indicator: 'reloc.concentrated_share', parameters: { basis }, breakdown: {}, n: null },
      tally(concentrated, planned),
      tally(projects, planned),
    ),
  );
}
