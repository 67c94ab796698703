import type { Day } from '../../programme/calendar.ts';
import type { Fraction } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import { breakdownValues, sumOf } from '../breakdowns.ts';
import type { IndicatorDefinition } from '../definition.ts';
import type { Component, Labels } from '../facts.ts';
import type { Household } from '../household-index.ts';
import { pacedBy, yearsPassed } from '../pace.ts';
import { fiveYearCompletion, planCompletion } from './definitions.ts';
import { type Target, type Task, taskOn } from './targets.ts';

/** Persons moved in against the task (domain.md §5.1): what counts is 喜迁新居, not a finished building. */

/** A registered household in its new home, with the plan year of its project where that is known. */
export interface MovedHousehold {
  readonly mode: string | null;
  readonly familySize: number;
  readonly planYear: number | null;
}

/** The registered households that have moved in, each with its project's plan year. */
export function movedHouseholds(
  households: readonly Household[],
  planYearOf: (household: Household) => number | null,
): readonly MovedHousehold[] {
  return households
    .map((household) => ({ ...household, planYear: planYearOf(household) }))
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
): readonly Component[] {
  if (!task) return [];
  const pace = pacedBy(definition, passed, day);
  const cell = { indicator: definition.id, parameters, n: null, ...(pace ? { pace } : {}) };
  const persons = (rows: readonly MovedHousehold[]) => sumOf(rows, ({ familySize }) => familySize);
  const byMode = (breakdownValues.mode ?? []).map((mode): Component => {
    const den = task.byMode[mode];
    if (den === undefined) return { ...cell, breakdown: { mode }, num: 0, den: 0, notApplicable: true };
    return { ...cell, breakdown: { mode }, num: persons(moved.filter((one) => one.mode === mode)), den };
  });
  const whole: Component = { ...cell, breakdown: {}, num: persons(moved), den: task.all };
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
): readonly Component[] {
  const ofYear = moved.filter((household) => household.planYear === planYear);
  const passed = yearsPassed(planYear, planYear, day);
  const task = taskOn(targets, planYear, day);
  const rates = completion(planCompletion, { planYear }, ofYear, task, passed, day);
  const excess = rates
    .filter(({ breakdown }) => Object.keys(breakdown).length === 0)
    .map(({ num, den, n }): Component => {
      return { indicator: 'reloc.overfulfilled', parameters: { planYear }, breakdown: {}, num, den, n };
    });
  return [...rates, ...excess];
}

/** five_year_completion: the task of planYear 0 against the moved of all years. */
export function fiveYearCompletionOf(
  moved: readonly MovedHousehold[],
  targets: readonly Target[],
  day: Day,
  policy: Policy,
): readonly Component[] {
  const passed = yearsPassed(policy.planYears.from, policy.planYears.to, day);
  return completion(fiveYearCompletion, {}, moved, taskOn(targets, 0, day), passed, day);
}
