import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import { previousMonth, xunBefore } from '../programme/months.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import type { BatchInput, FamilyId } from './facts.ts';

/** Days on which an earlier picture must have taken effect to be compared with; `null`: however early. */
export interface LookBack {
  readonly from: Day | null;
  readonly to: Day;
  /** The picture just before the one in force is wanted, too, whenever it took effect. */
  readonly previous?: true;
}

/** 旬 over which the pace of building is measured (domain.md §5.1, forecast_completion). */
export const paceXun = 3;

/**
 * Which earlier picture of a `latest` dataset a family compares with the one in force, by the period of that
 * one: projects as they stood three 旬 before (the pace of completion) and just before (X8), persons of the calendar month before
 * (zero-job households cleared, domain.md §5.2). All other families know the present picture only.
 */
const lookBacks: Readonly<
  Partial<Record<FamilyId, Readonly<Partial<Record<DatasetId, (current: Period) => LookBack>>>>>
> = {
  reloc: {
    projects: (current) => ({
      from: null,
      to: spanOf(xunBefore(spanOf(current).last, paceXun)).last,
      previous: true,
    }),
  },
  emp: {
    persons: (current) => {
      const { first, last } = spanOf(previousMonth(spanOf(current).last));
      return { from: first, to: last };
    },
  },
};

/** The days to look back on from the picture of a period; `null` where the family does not look back. */
export function lookBackOf(family: FamilyId, dataset: DatasetId, current: Period): LookBack | null {
  return lookBacks[family]?.[dataset]?.(current) ?? null;
}

/** The picture that was in force on the last day to look back on, if it took effect within the days. */
function inForceThen<Batch extends { readonly period: Period }>(
  batches: readonly Batch[],
  { from, to }: LookBack,
): Batch | null {
  const then = batches.filter(({ period }) => {
    const { last } = spanOf(period);
    return last <= to && (from === null || last >= from);
  });
  return then.at(-1) ?? null;
}

/** What a family reads of the pictures before the one in force (`before`, oldest first): none, one or two. */
export function picturesBefore<Batch extends { readonly period: Period }>(
  before: readonly Batch[],
  lookBack: LookBack | null,
): readonly Batch[] {
  if (!lookBack) return [];
  const earlier = inForceThen(before, lookBack);
  const previous = lookBack.previous ? (before.at(-1) ?? null) : null;
  return [earlier, previous === earlier ? null : previous].filter((batch) => batch !== null);
}

/** The picture in force of a dataset, and, where they were found, those before it. */
export interface Pictures {
  readonly current: BatchInput | null;
  /** In force on the last day the family looks back on. */
  readonly earlier: BatchInput | null;
  /** The one just before; it may be the same. */
  readonly previous: BatchInput | null;
}

/** Tells the batches apart that a family reads of a dataset with {@link picturesBefore}. */
export function pictures(
  family: FamilyId,
  dataset: DatasetId,
  batches: readonly BatchInput[] = [],
): Pictures {
  const current = batches.at(-1) ?? null;
  const before = batches.slice(0, -1);
  const lookBack = current && lookBackOf(family, dataset, current.period);
  return {
    current,
    earlier: lookBack && inForceThen(before, lookBack),
    previous: before.at(-1) ?? null,
  };
}
