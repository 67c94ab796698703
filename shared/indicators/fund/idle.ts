import { addMonths, type Day } from '../../programme/calendar.ts';
import type { AccountBook } from './accounts.ts';
import type { LedgerEntry } from './ledger.ts';

/** Money that came into a dedicated account with one entry, and what of it has not been paid out yet. */
export interface Lot {
  readonly entry: LedgerEntry;
  readonly account: string;
  readonly left: number;
}

const incoming: ReadonlySet<string | null> = new Set(['opening', 'receive', 'transfer_in']);
const outgoing: ReadonlySet<string | null> = new Set(['pay', 'transfer_out', 'return_up']);

/**
 * The lots of an account, first in first out: what was opened with is the first lot, then receipts and
 * transfers in by entry order; net outflows (refunds taken off) use the oldest up first. Interest is no lot,
 * being earned by lying there (domain.md §5.4: FIFO on receipts).
 */
export function lotsOf({ account, entries }: AccountBook): readonly Lot[] {
  const sum = (fits: (entry: LedgerEntry) => boolean) =>
    entries.filter(fits).reduce((total, { amount }) => total + amount, 0);
  const paid = sum(({ entryType }) => outgoing.has(entryType));
  const refunded = sum(({ entryType }) => entryType === 'refund');
  let open = Math.max(0, paid - refunded);
  const opening = entries.filter(({ entryType }) => entryType === 'opening');
  const later = entries.filter(({ entryType }) => incoming.has(entryType) && entryType !== 'opening');
  return [...opening, ...later].map((entry) => {
    const used = Math.min(open, entry.amount);
    open -= used;
    return { entry, account, left: entry.amount - used };
  });
}

/** Older than so many months: the day that many calendar months back is still inside them (§9). */
export function isOlder(day: Day, months: number, dataDate: Day): boolean {
  return day < addMonths(dataDate, -months);
}
