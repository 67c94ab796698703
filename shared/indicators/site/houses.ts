import type { BatchInput } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { readRows } from '../rows.ts';

/** A household with its new house (domain.md §4, D3). */
export interface Housed extends Household {
  /** Built, in ㎡; `null`: not known. */
  readonly area: number | null;
  /** The deed 不动产登记 is issued; a blank is no. */
  readonly deed: boolean;
}

/** Reads a households batch. */
export function readHoused(batch: BatchInput): readonly Housed[] {
  return readRows(batch, (cells, origin) => ({
    ...readHousehold(cells, origin, batch.dataDate),
    area: cells.number('houseArea'),
    deed: cells.flag('deedIssued') === true,
  }));
}
