import type { BatchInput } from '../facts.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { readRows } from '../rows.ts';
import type { Measure } from './measures.ts';

const columns: Readonly<Record<Measure, string>> = {
  start_rate: 'startRate',
  completion_rate: 'completionRate',
  started: 'startedHouseholds',
  completed: 'completedHouseholds',
  occupied: 'occupiedHouseholds',
  received: 'fundsReceived',
  paid: 'fundsPaid',
};

/** One row of a progress report 进度报表: the totals of one mode as the county typed them (domain.md §4, D11). */
export interface ReportRow {
  readonly origin: Origin;
  /** `all` stands for both modes together. */
  readonly mode: string | null;
  /** `null` where the county says nothing of it. */
  readonly reported: Readonly<Record<Measure, number | null>>;
}

/** Reads a progressReports batch, in the order of the sheet. */
export function readReport(batch: BatchInput): readonly ReportRow[] {
  const rows = readRows(batch, (cells, origin): ReportRow => {
    const of = (measure: Measure) => cells.number(columns[measure]);
    return {
      origin,
      mode: cells.text('mode'),
      reported: {
        start_rate: of('start_rate'),
        completion_rate: of('completion_rate'),
        started: of('started'),
        completed: of('completed'),
        occupied: of('occupied'),
        received: of('received'),
        paid: of('paid'),
      },
    };
  });
  return rows.sort((a, b) => compareOrigins(a.origin, b.origin));
}
