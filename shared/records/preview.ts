import { contracts } from '../datasets/contracts.ts';
import { comparePeriods, spanOf } from '../programme/periods.ts';
import { policyOf } from '../programme/province-policies.ts';
import { type BatchComparison, compareBatches, isLargeRemoval } from './compare-batches.ts';
import { atPeriod } from './keys.ts';
import { readFacts } from './read-published.ts';
import type { Head, TreeEntry, Upload, UploadPart } from './schema.ts';
import { cachedBatch, type PublishPorts, type SettledFacts } from './settle-facts.ts';
import { isHeld } from './staging.ts';
import { type Standing, standingBefore } from './standing-before.ts';
import { stillDue } from './still-due.ts';
import type { Entries } from './tree-changes.ts';
import { type CountyDiff, diffKey, encodeDiff, type PartDiff } from './upload-diff.ts';

/** One part beside what it is held against. */
export interface ComparedPart {
  readonly part: UploadPart;
  readonly against: Standing | null;
  /** `null` when a newer upload speaks there, or this one already. */
  readonly comparison: BatchComparison | null;
  /** It would remove more than the policy lets pass unasked. */
  readonly isLarge: boolean;
}

/**
 * Compares every accepted part of an upload in a county with what is published in its place, or before it. Of two
 * periods in one upload the later is held against the earlier, unless that one is held back itself.
 */
export async function compareParts(
  ports: PublishPorts,
  upload: Upload,
  area: string,
  entries: Entries,
): Promise<readonly ComparedPart[]> {
  const parts = upload.parts
    .filter((part) => part.area === area && part.batch !== null)
    .sort((a, b) => comparePeriods(a.period, b.period));
  const compared: ComparedPart[] = [];
  const standing: Record<string, TreeEntry> = { ...entries };
  for (const part of parts) {
    const one = await comparePart(ports, upload, part, standing);
    compared.push(one);
    const waits = isHeld(upload, part) || (one.isLarge && upload.confirmed === undefined);
    if (!one.comparison || waits) continue;
    const { id: uploadId, order } = upload;
    standing[atPeriod(part.dataset, part.period)] = { batch: part.batch, uploadId, order };
  }
  return compared;
}

async function comparePart(
  ports: PublishPorts,
  upload: Upload,
  part: UploadPart,
  entries: Entries,
): Promise<ComparedPart> {
  const against = standingBefore(entries, part);
  const own = entries[atPeriod(part.dataset, part.period)];
  if (part.batch === null || (own && own.order >= upload.order)) {
    return { part, against, comparison: null, isLarge: false };
  }
  const published = against && (await cachedBatch(ports, against.batch)).table;
  const { table } = await cachedBatch(ports, part.batch);
  const contract = contracts[part.dataset];
  const isDue =
    published && against.period !== part.period ? stillDue(contract, published, table) : undefined;
  const comparison = compareBatches(contract, published, table, isDue);
  return { part, against, comparison, isLarge: isLargeRemoval(comparison, limitOf(part)) };
}

/** The policy's limit for a part, in percent: that in force on the last day of its period. */
export function limitOf({ area, period }: UploadPart): number {
  return policyOf(area, spanOf(period).last).largeRemovalPercent;
}

/**
 * Writes down what an upload does to a county, for whoever looks before publishing and whoever asks later.
 * `wanted` is what the county would come to if every part were published.
 */
export async function writeDiff(
  ports: PublishPorts,
  upload: Upload,
  parent: Head,
  compared: readonly ComparedPart[],
  wanted: SettledFacts,
): Promise<void> {
  const { area } = parent;
  const refs = wanted.fresh.flatMap(({ before: id, facts: { family, period } }) =>
    id === null ? [] : [{ area, family, period, id }],
  );
  const known = await readFacts(ports.items, ports.cache, refs);
  const diff: CountyDiff = {
    uploadId: upload.id,
    area,
    generation: parent.generation,
    parts: compared.map((one) => describePart(one, upload)),
    indicators: wanted.fresh.flatMap(({ before, facts }) =>
      ports.computation.movements(
        facts.family,
        facts.period,
        (before === null ? null : known.get(before)) ?? null,
        facts,
      ),
    ),
  };
  await ports.reports.put(diffKey(area, upload.id), encodeDiff(diff), 'application/json');
}

const nothing: BatchComparison = {
  counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
  keys: { published: 0, removed: 0 },
  added: [],
  changed: [],
};

function describePart({ part, against, comparison, isLarge }: ComparedPart, upload: Upload): PartDiff {
  const { counts, keys, added, changed } = comparison ?? nothing;
  const outcome = (): PartDiff['outcome'] => {
    if (!comparison) return 'older';
    if (isLarge && upload.confirmed === undefined) return 'held';
    if (against?.period !== part.period) return 'first';
    return against.batch === part.batch ? 'same' : 'replaces';
  };
  return {
    dataset: part.dataset,
    period: part.period,
    outcome: outcome(),
    against: against && { uploadId: against.uploadId, order: against.order, period: against.period },
    counts,
    keys,
    added: [...added],
    changed: changed.map(({ sheet, row, fields }) => ({ sheet, row, fields: [...fields] })),
  };
}
