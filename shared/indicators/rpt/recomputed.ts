import type { Day } from '../../programme/calendar.ts';
import { spanOf } from '../../programme/periods.ts';
import type { BatchInput, FamilyInput } from '../facts.ts';
import { readLedger } from '../fund/ledger.ts';
import { fromDedicated, intoDedicated } from '../fund/payments.ts';
import { readRegistry } from '../fund/registry.ts';
import { newFindingLog } from '../publication-findings.ts';
import { type ProjectProgress, readProjects } from '../reloc/projects.ts';
import { isSilent } from '../rows.ts';
import { type Tally, tally } from '../trace.ts';
import type { Measure } from './measures.ts';

/** What the county's own details come to beside a report: a sum, of a rate with what it is a share of. */
export interface Recomputed {
  readonly part: Tally;
  /** Planned households of a rate; `null` of a count or an amount. */
  readonly whole: Tally | null;
}

/** Recomputes a measure for a mode, `all` for both; `null` where the details say nothing of it. */
export type Recompute = (measure: Measure, mode: string) => Recomputed | null;

const progress = {
  start_rate: 'startedHouseholds',
  started: 'startedHouseholds',
  completion_rate: 'completedHouseholds',
  completed: 'completedHouseholds',
  occupied: 'occupiedHouseholds',
} as const;

/**
 * The details in force beside a report: the projects of the plan year in which its period lies, and the ledger up
 * to its data date. A file whose data date lies before the report's period speaks of an earlier time and measures
 * nothing.
 */
export function recomputed(report: BatchInput, { batches }: FamilyInput): Recompute {
  const { first, year } = spanOf(report.period);
  const projectsBatch = batches.projects?.at(-1);
  const projects =
    projectsBatch && projectsBatch.dataDate >= first
      ? readProjects(projectsBatch).filter(({ planYear }) => planYear === year)
      : null;
  const money = ledgerSums(report.dataDate, first, batches);
  return (measure, mode) => {
    if (measure === 'received' || measure === 'paid') {
      const part = mode === 'all' ? (money?.[measure] ?? null) : null;
      return part && { part, whole: null };
    }
    const column = progress[measure];
    if (!projects || !projectsBatch || isSilent(projectsBatch, column)) return null;
    const own = projects.filter((project) => mode === 'all' || project.mode === mode);
    const isRate = measure === 'start_rate' || measure === 'completion_rate';
    return {
      part: tally(own, (project: ProjectProgress) => project[column]),
      whole: isRate ? tally(own, ({ plannedHouseholds }) => plannedHouseholds) : null,
    };
  };
}

/** Money received in and paid from dedicated accounts, as the fund family counts it; `null` without ledger or register. */
function ledgerSums(
  day: Day,
  since: Day,
  { fundLedger = [], fundParties }: FamilyInput['batches'],
): Readonly<Record<'received' | 'paid', Tally>> | null {
  const parties = fundParties?.at(-1);
  if (!parties || !fundLedger.some(({ dataDate }) => dataDate >= since)) return null;
  const registry = readRegistry(parties);
  const { entries } = readLedger(fundLedger, newFindingLog({}));
  const until = entries.filter(({ entryDate }) => entryDate <= day);
  return {
    received: tally(until, (entry) =>
      entry.entryType === 'receive' && intoDedicated(registry, entry) ? entry.amount : 0,
    ),
    paid: tally(until, (entry) => {
      if (entry.entryType === 'pay') return fromDedicated(registry, entry) ? entry.amount : 0;
      return entry.entryType === 'refund' && intoDedicated(registry, entry) ? -entry.amount : 0;
    }),
  };
}
