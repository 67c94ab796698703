import type { FundLimits } from '../../programme/money-limits.ts';
import { slice } from '../breakdowns.ts';
import type { TracedComponent } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { component, type Rooted, tally, tallyRows } from '../trace.ts';
import type { AccountBook } from './accounts.ts';
import type { IdentityCheck } from './check-identities.ts';
import { isOlder, lotsOf } from './idle.ts';
import type { Ledger } from './ledger.ts';
import type { Registry } from './registry.ts';

/** A dedicated account with the first row that registers it, and further ones. */
interface ValidAccount extends Rooted {
  readonly account: string;
  readonly further: readonly Origin[];
}

/** What the rates on dedicated accounts are made of. */
export interface AccountContext {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly books: readonly AccountBook[];
  readonly checks: readonly IdentityCheck[];
  readonly limits: FundLimits;
}

/** Reconciliation of the accounts valid at the dataDate (I3 and I4), and money that lies idle. */
export function accountRates(context: AccountContext): readonly TracedComponent[] {
  const { ledger, registry, checks } = context;
  const bookRows = (account: string) =>
    context.books
      .filter((book) => book.account === account)
      .flatMap((book) => [...book.entries, ...book.carriedForward].map(({ origin }) => origin));
  const valid = registry.dedicated(ledger.dataDate).flatMap((account): readonly ValidAccount[] => {
    const [origin, ...further] = registry.rowsOf(account);
    return origin ? [{ origin, account, further }] : [];
  });
  const of = (identity: 'I3' | 'I4', account: string) =>
    checks.filter((check) => check.identity === identity && check.key === account);
  const isReconciled = ({ account }: ValidAccount) => {
    const bank = of('I4', account);
    return bank.length > 0 && [...bank, ...of('I3', account)].every(({ holds }) => holds);
  };
  const stated = valid.flatMap(({ origin, account, further }) =>
    of('I4', account).map(({ left, right, origins }) => {
      return { origin, account, further: [...further, ...origins], gap: Math.abs(left - right) };
    }),
  );
  const rowsBeside = ({ account, further }: ValidAccount) => [
    ...further,
    ...of('I4', account).flatMap(({ origins }) => origins),
    ...bookRows(account),
  ];
  const whole = { parameters: {}, breakdown: {}, n: null };
  return [
    component(
      { indicator: 'fund.reconciled_accounts', ...whole },
      tallyRows(valid.filter(isReconciled), rowsBeside),
      tallyRows(valid, rowsBeside),
    ),
    component(
      { indicator: 'fund.reconciliation_gap', ...whole },
      tally(stated, ({ gap }) => gap, rowsBeside),
      tallyRows(stated, rowsBeside),
    ),
    ...idleRates(context),
  ];
}

function idleRates({ ledger, books, limits }: AccountContext): readonly TracedComponent[] {
  const lots = books.flatMap(lotsOf).map((lot) => ({ ...lot, origin: lot.entry.origin }));
  const moves = () => books.flatMap(({ entries }) => entries.map(({ origin }) => origin));
  const { amber, red } = limits.idleMonths;
  const rates = [
    ['fund.idle_ratio_12m', amber],
    ['fund.idle_ratio_24m', red],
  ] as const;
  return rates.flatMap(([indicator, months]) =>
    slice(lots, 'source', ({ entry }) => entry.source).map(({ breakdown, rows }) =>
      component(
        { indicator, parameters: {}, breakdown, n: null },
        tally(rows, ({ entry, left }) => (isOlder(entry.entryDate, months, ledger.dataDate) ? left : 0)),
        tally(rows, ({ entry }) => entry.amount),
        { also: moves },
      ),
    ),
  );
}
