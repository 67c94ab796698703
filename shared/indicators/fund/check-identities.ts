import type { DatasetId } from '../../datasets/dataset-ids.ts';
import { type Day, dayNumber } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { AlertLog } from '../alerts.ts';
import { sumOf } from '../breakdowns.ts';
import type { Labels } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { type AccountBook, closingBook } from './accounts.ts';
import { balanceSign } from './entries.ts';
import type { FundHousehold } from './households.ts';
import { type Identity, type IdentityId, identities } from './identities.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { fromDedicated, intoDedicated } from './payments.ts';
import type { ProjectMoney } from './project-money.ts';
import type { Registry } from './registry.ts';

/** What the identities are evaluated on; without projects, or households, theirs are left out. */
export interface IdentityContext {
  readonly ledger: Ledger;
  readonly registry: Registry;
  readonly books: readonly AccountBook[];
  readonly projects: readonly ProjectMoney[] | null;
  readonly households: readonly FundHousehold[] | null;
  readonly policy: Policy;
}

/** One identity evaluated for one object: `left` must not exceed, or must equal, `right` within the tolerance. */
export interface IdentityCheck {
  readonly identity: IdentityId;
  readonly object: Labels;
  /** Tells accounts with the same last four digits apart; never stored. */
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
  readonly severity: 'red' | 'amber';
  readonly since: Day;
  readonly dataset: DatasetId;
  /** Rows that make the left side, or that show the breach. */
  readonly origins: readonly Origin[];
}

interface Sides {
  readonly object: Labels;
  readonly key?: string;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly LedgerEntry[];
  readonly red?: boolean;
  readonly since?: Day;
  /** Rows of another dataset that show it, where the ledger has none. */
  readonly elsewhere?: { readonly dataset: DatasetId; readonly origins: readonly Origin[] };
}

/** Evaluates every identity for every object it is about. */
export function checkIdentities(context: IdentityContext): readonly IdentityCheck[] {
  const evaluate: Readonly<Record<IdentityId, () => readonly Sides[]>> = {
    I1: () => bySource(context, ({ allocated, budget }) => [allocated, budget], 'allocate'),
    I2: () =>
      bySource(context, ({ received, allocated }) => [received, allocated], 'receive').map((sides) => {
        const { budget } = sumsOf(context, String(sides.object.source));
        return worse(sides, budget);
      }),
    I3: () => context.books.flatMap((book) => carriedBalances(context, book)),
    I4: () => context.books.flatMap((book) => bankBalance(context, book)),
    I5: () => context.books.map((book) => lowestBalance(context, book)),
    I7: () => (context.projects ?? []).map(projectCost),
    I8: () =>
      (context.projects ?? []).map(({ project, settled, paid, refunded, settlements }) => ({
        object: { project: project.projectId },
        left: settled,
        right: Math.max(0, paid - refunded),
        rows: settlements,
      })),
    I9: () => orphans(context),
    I10: () => selfRaised(context),
    I11: () => bySource(context, ({ paid, opened, received }) => [paid, opened + received], 'pay'),
  };
  return identities.flatMap((identity) =>
    evaluate[identity.id]().map((sides) => judged(identity, sides, context)),
  );
}

/** Raises the identities that do not hold. */
export function raiseBreaches(checks: readonly IdentityCheck[], alerts: AlertLog): void {
  for (const { identity, severity, object, key, since, left, right, dataset, origins } of checks.filter(
    ({ holds }) => !holds,
  )) {
    alerts.raise(identity, severity, {
      object,
      key,
      since,
      amount: Math.abs(left - right),
      dataset,
      origins,
    });
  }
}

const equations: ReadonlySet<IdentityId> = new Set(['I3', 'I4', 'I9', 'I10']);

function judged(
  identity: Identity & { id: IdentityId },
  sides: Sides,
  context: IdentityContext,
): IdentityCheck {
  const { object, left, right, rows } = sides;
  const over = equations.has(identity.id) ? Math.abs(left - right) : left - right;
  const { tolerance } = identity;
  const holds =
    'fen' in tolerance
      ? over <= tolerance.fen
      : over * 100 <= right * context.policy.funds[tolerance.percent];
  const since = sides.since ?? rows.map(({ entryDate }) => entryDate).reduce((a, b) => (a > b ? a : b), '');
  return {
    identity: identity.id,
    object,
    key: sides.key ?? '',
    left,
    right,
    holds,
    severity: sides.red ? 'red' : identity.severity,
    since: since === '' ? context.ledger.dataDate : since,
    ...(sides.elsewhere ?? { dataset: 'fundLedger', origins: rows.map(({ origin }) => origin) }),
  };
}

