import type { Day } from '../../shared/programme/calendar.ts';
import type { Draft, Entry, EntryType, Source } from './entries.ts';
import { allocationMonth } from './financing.ts';
import type { Party } from './party.ts';
import type { Project } from './projects.ts';

/** A county's ledger of one month before its breaches, and what stands around it. */
export interface LedgerMonth {
  readonly drafts: readonly Draft[];
  readonly projects: readonly Project[];
  readonly parties: readonly Party[];
  /** What the month before listed. */
  readonly before: readonly Entry[];
  /** In the dedicated account when the month began, in yuan. */
  readonly opened: number;
  /** By how much the budget issued so far exceeds everything that will ever be allocated, in yuan. */
  slackOf(source: Source): number;
}

/** What stands in the ledger instead; `out`: what left the account beyond that of the drafts, less being negative. */
export interface Broken {
  readonly drafts: readonly Draft[];
  readonly out: number;
}

/** Changes what a ledger lists of a month. */
export type Break = (month: LedgerMonth) => Broken;

const largest = (drafts: readonly Draft[], fits: (draft: Draft) => boolean): readonly Draft[] =>
  drafts.filter(fits).sort((a, b) => b.yuan - a.yuan);

const isOf = (type: EntryType, source: Source) => (draft: Draft) =>
  draft.type === type && draft.source === source;

/** What is looked for; throws `RangeError` when there is none. */
export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new RangeError(`nothing to break: no ${what}`);
  return thing;
}

function replaced(drafts: readonly Draft[], one: Draft, others: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => (draft === one ? others : [draft]));
}

/** Takes a small part of the month's largest loan payment and books it otherwise. */
export function partOfPayment(yuan: number, change: (part: Draft, month: LedgerMonth) => Draft): Break {
  return (month) => {
    const payment = found(largest(month.drafts, isOf('pay', 'policy_loan'))[0], 'payment');
    const part = change({ ...payment, yuan }, month);
    return {
      drafts: replaced(month.drafts, payment, [{ ...payment, yuan: payment.yuan - yuan }, part]),
      out: 0,
    };
  };
}

/** Makes the month's largest entry of a kind larger, or smaller, than it was. */
export function changedBy(yuan: number, type: EntryType, source?: Source): Break {
  return ({ drafts }) => {
    const fits = (draft: Draft) => draft.type === type && (source === undefined || draft.source === source);
    const entry = found(largest(drafts, fits)[0], type);
    return { drafts: replaced(drafts, entry, [{ ...entry, yuan: entry.yuan + yuan }]), out: 0 };
  };
}

/** The payee of a payment without a contract. */
export const paidTo = (party: Party) => ({
  payeeName: party.name,
  payeeAccount: party.account,
  contractNo: null,
});

/** Three payments of nearly two million to one builder, cut out of the three largest. */
export function split({ drafts }: LedgerMonth): Broken {
  const three = largest(drafts, isOf('pay', 'policy_loan')).slice(0, 3);
  const { payeeName = null, payeeAccount = null } = found(three[0], 'payment');
  return {
    drafts: drafts.flatMap((draft) => {
      const nth = three.indexOf(draft);
      if (nth < 0) return [draft];
      const yuan = 1_860_000 + nth * 20_000;
      if (draft.yuan <= yuan) throw new RangeError(`nothing to break: only ${draft.yuan} yuan`);
      return [
        { ...draft, yuan, payeeName, payeeAccount },
        { ...draft, yuan: draft.yuan - yuan },
      ];
    }),
    out: 0,
  };
}

/** A small payment to a designer, nine tenths of which come back. */
export function roundTrip(month: LedgerMonth): Broken {
  const designer = found(
    month.parties.find(({ role }) => role === 'designer'),
    'designer',
  );
  const { drafts } = partOfPayment(10_000, (part) => ({ ...part, ...paidTo(designer) }))(month);
  const payment = found(
    drafts.find(({ payeeAccount }) => payeeAccount === designer.account),
    'payment',
  );
  const back: Draft = {
    ...payment,
    type: 'refund',
    date: `${payment.date.slice(0, 8)}27`,
    yuan: 9_000,
    payerAccount: designer.account,
    payeeAccount: payment.payerAccount ?? null,
    payeeName: null,
  };
  return { drafts: [...drafts, back], out: -back.yuan };
}

/** Money that goes to the account of another county, or comes from it, as this side books it. */
export function transferred(type: 'transfer_in' | 'transfer_out', date: Day, yuan: number): Break {
  return ({ drafts, parties }) => {
    const own = found(parties[0], 'dedicated account');
    const side = { payeeName: own.name, payeeAccount: own.account };
    const draft: Draft = {
      type,
      date,
      source: 'other',
      yuan,
      voucherNo: `划${date.slice(5)}`,
      ...(type === 'transfer_in' ? side : { payerAccount: own.account }),
    };
    return { drafts: [...drafts, draft], out: type === 'transfer_in' ? -yuan : yuan };
  };
}

/** Last month's smallest payment, listed again under another number and the same voucher. */
export function listedAgain({ drafts, before }: LedgerMonth): Broken {
  const payment = found(largest(before, isOf('pay', 'policy_loan')).at(-1), 'payment');
  return { drafts: [{ ...payment, no: `${found(before[0], 'entry').no}-B` }, ...drafts], out: 0 };
}

/** A budget that falls short of all that is allocated. */
export function budgetShort(source: Source, yuan: number): Break {
  return (month) => changedBy(-month.slackOf(source) - yuan, 'budget', source)(month);
}

/** What a later ledger opens with, and should have carried forward. */
export const carriedWrong =
  (yuan: number): Break =>
  ({ drafts, parties, opened }) => {
    const own = found(parties[0], 'dedicated account');
    const opening: Draft = {
      type: 'opening',
      date: '2017-01-01',
      source: 'other',
      yuan: opened + yuan,
      payeeName: own.name,
      payeeAccount: own.account,
    };
    return { drafts: [opening, ...drafts], out: 0 };
  };

/** A project that is filed later than the payment for it. */
export function notYetFiled({ date }: Draft, { projects }: LedgerMonth): Project {
  return found(
    projects.find((project) => (allocationMonth(project) ?? '') >= '2017-03' && project.filingDate > date),
    'later project',
  );
}

/** A filed project that nothing has been allocated to. */
export function withoutMoney({ date }: Draft, { projects }: LedgerMonth): Project {
  return found(
    projects.find((project) => allocationMonth(project) === null && project.filingDate <= date),
    'project without money',
  );
}
