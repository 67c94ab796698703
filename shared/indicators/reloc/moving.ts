import type { Day } from '../../programme/calendar.ts';
import type { Fraction } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import { breakdownValues } from '../breakdowns.ts';
import type { IndicatorDefinition } from '../definition.ts';
import type { Labels, TracedComponent } from '../facts.ts';
import type { Household } from '../household-index.ts';
import { pacedBy, yearsPassed } from '../pace.ts';
import { component, notApplicable, type Rooted, tally } from '../trace.ts';
import { fiveYearCompletion, planCompletion } from './definitions.ts';
import type { ProjectProgress } from './projects.ts';
import { type Target, type Task, taskOn } from './targets.ts';

/** Persons moved in against the task (domain.md §5.1): what counts is 喜迁新居, not a finished building. */

/** A registered household in its new home, with its project, whose plan year is its own, where that is known. */
export interface MovedHousehold extends Rooted {
  readonly mode: string | null;
  readonly familySize: number;
  readonly project: ProjectProgress | null;
}

/** The registered households that have moved in, each with its project. */
export function movedHouseholds(
  households: readonly Household[],
  projectOf: (household: Household) => ProjectProgress | null,
): readonly MovedHousehold[] {
  return households
    .map((household) => ({ ...household, project: projectOf(household) }))
    .filter(({ registered, movedIn }) => registered && movedIn);
}

/** Tasks are stated in all, and by mode only where the plan does so: a cell without a task has no value. */
function completion(
  definition: IndicatorDefinition,
  parameters: Labels,
  moved: readonly MovedHousehold[],
  task: Task | null,
  passed: Fraction,
  day: Day,
): readonly TracedComponent[] {
  if (!task) return [];
  const pace = pacedBy(definition, passed, day);
  const cell = { indicator: definition.id, parameters, n: null, ...(pace ? { pace } : {}) };
  const persons = (rows: readonly MovedHousehold[]) =>
    tally(
      rows,
      ({ familySize }) => familySize,
      ({ project }) => (project ? [project.origin] : []),
    );
  const asked = (rows: readonly Target[]) => tally(rows, (target) => target.persons);
  const byMode = (breakdownValues.mode ?? []).map((mode): TracedComponent => {
    const figure = task.rows.byMode[mode];
    if (!figure) return notApplicable({ ...cell, breakdown: { mode } });
    const own = moved.filter((one) => one.mode === mode);
    return component({ ...cell, breakdown: { mode } }, persons(own), asked([figure]));
  });
  const whole = component({ ...cell, breakdown: {} }, persons(moved), asked(task.rows.all));
  return definition.breakdowns.includes('mode') ? [whole, ...byMode] : [whole];
}

/**
 * plan_completion of one plan year at a day, and overfulfilled: the same persons and task, of which the value
 * is what they have over it.
 */
export function planCompletionOf(
  moved: readonly MovedHousehold[],
  targets: readonly Target[],
  planYear: number,
  day: Day,
): readonly TracedComponent[] {
  const ofYear = moved.filter(({ project }) => project?.planYear === planYear);
  const passed = yearsPassed(planYear, planYear, day);
  const task = taskOn(targets, planYear, day);
  const rates = completion(planCompletion, { planYear }, ofYear, task, passed, day);
  const excess = rates
    .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
    .map(({ pace: _, ...rate }): TracedComponent => ({ ...rate, indicator: 'reloc.overfulfilled' }));
  return [...rates, ...excess];
}

/** five_year_completion: the task of planYear 0 against the moved of all years. */
export function fiveYearCompletionOf(
  moved: readonly MovedHousehold[],
  targets: readonly Target[],
  day: Day,
  policy: Policy,
): readonly TracedComponent[] {
  const passed = yearsPassed(policy.planYears.from, policy.planYears.to, day);
  return completion(fiveYearCompletion, {}, moved, taskOn(targets, 0, day), passed, day);
}
