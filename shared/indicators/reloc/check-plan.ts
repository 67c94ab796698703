import type { Day } from '../../programme/calendar.ts';
import { completionDay, type Fraction, startDue } from '../../programme/plan334.ts';
import type { Policy } from '../../programme/policy.ts';
import type { AlertLog } from '../alerts.ts';
import { sumOf } from '../breakdowns.ts';
import type { Component } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { thresholdOn } from '../pace.ts';
import { add, atLeast, decimal, partOf, rational, times, zero } from '../rational.ts';
import type { ProjectsPicture } from './outlook.ts';
import { outlookDefinitions } from './outlook-definitions.ts';
import type { ProjectProgress } from './projects.ts';
import type { RelocRuleCode } from './rules.ts';
import type { Target } from './targets.ts';

/** Whether so many of the planned are fewer than the share that is due, exact. */
function isBelow(done: number, planned: number, due: Fraction): boolean {
  return done * due.den < planned * due.num;
}

/** BEHIND_334: plan years of which too few households have started; the rows are the projects that lack some. */
export function raiseBehind(
  { day, projects }: ProjectsPicture,
  planYears: readonly number[],
  policy: Policy,
  alerts: AlertLog,
): void {
  for (const planYear of planYears) {
    const own = projects.filter((project) => project.planYear === planYear);
    const started = sumOf(own, ({ startedHouseholds }) => startedHouseholds);
    const planned = sumOf(own, ({ plannedHouseholds }) => plannedHouseholds);
    const isBehind = (reading: 'step' | 'linear') =>
      isBelow(started, planned, startDue(policy, planYear, day, reading));
    if (!isBehind('linear')) continue;
    const rows = rowsOf(own, (one) => one.startedHouseholds < one.plannedHouseholds);
    raise(alerts, 'BEHIND_334', isBehind('step') ? 'red' : 'amber', planYear, day, 'projects', rows);
  }
}

/** TARGET_AT_RISK: the forecast of a plan year is red and its deadline still ahead. */
export function raiseAtRisk(
  { day, projects }: ProjectsPicture,
  forecasts: readonly Component[],
  policy: Policy,
  alerts: AlertLog,
): void {
  const definition = outlookDefinitions.find(({ id }) => id === 'reloc.forecast_completion');
  const limit = definition && thresholdOn(definition, day);
  if (!limit) return;
  for (const { num, den, gain, parameters } of forecasts) {
    const planYear = Number(parameters.planYear);
    const expected = add(rational(num), gain ? partOf(1, gain) : zero);
    const enough = times(decimal(limit.amber), rational(den));
    if (den === 0 || day >= completionDay(policy, planYear)) continue;
    if (atLeast(expected, enough) || atLeast(rational(num), enough)) continue;
    const own = projects.filter((project) => project.planYear === planYear);
    const rows = rowsOf(own, (one) => one.completedHouseholds < one.plannedHouseholds);
    raise(alerts, 'TARGET_AT_RISK', 'amber', planYear, day, 'projects', rows);
  }
}

/** ANNUAL_TARGET_MISSED: the plan year has ended and its task is not met; the rows are those that state the task. */
export function raiseMissed(
  planYear: number,
  moved: number,
  task: readonly Target[],
  day: Day,
  alerts: AlertLog,
): void {
  const yearEnd = `${planYear}-12-31`;
  if (day < yearEnd || moved >= sumOf(task, ({ persons }) => persons)) return;
  const rows = task.map(({ origin }) => origin);
  raise(alerts, 'ANNUAL_TARGET_MISSED', 'red', planYear, yearEnd, 'targets', rows);
}

function rowsOf(
  projects: readonly ProjectProgress[],
  lacks: (project: ProjectProgress) => boolean,
): readonly Origin[] {
  return projects.filter(lacks).map(({ origin }) => origin);
}

function raise(
  alerts: AlertLog,
  code: RelocRuleCode,
  severity: 'red' | 'amber',
  planYear: number,
  since: Day,
  dataset: 'projects' | 'targets',
  origins: readonly Origin[],
): void {
  alerts.raise(code, severity, { object: { planYear }, since, amount: null, dataset, origins });
}
