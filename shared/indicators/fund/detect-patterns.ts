import { addDays, type Day, dayNumber } from '../../programme/calendar.ts';
import type { FundLimits } from '../../programme/money-limits.ts';
import { groupByKey } from '../union.ts';
import type { LedgerEntry } from './ledger.ts';
import type { ProjectMoney } from './project-money.ts';

/** Payments in entry order, none of them emptied by a reversal. */
type Payments = readonly LedgerEntry[];

const payeeOf = ({ payeeAccount, payeeName }: LedgerEntry) => payeeAccount ?? payeeName;
const sameVoucher = (a: LedgerEntry, b: LedgerEntry) => a.voucherNo !== null && a.voucherNo === b.voucherNo;

/** Payments that may have been made twice; both of a pair are named. */
export function suspectedDuplicates(
  payments: Payments,
  { duplicateDays }: FundLimits,
): ReadonlySet<LedgerEntry> {
  const suspects = new Set<LedgerEntry>();
  const compare = (
    alike: ReadonlyMap<string, Payments>,
    isNear: (a: LedgerEntry, b: LedgerEntry) => boolean,
  ) => {
    for (const group of alike.values()) {
      group.forEach((one, index) => {
        for (const other of group.slice(index + 1)) {
          if (!isNear(one, other)) break;
          if (!sameVoucher(one, other)) suspects.add(one).add(other);
        }
      });
    }
  };
  const paid = payments.filter((entry) => payeeOf(entry) !== null);
  compare(
    groupByKey(paid, (entry) => JSON.stringify([entry.amount, payeeOf(entry)])),
    (a, b) => dayNumber(b.entryDate) - dayNumber(a.entryDate) <= duplicateDays,
  );
  const invoiced = payments.filter(({ invoiceNo }) => invoiceNo !== null);
  compare(
    groupByKey(invoiced, ({ invoiceNo }) => invoiceNo ?? ''),
    () => true,
  );
  return suspects;
}

/** Payments to one payee that together may have been kept below the tender threshold. */
export function splitPayments(payments: Payments, { split }: FundLimits): ReadonlySet<LedgerEntry> {
  const justBelow = payments.filter(
    (entry) =>
      payeeOf(entry) !== null &&
      entry.amount < split.tenderFrom &&
      entry.amount * 100 >= split.tenderFrom * split.fromPercent,
  );
  const found = new Set<LedgerEntry>();
  for (const group of groupByKey(justBelow, (entry) => payeeOf(entry) ?? '').values()) {
    group.forEach((first, index) => {
      const until = addDays(first.entryDate, split.days - 1);
      const inside = group.slice(index).filter(({ entryDate }) => entryDate <= until);
      if (inside.length >= split.payments) for (const entry of inside) found.add(entry);
    });
  }
  return found;
}

/** Payments before the project was filed, or longer before its start than advances are paid. */
export function paidTooEarly({ project, payments }: ProjectMoney, { advanceDays }: FundLimits): Payments {
  const days = [project.filingDate, project.startDate && addDays(project.startDate, -advanceDays)];
  const from = days
    .flatMap((day) => day ?? [])
    .reduce<Day | null>((a, b) => (a !== null && a > b ? a : b), null);
  return from === null ? [] : payments.filter(({ entryDate }) => entryDate < from);
}

/** Payments after the last settlement 结算 of the project. */
export function paidAfterSettlement(
  { payments, settlements }: ProjectMoney,
  { settlementGraceDays }: FundLimits,
): Payments {
  const last = settlements.at(-1);
  if (!last) return [];
  const until = addDays(last.entryDate, settlementGraceDays);
  return payments.filter(({ entryDate }) => entryDate > until);
}
