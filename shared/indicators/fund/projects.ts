import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import type { NamedProject } from '../project-index.ts';
import { readRows } from '../rows.ts';

/** A project as money is held against it. */
export interface FundedProject extends NamedProject {
  readonly origin: Origin;
  /** Filed and passed 备案审查通过; without it no money may go to the project. */
  readonly filed: boolean;
  readonly filingDate: Day | null;
  readonly startDate: Day | null;
  readonly acceptanceDate: Day | null;
  /** 概算总投资 in 分; `null` when it is not stated. */
  readonly approvedInvestment: number | null;
  readonly plannedHouseholds: number;
  /** At most those planned. */
  readonly completedHouseholds: number;
}

/** Reads a projects batch. */
export function readFundedProjects(batch: BatchInput): readonly FundedProject[] {
  return readRows(batch, (cells, origin) => {
    const plannedHouseholds = cells.number('plannedHouseholds') ?? 0;
    return {
      origin,
      projectId: cells.text('projectId') ?? '',
      projectName: cells.text('projectName'),
      filed: cells.text('filingResult') === 'passed',
      filingDate: cells.text('filingDate'),
      startDate: cells.text('startDate'),
      acceptanceDate: cells.text('acceptanceDate'),
      approvedInvestment: cells.number('approvedInvestment'),
      plannedHouseholds,
      completedHouseholds: Math.min(cells.number('completedHouseholds') ?? 0, plannedHouseholds),
    };
  });
}
