import { addDays, addMonths, type Day, dayNumber } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { AlertLog } from '../alerts.ts';
import type { Labels } from '../facts.ts';
import { areaRuleOf } from '../housing-area.ts';
import type { ProjectIndex } from '../project-index.ts';
import type { AccountBook } from './accounts.ts';
import { paidAfterSettlement, paidTooEarly, splitPayments, suspectedDuplicates } from './detect-patterns.ts';
import { type DetectorCode, severityOf } from './detectors.ts';
import { type FundHousehold, isOverArea, isOverCap } from './households.ts';
import { isOlder, type Lot, lotsOf } from './idle.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { JudgedPayment } from './payments.ts';
import type { ProjectMoney } from './project-money.ts';
import type { FundedProject } from './projects.ts';
import type { Registry } from './registry.ts';

/** What the detectors look at. */
export interface DetectorContext {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly alerts: AlertLog;
  /** Finds a project; `null` without a projects file. */
  readonly projectOf: ProjectIndex<FundedProject> | null;
}

/** Entries of a rule, one alert for each project they name. */
function raise(
  { alerts, projectOf }: DetectorContext,
  code: DetectorCode,
  entries: Iterable<LedgerEntry>,
  severity = severityOf(code),
): void {
  for (const entry of entries) {
    const project = entry.project === null ? null : projectOf?.(entry.project);
    const object: Labels = project ? { project: project.projectId } : {};
    const { entryDate: since, amount, origin } = entry;
    alerts.raise(code, severity, { object, since, amount, dataset: 'fundLedger', origins: [origin] });
  }
}

/** What the ledger shows by itself: repeated, suspicious, split and cash payments. */
export function raisePatterns(context: DetectorContext): void {
  const limits = context.policy.funds;
  const payments = context.ledger.entries.filter(
    ({ entryType, amount }) => entryType === 'pay' && amount > 0,
  );
  raise(context, 'DUP_EXACT', context.ledger.duplicates);
  raise(context, 'DUP_SUSPECT', suspectedDuplicates(payments, limits));
  raise(context, 'SPLIT', splitPayments(payments, limits));
  raise(
    context,
    'CASH',
    payments.filter(({ inCash }) => inCash),
  );
}

/** The tests of the closed loop that payments failed, and allocations without a filed project. */
export function raiseJudged(context: DetectorContext, payments: readonly JudgedPayment[]): void {
  const { ledger, policy, projectOf } = context;
  for (const { entry, failed } of payments) {
    for (const test of failed) {
      if (test === 'ORPHAN_OVERDUE') raise(context, 'ORPHAN', [entry], 'red');
      else raise(context, test, [entry]);
    }
  }
  for (const entry of ledger.entries) {
    if (entry.entryType !== 'allocate' || entry.amount === 0) continue;
    if (entry.project !== null && projectOf?.(entry.project)?.filed) continue;
    const overdue = dayNumber(ledger.dataDate) - dayNumber(entry.entryDate) > policy.orphanRedDays;
    raise(context, 'ORPHAN', [entry], overdue ? 'red' : 'amber');
  }
}

/** What the order of filing, start, payment and settlement shows. */
export function raiseProjectOrder(context: DetectorContext, projects: readonly ProjectMoney[]): void {
  for (const project of projects) {
    raise(context, 'BEFORE_FILING', paidTooEarly(project, context.policy.funds));
    raise(context, 'AFTER_SETTLE', paidAfterSettlement(project, context.policy.funds));
  }
}

/** Accounts: personal ones, money that lies, and money that is slow to pass on. */
export function raiseAccounts(
  context: DetectorContext,
  registry: Registry,
  books: readonly AccountBook[],
): void {
  const { alerts, ledger } = context;
  for (const { origin, accountToken, validFrom } of registry.dedicatedPersonal) {
    const account: Labels = accountToken === null ? {} : { account: registry.lastDigits(accountToken) };
    const since = validFrom ?? ledger.dataDate;
    const key = accountToken ?? '';
    alerts.raise('PERSONAL_ACCOUNT', 'red', {
      object: account,
      key,
      since,
      amount: null,
      dataset: 'fundParties',
      origins: [origin],
    });
  }
  for (const book of books) {
    const shown = { object: { account: registry.lastDigits(book.account) }, key: book.account };
    for (const lot of lotsOf(book)) raiseIdle(context, lot, shown);
    for (const { entry, waited } of slowReceipts(context, book)) {
      const { amount, origin, entryDate } = entry;
      const since = addDays(entryDate, context.policy.funds.slowPassDays + 1);
      if (waited <= context.policy.funds.slowPassDays) continue;
      const seen = { ...shown, since, amount, dataset: 'fundLedger', origins: [origin] } as const;
      alerts.raise('SLOW_PASS', severityOf('SLOW_PASS'), seen);
    }
  }
}

function raiseIdle(
  { alerts, ledger, policy }: DetectorContext,
  { entry, left }: Lot,
  shown: { readonly object: Labels; readonly key: string },
): void {
  if (left === 0) return;
  const { red, amber } = policy.funds.idleMonths;
  const months = [red, amber].find((age) => isOlder(entry.entryDate, age, ledger.dataDate));
  if (months === undefined) return;
  const code = months === red ? 'IDLE_24' : 'IDLE_12';
  const since = addDays(addMonths(entry.entryDate, months), 1);
  const seen = { ...shown, since, amount: left, dataset: 'fundLedger', origins: [entry.origin] } as const;
  alerts.raise(code, severityOf(code), seen);
}

/** Receipts with the days until the account first paid money of their source; until now when it never did. */
function slowReceipts(
  { ledger }: DetectorContext,
  { entries }: AccountBook,
): readonly { readonly entry: LedgerEntry; readonly waited: number }[] {
  return entries
    .filter(({ entryType, amount }) => entryType === 'receive' && amount > 0)
    .map((entry) => {
      const first = entries.find(
        (one) =>
          one.entryType === 'pay' &&
          one.amount > 0 &&
          one.source === entry.source &&
          one.entryDate >= entry.entryDate,
      );
      const until = first?.entryDate ?? ledger.dataDate;
      return { entry, waited: dayNumber(until) - dayNumber(entry.entryDate) };
    });
}

/** Households: what they raised, and housing that was paid for beyond the area allowed; one alert a project. */
export function raiseHouseholds(
  { alerts, policy, projectOf }: Pick<DetectorContext, 'alerts' | 'policy' | 'projectOf'>,
  households: readonly FundHousehold[],
  day: Day,
  housingPaid: ReadonlySet<FundedProject>,
): void {
  for (const household of households) {
    const project = household.projectId === null ? null : projectOf?.(household.projectId);
    const object: Labels = project ? { project: project.projectId } : {};
    const seen = { object, since: day, dataset: 'households', origins: [household.origin] } as const;
    if (isOverCap(household, policy.funds))
      alerts.raise('OVERCAP_SELF', severityOf('OVERCAP_SELF'), { ...seen, amount: household.selfRaised });
    if (project && housingPaid.has(project) && isOverArea(household, areaRuleOf(policy)))
      alerts.raise('ECONOMIC_AREA', severityOf('ECONOMIC_AREA'), { ...seen, amount: null });
  }
}
