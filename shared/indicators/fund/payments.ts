import { addDays, dayNumber } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { ProjectIndex } from '../project-index.ts';
import { groupByKey } from '../union.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { FundedProject } from './projects.ts';
import type { Registry } from './registry.ts';

/** What a payment is held against (domain.md §5.4, §9). */
export interface PaymentContext {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly projectOf: ProjectIndex<FundedProject>;
  readonly policy: Policy;
}

/** Tests whose failure means money outside the closed circuit: they make up the leak. */
export const redTests = [
  'OUTSIDE_ACCOUNT',
  'PERSONAL_ACCOUNT',
  'PAYEE_UNKNOWN',
  'PURPOSE_NOT_ALLOWED',
  'ORPHAN_OVERDUE',
  'EXCEEDS_RECEIPT',
  'ROUND_TRIP',
] as const;

/** Tests whose failure keeps a payment out of the loop without being a leak. */
export const amberTests = ['ORPHAN', 'NO_VOUCHER', 'NO_ROOM'] as const;

export type PaymentTest = (typeof redTests)[number] | (typeof amberTests)[number];

/** A payment with the tests it fails; none: it runs in the closed loop 封闭运行. */
export interface JudgedPayment {
  readonly entry: LedgerEntry;
  readonly failed: readonly PaymentTest[];
}

/** Whether a payment is money outside the closed circuit. */
export function isLeak({ failed }: JudgedPayment): boolean {
  return failed.some((test) => redTests.some((red) => red === test));
}

type Test = (payment: LedgerEntry) => boolean;

/**
 * Judges every payment that reversals have not emptied, in entry order. Room on a project is used only by
 * payments that pass every other test; one that exceeds it fails whole.
 */
export function judgePayments(context: PaymentContext): readonly JudgedPayment[] {
  const tests = failures(context);
  const hasRoom = roomOnProjects(context);
  return context.ledger.entries.flatMap((entry) => {
    if (entry.entryType === 'refund') hasRoom.giveBack(entry);
    if (entry.entryType !== 'pay' || entry.amount === 0) return [];
    const failed = tests.filter(([, fails]) => fails(entry)).map(([name]) => name);
    if (failed.length === 0 && !hasRoom.take(entry)) return [{ entry, failed: ['NO_ROOM' as const] }];
    return [{ entry, failed }];
  });
}

function failures(context: PaymentContext): readonly (readonly [PaymentTest, Test])[] {
  const { ledger, registry, policy } = context;
  const exceeding = exceedingReceipts(context);
  const overManaged = aboveManagementCeiling(context);
  const returned = returnedMoney(context);
  const overdue: Test = ({ entryDate }) =>
    dayNumber(ledger.dataDate) - dayNumber(entryDate) > policy.orphanRedDays;
  const orphan: Test = (payment) => filedProject(context, payment) === null;
  return [
    ['OUTSIDE_ACCOUNT', (payment) => !fromDedicated(registry, payment)],
    ['PERSONAL_ACCOUNT', (payment) => isPersonalAccount(registry, payment)],
    ['PAYEE_UNKNOWN', (payment) => registry.payees(payment.payeeAccount, payment.payeeName).length === 0],
    [
      'PURPOSE_NOT_ALLOWED',
      (payment) => !isAllowed(policy, payment.source, payment.purpose) || overManaged.has(payment),
    ],
    ['ORPHAN_OVERDUE', (payment) => orphan(payment) && overdue(payment)],
    ['ORPHAN', (payment) => orphan(payment) && !overdue(payment)],
    ['EXCEEDS_RECEIPT', (payment) => exceeding.has(payment)],
    ['ROUND_TRIP', (payment) => returned(payment) * 100 >= payment.amount * policy.roundTrip.percent],
    ['NO_VOUCHER', ({ voucherNo }) => voucherNo === null],
  ];
}

/** Whether a payment left from an account that was a valid dedicated account 专户 on its date. */
export function fromDedicated(registry: Registry, { payerAccount, entryDate }: LedgerEntry): boolean {
  return payerAccount !== null && registry.isDedicated(payerAccount, entryDate);
}

/** Paid from a personal account, or to one of somebody who is no household. */
function isPersonalAccount(registry: Registry, payment: LedgerEntry): boolean {
  if (payment.payerAccount !== null && registry.isPersonal(payment.payerAccount)) return true;
  const payees = registry.payees(payment.payeeAccount, payment.payeeName);
  return payees.some(({ personal, role }) => personal && role !== 'household');
}

function isAllowed(policy: Policy, source: string | null, purpose: string | null): boolean {
  return purpose !== null && (policy.allowedPurposes[source ?? ''] ?? []).includes(purpose);
}

/**
 * Management payments that take more than the policy's share of what their source's budget issued, running in
 * entry order, the whole payment (§9). A source without a budget line in the ledger has no ceiling to exceed.
 */
