import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { Day } from '../programme/calendar.ts';
import { previousMonth, xunBefore } from '../programme/months.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import type { BatchInput, FamilyId } from './facts.ts';

/** Days on which an earlier picture must have taken effect to be compared with; `null`: however early. */
export interface LookBack {
  readonly from: Day | null;
  readonly to: Day;
}

/** 旬 over which the pace of building is measured (domain.md §5.1, forecast_completion). */
export const paceXun = 3;

/**
 * Which earlier picture of a `latest` dataset a family compares with the one in force, by the period of that
 * one: projects as they stood three 旬 before (the pace of completion), persons of the calendar month before
 * (zero-job households cleared, domain.md §5.2). All other families know the present picture only.
 */
const lookBacks: Readonly<
  Partial<Record<FamilyId, Readonly<Partial<Record<DatasetId, (current: Period) => LookBack>>>>>
> = {
  reloc: {
    projects: (current) => ({ from: null, to: spanOf(xunBefore(spanOf(current).last, paceXun)).last }),
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

/** The picture in force and, where it was found, the earlier one to compare with. */
export function pictures(batches: readonly BatchInput[] | undefined): {
  readonly current: BatchInput | null;
  readonly earlier: BatchInput | null;
} {
  return { current: batches?.at(-1) ?? null, earlier: batches?.at(-2) ?? null };
}
