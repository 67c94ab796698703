import type { Day } from '../../programme/calendar.ts';
import { completionDue, startDue } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import { countyOfCell, slice } from '../breakdowns.ts';
import type { Labels, Pace, TracedComponent } from '../facts.ts';
import { type SiteCells, siteSlices } from '../open-sites.ts';
import { component, notApplicable, tally } from '../trace.ts';
import { type ProjectProgress, personsOf } from './projects.ts';

/** Start, completion and occupancy of the projects, from one projects batch (domain.md §5.1). */

/** What is counted of a project under a basis, and how much of it has got to a stage. */
interface Basis {
  readonly name: 'projects' | 'households' | 'persons';
  readonly planned: (project: ProjectProgress) => number;
  readonly reached: (project: ProjectProgress, stage: Stage) => number;
}

type Stage = 'started' | 'completed';

const householdsAt = (project: ProjectProgress, stage: Stage): number =>
  stage === 'started' ? project.startedHouseholds : project.completedHouseholds;

const bases: readonly Basis[] = [
  {
    name: 'projects',
    planned: () => 1,
    reached: (project, stage) => (project[stage] ? 1 : 0),
  },
  {
    name: 'households',
    planned: (project) => project.plannedHouseholds,
    reached: householdsAt,
  },
  {
    name: 'persons',
    planned: (project) => project.plannedPersons,
    reached: (project, stage) => personsOf(project, householdsAt(project, stage)),
  },
];

/** A scattered batch is no project one starts: by projects only the concentrated cell has a value. */
const isDefined = (basis: Basis, cell: Labels): boolean =>
  basis.name !== 'projects' || cell.mode === 'concentrated' || countyOfCell(cell) !== null;

function stageRates(
  indicator: string,
  stage: Stage,
  projects: readonly ProjectProgress[],
  planYear: number,
  pace: Pace | null,
  sites: SiteCells,
): readonly TracedComponent[] {
  const slices = [
    ...slice(projects, 'mode', (project) => project.mode),
    ...siteSlices(projects, sites.ofProject),
  ];
  return bases.flatMap((basis) =>
    slices.map(({ breakdown, rows }): TracedComponent => {
      const cell = { indicator, parameters: { basis: basis.name, planYear }, breakdown, n: null };
      if (!isDefined(basis, breakdown)) return notApplicable(cell);
      const num = tally(rows, (project) => basis.reached(project, stage));
      return component({ ...cell, ...(pace ? { pace } : {}) }, num, tally(rows, basis.planned));
    }),
  );
}

/** start_rate, start_lead_334 and completion_rate of one plan year at the dataDate of the projects file. */
export function planYearRates(
  projects: readonly ProjectProgress[],
  planYear: number,
  day: Day,
  policy: Policy,
  sites: SiteCells,
): readonly TracedComponent[] {
  const ofYear = projects.filter((project) => project.planYear === planYear);
  const [step, linear] = [startDue(policy, planYear, day, 'step'), startDue(policy, planYear, day, 'linear')];
  const startPace = { green: linear, amber: step };
  const complete = completionDue(policy, planYear, day);
  const completionPace = complete.num > 0 ? { green: complete, amber: complete } : null;
  const lead = (plan: 'step' | 'linear') =>
    component(
      {
        indicator: 'reloc.start_lead_334',
        parameters: { plan, planYear },
        breakdown: {},
        n: null,
        due: plan === 'step' ? step : linear,
        pace: startPace,
      },
      tally(ofYear, (project) => project.startedHouseholds),
      tally(ofYear, (project) => project.plannedHouseholds),
    );
  return [
    ...stageRates('reloc.start_rate', 'started', ofYear, planYear, startPace, sites),
    lead('step'),
    lead('linear'),
    ...stageRates('reloc.completion_rate', 'completed', ofYear, planYear, completionPace, sites),
  ];
}

/** occupancy_rate over all projects of the file. */
export function occupancyRate(
  projects: readonly ProjectProgress[],
  sites: SiteCells,
): readonly TracedComponent[] {
  const slices = [
    ...slice(projects, 'mode', (project) => project.mode),
    ...siteSlices(projects, sites.ofProject),
  ];
  return slices.map(({ breakdown, rows }) =>
    component(
      { indicator: 'reloc.occupancy_rate', parameters: {}, breakdown, n: null },
      tally(rows, (project) => project.occupiedHouseholds),
      tally(rows, (project) => project.completedHouseholds),
    ),
  );
}
