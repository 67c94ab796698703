import type { Tokeniser } from '../privacy/tokens.ts';
import type { Day } from '../programme/calendar.ts';
import type { Period } from '../programme/periods.ts';
import type { Policy } from '../programme/policy.ts';
import type { HeaderMappings } from './mapping.ts';

/** All that normalisation knows beside the cells. */
export interface NormaliseContext {
  /** Two digits; county names are looked up inside it. */
  readonly province: string;
  /** Six digits from the object key; only a city (`431200`) or province may carry several counties. */
  readonly keyArea: string;
  /** Period from the object key; without it the workbook must state one. */
  readonly keyPeriod: Period | null;
  readonly fileName: string;
  /** Day of the upload in Asia/Shanghai: no ledger entry is later (X13). */
  readonly uploadDay: Day;
  readonly policy: Policy;
  readonly tokens: Tokeniser;
  /** Odd headers that the key's area has confirmed, by dataset. */
  readonly mapping?: HeaderMappings;
}