/** The stages of one source of money, in dedicated accounts, payments net of refunds. */
function sumsOf({ ledger, registry }: IdentityContext, source: string) {
  const own = ledger.entries.filter((entry) => entry.source === source);
  const sum = (type: string, fits: (entry: LedgerEntry) => boolean = () => true) =>
    sumOf(own, (entry) => (entry.entryType === type && fits(entry) ? entry.amount : 0));
  const ours = (entry: LedgerEntry) => intoDedicated(registry, entry);
  return {
    budget: sum('budget'),
    allocated: sum('allocate'),
    received: sum('receive', ours),
    opened: sum('opening', ours),
    paid: sum('pay', (entry) => fromDedicated(registry, entry)) - sum('refund', ours),
  };
}

function bySource(
  context: IdentityContext,
  sides: (sums: ReturnType<typeof sumsOf>) => readonly [number, number],
  type: string,
): readonly Sides[] {
  const sources = new Set(context.ledger.entries.flatMap(({ source }) => source ?? []));
  return [...sources].sort().map((source) => {
    const [left, right] = sides(sumsOf(context, source));
    const rows = context.ledger.entries.filter(
      (entry) => entry.source === source && entry.entryType === type && entry.amount > 0,
    );
    return { object: { source }, left, right, rows };
  });
}

function named({ registry }: IdentityContext, { account }: AccountBook) {
  return { object: { account: registry.lastDigits(account) }, key: account };
}

/** What a later ledger opens with, against the book of the days before it. */
function carriedBalances(context: IdentityContext, book: AccountBook): readonly Sides[] {
  return book.carriedForward.map((opening) => {
    const before = book.entries.filter(({ entryDate }) => entryDate < opening.entryDate);
    const left = before.reduce((sum, entry) => sum + balanceSign(entry) * entry.amount, 0);
    return { ...named(context, book), left, right: opening.amount, rows: [opening] };
  });
}

/** The book at the day of the bank statement; an account without a statement in the month is not evaluated. */
function bankBalance(context: IdentityContext, book: AccountBook): readonly Sides[] {
  const { statement } = book;
  if (!statement) return [];
  const { redAbove, redAfterDays } = context.policy.funds.unreconciled;
  const left = closingBook(book, statement.entryDate);
  const age = dayNumber(context.ledger.dataDate) - dayNumber(statement.entryDate);
  const gap = Math.abs(left - statement.amount);
  const red = gap > redAbove || age > redAfterDays;
  return [{ ...named(context, book), left, right: statement.amount, rows: [statement], red }];
}

/** The deepest overdraft of an account: left is what is missing, right is 0. */
function lowestBalance(context: IdentityContext, book: AccountBook): Sides {
  let balance = 0;
  let lowest = 0;
  const rows: LedgerEntry[] = [];
  for (const entry of book.entries) {
    const sign = balanceSign(entry);
    balance += sign * entry.amount;
    if (sign < 0 && entry.amount > 0 && balance < 0) rows.push(entry);
    lowest = Math.min(lowest, balance);
  }
  const since = rows[0]?.entryDate;
  return { ...named(context, book), left: -lowest, right: 0, rows, ...(since ? { since } : {}) };
}

/** Paid against what was allocated; against what was approved when it exceeds that too, which is red. */
function projectCost({ project, allocated, paid, refunded, payments }: ProjectMoney): Sides {
  const object = { project: project.projectId };
  const sides = { object, left: paid - refunded, right: allocated, rows: payments };
  return project.approvedInvestment === null ? sides : worse(sides, project.approvedInvestment);
}

/** Sides that break a second limit as well, which is red: held against the lower of the two. */
function worse(sides: Sides, limit: number): Sides {
  return sides.left > limit ? { ...sides, right: Math.min(sides.right, limit), red: true } : sides;
}

/** Payments from dedicated accounts that no project is found for. */
function orphans({ ledger, registry, projects }: IdentityContext): readonly Sides[] {
  if (!projects) return [];
  const found = new Set(projects.flatMap(({ payments }) => payments));
  const paid = ledger.entries.filter(
    (entry) => entry.entryType === 'pay' && entry.amount > 0 && fromDedicated(registry, entry),
  );
  const left = sumOf(
    paid.filter((entry) => found.has(entry)),
    ({ amount }) => amount,
  );
  const right = sumOf(paid, ({ amount }) => amount);
  return [{ object: {}, left, right, rows: paid.filter((entry) => !found.has(entry)) }];
}

/** Self-raised receipts against the households that say what they raised; none says so: not evaluated. */
function selfRaised({ ledger, registry, households }: IdentityContext): readonly Sides[] {
  const known = (households ?? []).filter(({ selfRaised: raised }) => raised !== null);
  if (known.length === 0) return [];
  const rows = ledger.entries.filter(
    (entry) =>
      entry.source === 'self_raised' && entry.entryType === 'receive' && intoDedicated(registry, entry),
  );
  const left = sumOf(rows, ({ amount }) => amount);
  const right = sumOf(known, ({ selfRaised: raised }) => raised ?? 0);
  const sides = { object: {}, left, right, rows };
  const origins = known.filter(({ selfRaised: raised }) => raised !== 0).map(({ origin }) => origin);
  return [rows.length > 0 ? sides : { ...sides, elsewhere: { dataset: 'households', origins } }];
}
