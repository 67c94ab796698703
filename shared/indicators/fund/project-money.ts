import { sumOf } from '../breakdowns.ts';
import type { Origin } from '../origin.ts';
import type { ProjectIndex } from '../project-index.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { fromDedicated, intoDedicated } from './payments.ts';
import type { FundedProject } from './projects.ts';
import type { Registry } from './registry.ts';

/** What a project was allocated, paid and settled, in 分, cumulative to the ledger's dataDate. */
export interface ProjectMoney {
  readonly project: FundedProject;
  readonly allocated: number;
  /** By whichever account: the project has cost it. */
  readonly paid: number;
  /** Paid from dedicated accounts only. */
  readonly paidFromDedicated: number;
  /** Into whichever account: the project has cost that much less. */
  readonly refunded: number;
  /** Refunds into dedicated accounts. */
  readonly refundedIntoDedicated: number;
  readonly settled: number;
  readonly payments: readonly LedgerEntry[];
  readonly settlements: readonly LedgerEntry[];
  /** Rows of all entries that name the project. */
  readonly entries: readonly Origin[];
}

/** The ledger by project; entries that find none are in no project. */
export function byProject(
  ledger: Ledger,
  registry: Registry,
  projects: readonly FundedProject[],
  projectOf: ProjectIndex<FundedProject>,
): readonly ProjectMoney[] {
  const entries = new Map<FundedProject, LedgerEntry[]>();
  for (const entry of ledger.entries) {
    const project = entry.project === null || entry.amount === 0 ? null : projectOf(entry.project);
    if (!project) continue;
    const own = entries.get(project);
    if (own) own.push(entry);
    else entries.set(project, [entry]);
  }
  return projects.map((project) => {
    const own = entries.get(project) ?? [];
    const typed = (type: string) => own.filter(({ entryType }) => entryType === type);
    const total = (some: readonly LedgerEntry[]) => sumOf(some, ({ amount }) => amount);
    const payments = typed('pay');
    const settlements = typed('settle');
    const refunds = typed('refund');
    return {
      project,
      allocated: total(typed('allocate')),
      paid: total(payments),
      paidFromDedicated: total(payments.filter((entry) => fromDedicated(registry, entry))),
      refunded: total(refunds),
      refundedIntoDedicated: total(refunds.filter((entry) => intoDedicated(registry, entry))),
      settled: total(settlements),
      payments,
      settlements,
      entries: own.map(({ origin }) => origin),
    };
  });
}
