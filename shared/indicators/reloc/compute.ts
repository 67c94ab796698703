import type { Day } from '../../programme/calendar.ts';
import { spanOf } from '../../programme/periods.ts';
import type { Policy } from '../../programme/policy.ts';
import { newAlertLog } from '../alerts.ts';
import type { FamilyInput, FamilyResult, TracedComponent } from '../facts.ts';
import { type Household, readHouseholds } from '../household-index.ts';
import { pictures } from '../look-back.ts';
import { type SiteCells, siteCells } from '../open-sites.ts';
import { indexProjects, type ProjectIndex } from '../project-index.ts';
import { type FindingLog, newFindingLog } from '../publication-findings.ts';
import { occupancyRate, planYearRates } from './building.ts';
import { raiseAtRisk, raiseBehind, raiseMissed } from './check-plan.ts';
import { checkCumulativeCounts } from './cumulative.ts';
import { homeRates, readHomes } from './homes.ts';
import { identificationAccuracy, readListed } from './identification.ts';
import { fiveYearCompletionOf, movedHouseholds, planCompletionOf } from './moving.ts';
import { concentratedShare, forecastCompletion, occupancyOfPlan, type ProjectsPicture } from './outlook.ts';
import { checkProjectPersons } from './person-counts.ts';
import { type ProjectProgress, readProjects } from './projects.ts';
import { speaksOf } from './silence.ts';
import { readTargets, type Target, taskOn } from './targets.ts';

/**
 * Relocation progress (reloc, domain.md §5.1) of one county: from the targets, the projects file and the
 * households file in force. What lacks a file it reads, or a task, has no component: no data.
 */
export function computeReloc(input: FamilyInput): FamilyResult {
  const findings = newFindingLog(input.batches);
  const alerts = newAlertLog();
  const seen = pictures('reloc', 'projects', input.batches.projects);
  const { current: projectsBatch, earlier } = seen;
  const projects = projectsBatch ? readProjects(projectsBatch) : [];
  const targets = readTargets(input.batches.targets ?? []);
  const planYears = planYearsIn(input, projects, targets);
  const sites = siteCells(input.area, projectsBatch ?? undefined);
  const components: TracedComponent[] = [];
  if (projectsBatch && sites) {
    const now = { day: projectsBatch.dataDate, projects };
    const before = earlier && { day: earlier.dataDate, projects: readProjects(earlier) };
    const said = ofProjects(now, before, { planYears, policy: input.policy, sites }).filter(
      speaksOf(projectsBatch, projects),
    );
    components.push(...said);
    const of = (indicator: string) => said.filter((one) => one.indicator === indicator);
    if (of('reloc.start_lead_334').length > 0) raiseBehind(now, planYears, input.policy, alerts);
    raiseAtRisk(now, of('reloc.forecast_completion'), input.policy, alerts);
    for (const { progressBlank, origin } of projects) {
      if (progressBlank) findings.add('PROJECT_PROGRESS_BLANK', 'warning', 'projects', origin);
    }
    checkCumulativeCounts(seen, findings);
  }
  const householdsBatch = input.batches.households?.at(-1);
  if (householdsBatch) {
    const households = readHouseholds(householdsBatch);
    const projectOf = indexProjects(projects);
    const homeProject = projectsBatch ? projectsOfHomes(projectOf, findings) : () => null;
    const moved = movedHouseholds(households, homeProject);
    const day = householdsBatch.dataDate;
    if (projectsBatch) {
      checkProjectPersons(projects, households, projectOf, findings);
      const read = later(day, projectsBatch.dataDate);
      for (const year of planYears) {
        const completion = planCompletionOf(moved, targets, year, read);
        components.push(...completion);
        const excess = completion.find(({ indicator }) => indicator === 'reloc.overfulfilled');
        const task = taskOn(targets, year, read)?.rows.all ?? [];
        if (excess) raiseMissed(year, excess.num, task, day, alerts);
      }
    }
    components.push(...fiveYearCompletionOf(moved, targets, day, input.policy));
    components.push(...homeRates(readHomes(householdsBatch), day, sites));
    const persons = input.batches.persons?.at(-1);
    if (persons) components.push(identificationAccuracy(households, readListed(persons)));
  }
  const names = sites ? { names: sites.names } : {};
  return { components, findings: findings.list(), alerts: alerts.list(), ...names };
}

/** What the projects file says by itself, and with the one of three 旬 before where there is one. */
function ofProjects(
  now: ProjectsPicture,
  before: ProjectsPicture | null,
  {
    planYears,
    policy,
    sites,
  }: { readonly planYears: readonly number[]; readonly policy: Policy; readonly sites: SiteCells },
): readonly TracedComponent[] {
  return [
    ...planYears.flatMap((year) => planYearRates(now.projects, year, now.day, policy, sites)),
    ...occupancyRate(now.projects, sites),
    ...occupancyOfPlan(now.projects),
    ...concentratedShare(now.projects),
    ...planYears.flatMap((year) => (before ? forecastCompletion(before, now, year, policy) : [])),
  ];
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Every plan year that projects or targets name, and the period's own; 0 is no year of the plan. */
function planYearsIn(
  input: FamilyInput,
  projects: readonly ProjectProgress[],
  targets: readonly Target[],
): readonly number[] {
  const named = [...projects, ...targets].flatMap(({ planYear }) => (planYear ? [planYear] : []));
  return [...new Set([spanOf(input.period).year, ...named])].sort((a, b) => a - b);
}

/** A household's plan year is its project's; a reference that finds none is a finding (domain.md §4). */
function projectsOfHomes(
  projectOf: ProjectIndex<ProjectProgress>,
  findings: FindingLog,
): (household: Household) => ProjectProgress | null {
  return (household) => {
    const project = household.projectId === null ? null : projectOf(household.projectId);
    if (!project) findings.add('UNRESOLVED_PROJECT', 'warning', 'households', household.origin);
    return project;
  };
}
