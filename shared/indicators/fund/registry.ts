import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { readRows } from '../rows.ts';

/** One account or authorised payee of the register (domain.md §4, D7); accounts and names are tokens. */
export interface Party {
  readonly origin: Origin;
  readonly partyId: string | null;
  readonly nameToken: string | null;
  readonly accountToken: string | null;
  /** Last four digits of the account: all that is ever shown of it. */
  readonly lastDigits: string | null;
  readonly role: string | null;
  readonly dedicated: boolean;
  readonly personal: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** What payments are held against. */
export interface Registry {
  /** Whether an account is registered as a dedicated account 专户, on a day when one is given. */
  isDedicated(account: string, day?: Day): boolean;
  isPersonal(account: string): boolean;
  /** Dedicated accounts, each once in the order of the register; those valid on a day when one is given. */
  dedicated(day?: Day): readonly string[];
  /** Rows of the register that say an account is dedicated. */
  rowsOf(account: string): readonly Origin[];
  /** Registered accounts that are both dedicated and personal: forbidden (domain.md §4, D7). */
  readonly dedicatedPersonal: readonly Party[];
  /** What may be shown of an account. */
  lastDigits(account: string): string;
  /** The parties a payee is: by account, or when that is blank by name; none when it is unknown. */
  payees(account: string | null, name: string | null): readonly Party[];
  /** Every account of the same parties. */
  accountsOf(parties: readonly Party[]): ReadonlySet<string>;
}

/** Reads a fundParties batch into a register. */
export function readRegistry(batch: BatchInput): Registry {
  const parties = readRows(
    batch,
    (cells, origin): Party => ({
      origin,
      partyId: cells.text('partyId'),
      nameToken: cells.text('partyNameToken'),
      accountToken: cells.text('accountToken'),
      lastDigits: cells.text('accountLast4'),
      role: cells.text('role'),
      dedicated: cells.flag('isDedicated') === true,
      personal: cells.flag('isPersonal') === true,
      validFrom: cells.text('validFrom'),
      validTo: cells.text('validTo'),
    }),
  );
  const inOrder = [...parties].sort((a, b) => compareOrigins(a.origin, b.origin));
  const byAccount = index(parties, ({ accountToken }) => accountToken);
  const byName = index(parties, ({ nameToken }) => nameToken);
  const byId = index(parties, ({ partyId }) => partyId);
  const none: readonly Party[] = [];
  return {
    isDedicated: (account, day) =>
      (byAccount.get(account) ?? none).some(
        (party) => party.dedicated && (day === undefined || isValid(party, day)),
      ),
    isPersonal: (account) => (byAccount.get(account) ?? none).some(({ personal }) => personal),
    dedicated: (day) => [
      ...new Set(
        inOrder
          .filter((party) => party.dedicated && (day === undefined || isValid(party, day)))
          .flatMap(({ accountToken }) => accountToken ?? []),
      ),
    ],
    rowsOf: (account) =>
      (byAccount.get(account) ?? none).filter(({ dedicated }) => dedicated).map(({ origin }) => origin),
    dedicatedPersonal: inOrder.filter((party) => party.dedicated && party.personal),
    lastDigits: (account) =>
      (byAccount.get(account) ?? none).find(({ lastDigits }) => lastDigits !== null)?.lastDigits ??
      account.slice(-4),
    payees(account, name) {
      if (account !== null) return byAccount.get(account) ?? none;
      return name === null ? none : (byName.get(name) ?? none);
    },
    accountsOf: (found) =>
      new Set(
        found
          .flatMap((party) => (party.partyId === null ? [party] : (byId.get(party.partyId) ?? none)))
          .flatMap(({ accountToken }) => accountToken ?? []),
      ),
  };
}

function isValid(party: Party, day: Day): boolean {
  return (party.validFrom ?? day) <= day && day <= (party.validTo ?? day);
}

function index(parties: readonly Party[], tokenOf: (party: Party) => string | null) {
  const groups = new Map<string, Party[]>();
  for (const party of parties) {
    const token = tokenOf(party);
    if (token !== null) groups.set(token, [...(groups.get(token) ?? []), party]);
  }
  return groups;
}
