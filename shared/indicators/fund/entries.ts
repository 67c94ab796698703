import type { Day } from '../../programme/calendar.ts';
import type { Origin } from '../origin.ts';
import type { Cells } from '../rows.ts';

/** One entry of the fund ledger 资金台账 as typed (domain.md §4, D8); `amount` in 分, always positive. */
export interface Entry {
  readonly origin: Origin;
  readonly entryNo: string | null;
  readonly entryType: string | null;
  readonly entryDate: Day;
  readonly source: string | null;
  readonly project: string | null;
  readonly purpose: string | null;
  readonly amount: number;
  readonly payerAccount: string | null;
  readonly payeeAccount: string | null;
  readonly payeeName: string | null;
  readonly voucherNo: string | null;
  readonly contractNo: string | null;
  readonly invoiceNo: string | null;
  readonly inCash: boolean;
  readonly reversesEntryNo: string | null;
  /** Everything the row says, for comparing rows. */
  readonly content: string;
}

const texts = [
  'entryNo',
  'entryType',
  'entryDate',
  'source',
  'docNo',
  'projectId',
  'purpose',
  'payerAccountToken',
  'payeeAccountToken',
  'payeeNameToken',
  'contractNo',
  'voucherNo',
  'invoiceNo',
  'method',
  'reversesEntryNo',
] as const;

/** Columns of a fundLedger batch that tell one entry from another. */
export const entryColumns: readonly string[] = [...texts, 'amount'];

/** Reads one row of a fundLedger batch. */
export function readEntry(cells: Cells, origin: Origin): Entry {
  const amount = cells.number('amount') ?? 0;
  return {
    origin,
    entryNo: cells.text('entryNo'),
    entryType: cells.text('entryType'),
    entryDate: cells.text('entryDate') ?? '',
    source: cells.text('source'),
    project: cells.text('projectId'),
    purpose: cells.text('purpose'),
    amount,
    payerAccount: cells.text('payerAccountToken'),
    payeeAccount: cells.text('payeeAccountToken'),
    payeeName: cells.text('payeeNameToken'),
    voucherNo: cells.text('voucherNo'),
    contractNo: cells.text('contractNo'),
    invoiceNo: cells.text('invoiceNo'),
    inCash: cells.text('method') === 'cash',
    reversesEntryNo: cells.text('reversesEntryNo'),
    content: JSON.stringify([...texts.map((name) => cells.text(name)), amount]),
  };
}

/** Which side of an entry is our account (R8); plan and settlement entries move no money. */
const ownSide: Readonly<Record<string, 'payer' | 'payee'>> = {
  opening: 'payee',
  receive: 'payee',
  refund: 'payee',
  interest: 'payee',
  transfer_in: 'payee',
  balance: 'payee',
  pay: 'payer',
  transfer_out: 'payer',
  return_up: 'payer',
};

/** Whether the entry stands on an account of ours. */
export function isCash(entry: Entry): boolean {
  return (ownSide[entry.entryType ?? ''] ?? null) !== null;
}

/** The account of ours that an entry stands on; `null` when it is left blank or there is none. */
export function ownAccount(entry: Entry): string | null {
  const side = ownSide[entry.entryType ?? ''];
  if (!side) return null;
  return side === 'payer' ? entry.payerAccount : entry.payeeAccount;
}

/** What an entry does to the balance of our account: in, out, or nothing (plan, settlement, bank statement). */
export function balanceSign({ entryType }: Entry): 1 | -1 | 0 {
  if (entryType === null || entryType === 'balance') return 0;
  const side = ownSide[entryType];
  return side === undefined ? 0 : side === 'payee' ? 1 : -1;
}

/** Who money came from or went to: what tells apart two entries of one account (R3, R8). */
function counterparty(entry: Entry): string | null {
  return ownSide[entry.entryType ?? ''] === 'payee'
    ? entry.payerAccount
    : (entry.payeeAccount ?? entry.payeeName);
}

/**
 * What must all repeat for two cash entries to be one (R3): type, own account, voucher, date, amount, the
 * counterparty, and of an inflow its source. `null` where the counterparty is blank, or no account is ours: such
 * entries are one only as identical rows or under one 流水号. The `repeatRules` of the contract say the same.
 */
export function signature(entry: Entry): string | null {
  const other = counterparty(entry);
  if (!isCash(entry) || other === null) return null;
  const inflow = ownSide[entry.entryType ?? ''] === 'payee';
  return JSON.stringify([
    entry.entryType,
    ownAccount(entry),
    entry.voucherNo,
    entry.entryDate,
    entry.amount,
    other,
    ...(inflow ? [entry.source] : []),
  ]);
}
