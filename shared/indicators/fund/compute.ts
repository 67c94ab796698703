import type { Policy } from '../../programme/policy.ts';
import { newAlertLog } from '../alerts.ts';
import { slice } from '../breakdowns.ts';
import type { FamilyInput, FamilyResult, Labels, Pace, TracedComponent } from '../facts.ts';
import { siteCells } from '../open-sites.ts';
import { indexProjects, type ProjectIndex } from '../project-index.ts';
import { type FindingLog, newFindingLog } from '../publication-findings.ts';
import { component, tally } from '../trace.ts';
import { accountRates } from './account-rates.ts';
import { accountBooks } from './accounts.ts';
import { checkIdentities, raiseBreaches } from './check-identities.ts';
import { paidByCompletion } from './completion.ts';
import { disbursementRate } from './definitions.ts';
import { readFundHouseholds, selfRaiseCompliance } from './households.ts';
import { type Ledger, type LedgerEntry, readLedger, reversalsOf } from './ledger.ts';
import { paymentRates } from './payment-rates.ts';
import { fromDedicated, intoDedicated, isLeak, type JudgedPayment, judgePayments } from './payments.ts';
import { byProject } from './project-money.ts';
import { projectRates, projectsWithHousing } from './project-rates.ts';
import { type FundedProject, readFundedProjects } from './projects.ts';
import {
  raiseAccounts,
  raiseHouseholds,
  raiseJudged,
  raisePatterns,
  raiseProjectOrder,
} from './raise-alerts.ts';
import { type Registry, readRegistry } from './registry.ts';
import { byYear } from './years.ts';

/**
 * Fund closure (fund, domain.md §5.4) of one county, in 分, cumulative to the ledger's dataDate. What money came
 * into and left dedicated accounts needs the register of accounts, the closed loop also the projects: without
 * them there is no data. What households raised needs their file alone.
 */
export function computeFund(input: FamilyInput): FamilyResult {
  const { policy } = input;
  const findings = newFindingLog(input.batches);
  const alerts = newAlertLog();
  const projectsBatch = input.batches.projects?.at(-1);
  const projects = projectsBatch ? readFundedProjects(projectsBatch) : null;
  const projectOf = projects ? indexProjects(projects) : null;
  const sites = siteCells(input.area, projectsBatch);
  const householdsBatch = input.batches.households?.at(-1);
  const households = householdsBatch ? readFundHouseholds(householdsBatch) : null;
  const parties = input.batches.fundParties?.at(-1);
  const registry = parties ? readRegistry(parties) : null;
  const components: TracedComponent[] = [];
  let housingPaid: ReadonlySet<FundedProject> = new Set();
  const batches = input.batches.fundLedger ?? [];
  if (batches.length > 0) {
    const ledger = readLedger(batches, findings);
    const context = { ledger, policy, alerts, projectOf };
    const due = projectsBatch && projects ? paidByCompletion(projectsBatch, projects, ledger.dataDate) : null;
    components.push(...stageRates(ledger, registry, policy.planYears, due));
    if (projectOf) logUnresolved(ledger, projectOf, findings);
    raisePatterns(context);
    if (registry) {
      const books = accountBooks(ledger, registry);
      const money = projects && projectOf ? byProject(ledger, registry, projects, projectOf) : null;
      const checks = checkIdentities({ ledger, registry, books, projects: money, households, policy });
      raiseBreaches(checks, alerts);
      raiseAccounts(context, registry, books);
      if (projectOf && money) {
        const payments = judgePayments({ ledger, registry, projectOf, policy });
        logFailures(payments, findings);
        raiseJudged(context, payments);
        raiseProjectOrder(context, money);
        for (const { parameters, rows } of byYear(
          payments,
          ({ entry }) => entry.entryDate,
          ledger.dataDate,
          policy.planYears,
        )) {
          components.push(
            ...loopRates(rows, parameters),
            ...paymentRates(rows, parameters, { registry, projectOf }),
          );
        }
        components.push(...projectRates(money, ledger.dataDate, policy.funds));
        housingPaid = projectsWithHousing(money);
      }
      components.push(...accountRates({ ledger, registry, books, checks, limits: policy.funds }));
    }
  }
  if (households && householdsBatch) {
    components.push(...selfRaiseCompliance(households, policy.funds, sites));
    raiseHouseholds({ alerts, policy, projectOf }, households, householdsBatch.dataDate, housingPaid);
  }
  const names = sites ? { names: sites.names } : {};
  return { components, findings: findings.list(), alerts: alerts.list(), ...names };
}

