import type { BatchInput } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { readRows } from '../rows.ts';

/** A household with what keeps it (domain.md §4, D3). */
export interface SupportedHousehold extends Household {
  /** On any safety net; a blank is none. */
  readonly covered: boolean;
  /** On the minimum living allowance 低保, alone or beside 五保. */
  readonly allowance: boolean;
}

const nets: ReadonlySet<string | null> = new Set(['dibao', 'wubao', 'mixed']);
const allowances: ReadonlySet<string | null> = new Set(['dibao', 'mixed']);

/** Reads a households batch. */
export function readSupported(batch: BatchInput): readonly SupportedHousehold[] {
  return readRows(batch, (cells, origin) => {
    const net = cells.text('safetyNetType');
    return {
      ...readHousehold(cells, origin, batch.dataDate),
      covered: nets.has(net),
      allowance: allowances.has(net),
    };
  });
}