function aboveManagementCeiling({ ledger, policy }: PaymentContext): ReadonlySet<LedgerEntry> {
  const budgets = new Map<string | null, number>();
  for (const { entryType, source, amount } of ledger.entries) {
    if (entryType === 'budget') budgets.set(source, (budgets.get(source) ?? 0) + amount);
  }
  const taken = new Map<string | null, number>();
  return new Set(
    ledger.entries.filter(({ entryType, purpose, source, amount }) => {
      const budget = budgets.get(source);
      if (entryType !== 'pay' || purpose !== 'management' || budget === undefined) return false;
      taken.set(source, (taken.get(source) ?? 0) + amount);
      return (taken.get(source) ?? 0) * 100 > budget * policy.funds.managementPercent;
    }),
  );
}

/** The filed project a payment is for; `null`: an orphan. */
function filedProject({ projectOf }: PaymentContext, { project }: LedgerEntry): FundedProject | null {
  const found = project === null ? null : projectOf(project);
  return found?.filed ? found : null;
}

/**
 * Payments that push what was paid from a source above what it has received and opened with, running in entry
 * order; refunds pay back. What leaves from outside the dedicated accounts is not paid out of their receipts.
 */
function exceedingReceipts({ ledger, registry }: PaymentContext): ReadonlySet<LedgerEntry> {
  const balance = new Map<string | null, number>();
  const move = (entry: LedgerEntry, sign: 1 | -1): number => {
    const moved = (balance.get(entry.source) ?? 0) + sign * entry.amount;
    balance.set(entry.source, moved);
    return moved;
  };
  const ours = ledger.entries.filter((entry) => intoDedicated(registry, entry));
  for (const entry of ours) if (entry.entryType === 'opening') move(entry, 1);
  const exceeding = new Set<LedgerEntry>();
  const inflows = new Set(ours.filter(({ entryType }) => entryType === 'receive' || entryType === 'refund'));
  for (const entry of ledger.entries) {
    if (inflows.has(entry)) move(entry, 1);
    const paid = entry.entryType === 'pay' && entry.amount > 0 && fromDedicated(registry, entry);
    if (paid && move(entry, -1) < 0) exceeding.add(entry);
  }
  return exceeding;
}

/**
 * Whether an inflow came into a dedicated account. A blank account is taken for ours, the ledger being that
 * of the dedicated accounts; without a register every inflow is.
 */
export function intoDedicated(registry: Registry | null, { payeeAccount }: LedgerEntry): boolean {
  return payeeAccount === null || registry === null || registry.isDedicated(payeeAccount);
}

/** What came back from the payee of a payment within the policy's window, in 分. */
function returnedMoney({ ledger, registry, policy }: PaymentContext): (payment: LedgerEntry) => number {
  const inflows = ledger.entries.filter(({ entryType }) => entryType === 'receive' || entryType === 'refund');
  const byPayer = groupByKey(inflows, ({ payerAccount }) => payerAccount ?? '');
  return (payment) => {
    const { entryDate } = payment;
    const until = addDays(entryDate, policy.roundTrip.days);
    return [...payeeAccounts(registry, payment)]
      .flatMap((account) => byPayer.get(account) ?? [])
      .filter((inflow) => inflow.entryDate >= entryDate && inflow.entryDate <= until)
      .reduce((sum, { amount }) => sum + amount, 0);
  };
}

/** Every account that a payment's payee is known by. */
function payeeAccounts(registry: Registry, { payeeAccount, payeeName }: LedgerEntry): ReadonlySet<string> {
  const accounts = registry.accountsOf(registry.payees(payeeAccount, payeeName));
  return payeeAccount === null ? accounts : new Set([...accounts, payeeAccount]);
}

/** What a payment uses of a project's room, and the accounts it may come back from. */
interface RoomUsed {
  readonly accounts: ReadonlySet<string>;
  left: number;
}

/**
 * A project has room while what passes, net of refunds, stays within what is allocated to it. Only the payee of
 * payments that passed gives room back, and no more than passed: other refunds never used any.
 */
function roomOnProjects({ ledger, registry, projectOf }: PaymentContext) {
  const room = new Map<FundedProject, number>();
  const used = new Map<FundedProject, number>();
  const passed = new Map<FundedProject, RoomUsed[]>();
  const target = ({ project }: LedgerEntry) => (project === null ? null : projectOf(project));
  for (const entry of ledger.entries) {
    const project = entry.entryType === 'allocate' ? target(entry) : null;
    if (project) room.set(project, (room.get(project) ?? 0) + entry.amount);
  }
  return {
    /** Uses room for a payment; false when it does not fit. */
    take(entry: LedgerEntry): boolean {
      const project = target(entry);
      if (!project) return false;
      const after = (used.get(project) ?? 0) + entry.amount;
      if (after > (room.get(project) ?? 0)) return false;
      used.set(project, after);
      const payments = passed.get(project) ?? [];
      payments.push({ accounts: payeeAccounts(registry, entry), left: entry.amount });
      passed.set(project, payments);
      return true;
    },
    giveBack(entry: LedgerEntry): void {
      const project = target(entry);
      const payer = entry.payerAccount;
      if (!project || payer === null) return;
      let back = entry.amount;
      for (const payment of passed.get(project) ?? []) {
        if (!payment.accounts.has(payer)) continue;
        const given = Math.min(back, payment.left);
        payment.left -= given;
        back -= given;
        used.set(project, (used.get(project) ?? 0) - given);
      }
    },
  };
}
