import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { readRows } from '../rows.ts';

/** A household with what releases its official: the move, and the way out of poverty (domain.md §1, 20). */
export interface DutyHousehold extends Household {
  readonly moveIn: Day | null;
  readonly outOfPovertyYear: number | null;
}

/** Reads a households batch. */
export function readDutyHouseholds(batch: BatchInput): readonly DutyHousehold[] {
  return readRows(batch, (cells, origin) => ({
    ...readHousehold(cells, origin, batch.dataDate),
    moveIn: cells.text('moveInDate'),
    outOfPovertyYear: cells.number('outOfPovertyYear'),
  }));
}

/** Moved in and out of poverty on a day; of the way out only the year is known. */
export function isReleased({ moveIn, outOfPovertyYear }: DutyHousehold, day: Day): boolean {
  const isOut = outOfPovertyYear !== null && outOfPovertyYear <= Number(day.slice(0, 4));
  return moveIn !== null && moveIn <= day && isOut;
}
