import type { FundLimits } from '../../programme/money-limits.ts';
import { slice, sumOf } from '../breakdowns.ts';
import type { Component } from '../facts.ts';
import type { AccountBook } from './accounts.ts';
import type { IdentityCheck } from './check-identities.ts';
import { isOlder, lotsOf } from './idle.ts';
import type { Ledger } from './ledger.ts';
import type { Registry } from './registry.ts';

/** What the rates on dedicated accounts are made of. */
export interface AccountContext {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly books: readonly AccountBook[];
  readonly checks: readonly IdentityCheck[];
  readonly limits: FundLimits;
}

/** Reconciliation of the accounts valid at the dataDate (I3 and I4), and money that lies idle. */
export function accountRates(context: AccountContext): readonly Component[] {
  const { ledger, registry, checks } = context;
  const valid = registry.dedicated(ledger.dataDate);
  const of = (identity: 'I3' | 'I4', account: string) =>
    checks.filter((check) => check.identity === identity && check.key === account);
  const isReconciled = (account: string) => {
    const bank = of('I4', account);
    return bank.length > 0 && [...bank, ...of('I3', account)].every(({ holds }) => holds);
  };
  const stated = valid.flatMap((account) => of('I4', account));
  const whole = { parameters: {}, breakdown: {}, n: null };
  return [
    {
      indicator: 'fund.reconciled_accounts',
      ...whole,
      num: valid.filter(isReconciled).length,
      den: valid.length,
    },
    {
      indicator: 'fund.reconciliation_gap',
      ...whole,
      num: sumOf(stated, ({ left, right }) => Math.abs(left - right)),
      den: stated.length,
    },
    ...idleRates(context),
  ];
}

function idleRates({ ledger, books, limits }: AccountContext): readonly Component[] {
  const lots = books.flatMap(lotsOf);
  const { amber, red } = limits.idleMonths;
  const rates = [
    ['fund.idle_ratio_12m', amber],
    ['fund.idle_ratio_24m', red],
  ] as const;
  return rates.flatMap(([indicator, months]) =>
    slice(lots, 'source', ({ entry }) => entry.source).map(({ breakdown, rows }) => ({
      indicator,
      parameters: {},
      breakdown,
      num: sumOf(rows, ({ entry, left }) => (isOlder(entry.entryDate, months, ledger.dataDate) ? left : 0)),
      den: sumOf(rows, ({ entry }) => entry.amount),
      n: null,
    })),
  );
}
