import type { Day } from '../../shared/programme/calendar.ts';
import type { Draft } from './entries.ts';
import type { Party } from './party.ts';

/** Money of a pilot before 2016 that still lies on an account of its own. */
interface Pilot {
  /** First day of the account. */
  readonly validFrom: Day;
  /** Since when the money has lain there. */
  readonly since: Day;
  readonly yuan: number;
}

/** On purpose: of 鹤城 for more than two years, of 洪江管理区 for more than one. */
const pilots: Readonly<Record<string, Pilot>> = {
  '431202': { validFrom: '2015-01-05', since: '2015-03-20', yuan: 10_000 },
  '431271': { validFrom: '2015-10-12', since: '2016-01-15', yuan: 20_000 },
};

/** The second dedicated account of a county, of the same firm as the first; `null` in most. */
export function pilotAccount(own: Party, serial: number): Party | null {
  const pilot = pilots[own.county.code];
  if (!pilot) return null;
  const account = `9901${own.county.code}${String(serial).padStart(7, '0')}`;
  return { ...own, account, validFrom: pilot.validFrom };
}

/** What a month's ledger says of that account: the first what it opens with, every one what the bank has. */
export function pilotEntries(parties: readonly Party[], first: boolean, lastDay: Day): readonly Draft[] {
  const account = parties.filter(({ dedicated }) => dedicated)[1];
  const pilot = account && pilots[account.county.code];
  if (!pilot) return [];
  const { since, yuan } = pilot;
  const held = { source: 'other', yuan, payeeName: account.name, payeeAccount: account.account } as const;
  const bank: Draft = { type: 'balance', date: lastDay, ...held };
  return first ? [{ type: 'opening', date: since, ...held }, bank] : [bank];
}
