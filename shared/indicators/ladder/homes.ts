import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { readRows } from '../rows.ts';

/** A household on its way up the ladder (domain.md §4, D3). */
export interface ClimbingHousehold extends Household {
  readonly moveInDate: Day | null;
  /** In 分 a year. */
  readonly incomePerCapita: number | null;
}

/** Reads a households batch. */
export function readClimbing(batch: BatchInput): readonly ClimbingHousehold[] {
  return readRows(batch, (cells, origin) => ({
    ...readHousehold(cells, origin, batch.dataDate),
    moveInDate: cells.text('moveInDate'),
    incomePerCapita: cells.number('incomePerCapita'),
  }));
}
