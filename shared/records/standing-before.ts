import { contracts } from '../datasets/contracts.ts';
import { comparePeriods } from '../programme/periods.ts';
import { atPeriod, splitAtPeriod } from './keys.ts';
import type { TreeEntry, UploadPart } from './schema.ts';
import type { Entries } from './tree-changes.ts';

/** Published rows that a part is held against, and the period they are of. */
export interface Standing extends TreeEntry {
  readonly batch: string;
  readonly period: string;
}

/**
 * What a part is held against: what is published in its place; else, of a stock (projects, households, persons), the newest
 * period published before it. A later period is never asked, so that a late file of an old month is not held up by
 * what has come since. `null`: there is nothing to lose.
 */
export function standingBefore(
  entries: Entries,
  { dataset, period }: Pick<UploadPart, 'dataset' | 'period'>,
): Standing | null {
  const own = asStanding(entries[atPeriod(dataset, period)], period);
  if (own || !contracts[dataset].stock) return own;
  const earlier = Object.entries(entries).flatMap(([key, entry]) => {
    const at = splitAtPeriod(key);
    const isBefore = at.name === dataset && comparePeriods(at.period, period) < 0;
    return (isBefore && asStanding(entry, at.period)) || [];
  });
  return earlier.sort((a, b) => comparePeriods(a.period, b.period)).at(-1) ?? null;
}

/** A withdrawal leaves nothing. */
function asStanding(entry: TreeEntry | undefined, period: string): Standing | null {
  return entry && entry.batch !== null ? { ...entry, batch: entry.batch, period } : null;
}
