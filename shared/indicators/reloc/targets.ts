import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { uniteBatches } from '../union.ts';

/** One task figure of the plan (domain.md §4, D1). `planYear` 0 is the whole five-year plan. */
export interface Target {
  readonly origin: Origin;
  readonly planYear: number | null;
  readonly targetType: string | null;
  readonly mode: string | null;
  readonly persons: number;
  readonly effectiveDate: Day;
}

/** A year's task in persons; per mode where the plan states it so. */
export interface Task {
  readonly all: number;
  readonly byMode: Readonly<Partial<Record<string, number>>>;
  /** The rows that state them; those of the whole add up to it. */
  readonly rows: {
    readonly all: readonly Target[];
    readonly byMode: Readonly<Partial<Record<string, Target>>>;
  };
}

/** Whose task counts: the provincial one, where there is none the municipal one (domain.md §5.1). */
const typesInOrder = ['provincial', 'municipal'] as const;

/** Adds up the targets batches, key as in R5. */
export function readTargets(batches: readonly BatchInput[]): readonly Target[] {
  return uniteBatches(
    batches,
    (cells, origin): Target => ({
      origin,
      planYear: cells.number('planYear'),
      targetType: cells.text('targetType'),
      mode: cells.text('mode'),
      persons: cells.number('persons') ?? 0,
      effectiveDate: cells.text('effectiveDate') ?? '',
    }),
    ({ planYear, mode, targetType, effectiveDate }) => `${planYear} ${mode} ${targetType} ${effectiveDate}`,
  );
}

/**
 * The task of a plan year as in force on a day: the newest effectiveDate not later. A figure for all modes
 * stands until a newer statement by mode replaces it; that one is the sum over the modes, each by its newest
 * figure. A later figure for one mode alone does not, for the other would be lost. `null`: no task is known.
 */
export function taskOn(targets: readonly Target[], planYear: number, day: Day): Task | null {
  for (const type of typesInOrder) {
    const task = taskOfType(targets, type, planYear, day);
    if (task) return task;
  }
  return null;
}

/** The same of one target type alone; `null`: none is known. */
export function taskOfType(
  targets: readonly Target[],
  type: string,
  planYear: number,
  day: Day,
): Task | null {
  const ofType = targets.filter(
    (target) => target.targetType === type && target.planYear === planYear && target.effectiveDate <= day,
  );
  return ofType.length > 0 ? resolve(ofType) : null;
}

function resolve(targets: readonly Target[]): Task {
  const newest = (mode: string): Target | null =>
    targets
      .filter((target) => target.mode === mode)
      .reduce<Target | null>((a, b) => (a && a.effectiveDate >= b.effectiveDate ? a : b), null);
  const [all, concentrated, scattered] = [newest('all'), newest('concentrated'), newest('scattered')];
  const byMode = {
    ...(concentrated ? { concentrated: concentrated.persons } : {}),
    ...(scattered ? { scattered: scattered.persons } : {}),
  };
  const sum = (concentrated?.persons ?? 0) + (scattered?.persons ?? 0);
  const modes = [concentrated, scattered].flatMap((target) => target ?? []);
  const rowsByMode = { ...(concentrated ? { concentrated } : {}), ...(scattered ? { scattered } : {}) };
  const summed = { all: sum, byMode, rows: { all: modes, byMode: rowsByMode } };
  if (!all) return summed;
  const dates = [concentrated?.effectiveDate ?? '', scattered?.effectiveDate ?? ''];
  const noneOlder = dates.every((date) => date >= all.effectiveDate);
  const restated = noneOlder && dates.some((date) => date > all.effectiveDate);
  return restated ? summed : { all: all.persons, byMode, rows: { all: [all], byMode: rowsByMode } };
}
