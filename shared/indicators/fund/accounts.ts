import type { Day } from '../../programme/calendar.ts';
import { balanceSign, ownAccount } from './entries.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Registry } from './registry.ts';

/** The book of one dedicated account 专户, in entry order, cumulative to the ledger's dataDate. */
export interface AccountBook {
  readonly account: string;
  /** What moves money in or out. */
  readonly entries: readonly LedgerEntry[];
  /** Later opening balances, which must repeat the closing book (I3). */
  readonly carriedForward: readonly LedgerEntry[];
  /** The newest bank balance 银行对账余额 of the dataDate's month; `null`: nothing to reconcile with. */
  readonly statement: LedgerEntry | null;
}

/**
 * The books of every registered dedicated account. An entry that leaves its own account blank stands on the
 * county's only dedicated account, where it has just one; a payment without a payer stands on none.
 */
export function accountBooks(ledger: Ledger, registry: Registry): readonly AccountBook[] {
  const accounts = registry.dedicated();
  const only = accounts.length === 1 ? (accounts[0] ?? null) : null;
  const accountOf = (entry: LedgerEntry) => ownAccount(entry) ?? (entry.entryType === 'pay' ? null : only);
  const month = ledger.dataDate.slice(0, 7);
  return accounts.map((account) => {
    const own = ledger.entries.filter((entry) => accountOf(entry) === account);
    const statements = own.filter(
      ({ entryType, entryDate, amount }) =>
        entryType === 'balance' && amount > 0 && entryDate.startsWith(month),
    );
    return {
      account,
      entries: own.filter((entry) => balanceSign(entry) !== 0),
      carriedForward: ledger.carriedForward.filter((entry) => accountOf(entry) === account),
      statement: statements.at(-1) ?? null,
    };
  });
}

/** The closing book at the end of a day: opening + R + I + Tin + refund − D − Tout − U (I3). */
export function closingBook({ entries }: AccountBook, day: Day): number {
  return entries
    .filter(({ entryDate }) => entryDate <= day)
    .reduce((sum, entry) => sum + balanceSign(entry) * entry.amount, 0);
}
