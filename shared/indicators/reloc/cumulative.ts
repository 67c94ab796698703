import type { BatchInput } from '../facts.ts';
import type { FindingLog } from '../publication-findings.ts';
import { type Origin, readRows } from '../rows.ts';

/** Counts of a project that only ever rise. */
const cumulativeCounts = ['startedHouseholds', 'completedHouseholds', 'occupiedHouseholds'] as const;

/** What a projects file says of one project, as typed: not cut down to the plan, blank is `null`. */
interface Reported {
  readonly projectId: string;
  readonly origin: Origin;
  readonly counts: readonly (number | null)[];
}

/**
 * Holds what has been started, completed and occupied of each project against the earlier projects file: a
 * cumulative count must not fall (X8, domain.md §4). The earlier file is the one the family looks back on for
 * its pace, in force three 旬 before (look-back.ts): a fall is told for as long as that one shows more, and a
 * fall between two files inside three 旬 is told when the higher one has become the earlier. A blank count and
 * a project that only one of the files has are passed over. Facts do not know which upload brought a batch;
 * who reads the finding leaves it out where the newer file is a correction (shared/api/publication-findings.ts).
 */
export function checkCumulativeCounts(earlier: BatchInput, current: BatchInput, findings: FindingLog): void {
  const before = new Map(readReported(earlier).map(({ projectId, counts }) => [projectId, counts]));
  for (const { projectId, counts, origin } of readReported(current)) {
    const fell = before
      .get(projectId)
      ?.some((count, index) => count !== null && isBelow(counts[index], count));
    if (fell) findings.add('CUMULATIVE_FELL', 'warning', 'projects', origin);
  }
}

function isBelow(now: number | null | undefined, before: number): boolean {
  return now !== null && now !== undefined && now < before;
}

function readReported(batch: BatchInput): readonly Reported[] {
  return readRows(batch, (cells, origin) => ({
    origin,
    projectId: cells.text('projectId') ?? '',
    counts: cumulativeCounts.map((column) => cells.number(column)),
  }));
}