/** A sum over the ledger; entries that it leaves out count 0. */
type Quantity = (entry: LedgerEntry) => number;

const typed =
  (type: string): Quantity =>
  ({ entryType, amount }) =>
    entryType === type ? amount : 0;

/** The stages 预算 → 分解 → 到账 → 支付 → 结算 as ratios, whole and by source of the money, cumulative and by year; `due` is what should be paid. */
function stageRates(
  { entries, dataDate }: Ledger,
  registry: Registry | null,
  planYears: Policy['planYears'],
  due: Pace | null,
): readonly TracedComponent[] {
  const into =
    (type: string): Quantity =>
    (entry) =>
      intoDedicated(registry, entry) ? typed(type)(entry) : 0;
  const [budget, allocated, settled] = [typed('budget'), typed('allocate'), typed('settle')];
  const [received, opened, refunded] = [into('receive'), into('opening'), into('refund')];
  const paid: Quantity = (entry) => (registry && fromDedicated(registry, entry) ? typed('pay')(entry) : 0);
  const rates: readonly (readonly [string, Quantity, Quantity])[] = [
    ['fund.allocation_rate', allocated, budget],
    ['fund.arrival_rate', received, allocated],
    ...(registry
      ? [
          [
            'fund.disbursement_rate',
            (entry: LedgerEntry) => paid(entry) - refunded(entry),
            (entry: LedgerEntry) => received(entry) + opened(entry),
          ] as const,
          ['fund.budget_execution', (entry: LedgerEntry) => paid(entry) - refunded(entry), budget] as const,
        ]
      : []),
    ['fund.full_closure_rate', settled, budget],
  ];
  const paceOf = (indicator: string, { parameters }: (typeof years)[number]) =>
    due && indicator === disbursementRate.id && parameters.year === undefined ? { pace: due } : {};
  const years = byYear(entries, ({ entryDate }) => entryDate, dataDate, planYears);
  return years.flatMap((year) =>
    slice(year.rows, 'source', ({ source }) => source).flatMap(({ breakdown, rows }) =>
      rates.map(([indicator, num, den]) =>
        component(
          { indicator, parameters: year.parameters, breakdown, n: null, ...paceOf(indicator, year) },
          tally(rows, num, reversalsOf),
          tally(rows, den, reversalsOf),
        ),
      ),
    ),
  );
}

/** closed_loop_rate and leak_ratio over gross payments, those from outside accounts included. */
function loopRates(payments: readonly JudgedPayment[], parameters: Labels): readonly TracedComponent[] {
  const amounts = (own: readonly JudgedPayment[]) =>
    tally(
      own.map(({ entry }) => entry),
      ({ amount }) => amount,
      reversalsOf,
    );
  return slice(payments, 'source', ({ entry }) => entry.source).flatMap(({ breakdown, rows }) => {
    const cell = { parameters, breakdown, n: null };
    const passing = rows.filter(({ failed }) => failed.length === 0);
    const gross = amounts(rows);
    return [
      component({ indicator: 'fund.closed_loop_rate', ...cell }, amounts(passing), gross),
      component({ indicator: 'fund.leak_ratio', ...cell }, amounts(rows.filter(isLeak)), gross),
    ];
  });
}

/** Failed tests as findings; an orphan has one code, at whatever age. */
function logFailures(payments: readonly JudgedPayment[], findings: FindingLog): void {
  for (const { entry, failed } of payments) {
    for (const test of failed) {
      findings.add(test === 'ORPHAN_OVERDUE' ? 'ORPHAN' : test, 'warning', 'fundLedger', entry.origin);
    }
  }
}

const forProjects: ReadonlySet<string | null> = new Set(['allocate', 'pay', 'settle']);

/** A project reference that finds none: the money is never given to the likeliest one. */
function logUnresolved(ledger: Ledger, projectOf: ProjectIndex<FundedProject>, findings: FindingLog): void {
  for (const { entryType, project, origin } of ledger.entries) {
    if (!forProjects.has(entryType) || project === null || projectOf(project)) continue;
    findings.add('UNRESOLVED_PROJECT', 'warning', 'fundLedger', origin);
  }
}
