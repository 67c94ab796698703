import type { Contract } from '../datasets/contract.ts';
import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import { type ColumnStore, createColumnStore } from './column-store.ts';

/** Total rows of one county and period: ignored, yet counted. */
export interface IgnoredTotals {
  readonly area: string;
  readonly period: Period;
  readonly dataDate: Day;
  count: number;
}

/** Everything a file brings of one dataset, over all its sheets. */
export interface DatasetIntake {
  readonly contract: Contract;
  readonly store: ColumnStore;
  /** Counts a total row; one of a sheet with several counties belongs to none of them. */
  ignoreTotal(area: string | null, period: Period, dataDate: Day): void;
  totals(): readonly IgnoredTotals[];
  /** Counts a row whose county is not known: it is in no part. */
  leaveUnassigned(): void;
  unassigned(): number;
  /** Refuses the dataset of this file as a whole; a finding has said why. */
  reject(): void;
  isRejected(): boolean;
}

/** An intake with nothing in it. */
export function createDatasetIntake(contract: Contract): DatasetIntake {
  const totals = new Map<string, IgnoredTotals>();
  let unassigned = 0;
  let rejected = false;
  return {
    contract,
    store: createColumnStore(contract),
    ignoreTotal(area, period, dataDate) {
      if (area === null) return;
      const key = `${area} ${period}`;
      const known = totals.get(key) ?? { area, period, dataDate, count: 0 };
      known.count += 1;
      totals.set(key, known);
    },
    totals: () => [...totals.values()],
    leaveUnassigned: () => {
      unassigned += 1;
    },
    unassigned: () => unassigned,
    reject: () => {
      rejected = true;
    },
    isRejected: () => rejected,
  };
}
