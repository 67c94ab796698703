import type { BatchInput } from '../facts.ts';
import type { Pictures } from '../look-back.ts';
import type { Origin } from '../origin.ts';
import type { FindingLog } from '../publication-findings.ts';
import { readRows } from '../rows.ts';

/** Counts of a project that only ever rise. */
const cumulativeCounts = ['startedHouseholds', 'completedHouseholds', 'occupiedHouseholds'] as const;

/** What a projects file says of one project, as typed: not cut down to the plan, blank is `null`. */
interface Reported {
  readonly projectId: string;
  readonly origin: Origin;
  readonly counts: readonly (number | null)[];
}

/**
 * Holds what has been started, completed and occupied of each project against the newest earlier statement of it:
 * a cumulative count must not fall (X8, domain.md §4). That is the projects picture just before; where it leaves
 * the count blank or the project out, the one of three 旬 before, so that a fall is not hidden by a gap. A
 * correction that lowers a count is thus what later files are held against. Facts do not know which upload brought
 * a batch; who reads the finding leaves it out where the newer file is a correction
 * (shared/api/uploads/publication-findings.ts).
 */
export function checkCumulativeCounts({ current, earlier, previous }: Pictures, findings: FindingLog): void {
  if (!current) return;
  const before = new Map<string, readonly (number | null)[]>();
  for (const picture of [earlier, previous]) {
    for (const { projectId, counts } of picture ? readReported(picture) : []) {
      const known = before.get(projectId);
      before.set(
        projectId,
        counts.map((count, index) => count ?? known?.[index] ?? null),
      );
    }
  }
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
