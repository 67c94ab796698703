import { contracts } from '../datasets/contracts.ts';
import { spanOf } from '../programme/periods.ts';
import { policyOf } from '../programme/province-policies.ts';
import { type BatchComparison, compareBatches, isLargeRemoval } from './compare-batches.ts';
import { atPeriod } from './keys.ts';
import { readFacts } from './read-published.ts';
import type { Head, TreeEntry, Upload, UploadPart } from './schema.ts';
import { cachedBatch, type PublishPorts, type SettledFacts } from './settle-facts.ts';
import type { Entries } from './tree-changes.ts';
import { type CountyDiff, diffKey, encodeDiff, type PartDiff } from './upload-diff.ts';

/** One part beside what is published in its place. */
export interface ComparedPart {
  readonly part: UploadPart;
  readonly before: TreeEntry | null;
  /** `null` when a newer upload speaks there, or this one already. */
  readonly comparison: BatchComparison | null;
  /** It would remove more than the policy lets pass unasked. */
  readonly isLarge: boolean;
}

/** Compares every accepted part of an upload in a county with what is published in its place. */
export function compareParts(
  ports: PublishPorts,
  upload: Upload,
  area: string,
  entries: Entries,
): Promise<readonly ComparedPart[]> {
  const parts = upload.parts.filter((part) => part.area === area && part.batch !== null);
  return Promise.all(parts.map((part) => comparePart(ports, upload, part, entries)));
}

async function comparePart(
  ports: PublishPorts,
  upload: Upload,
  part: UploadPart,
  entries: Entries,
): Promise<ComparedPart> {
  const before = entries[atPeriod(part.dataset, part.period)] ?? null;
  if (part.batch === null || (before && before.order >= upload.order)) {
    return { part, before, comparison: null, isLarge: false };
  }
  const published = before?.batch ? (await cachedBatch(ports, before.batch)).table : null;
  const { table } = await cachedBatch(ports, part.batch);
  const comparison = compareBatches(contracts[part.dataset], published, table);
  return { part, before, comparison, isLarge: isLargeRemoval(comparison, limitOf(part)) };
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

function describePart({ part, before, comparison, isLarge }: ComparedPart, upload: Upload): PartDiff {
  const { counts, keys, added, changed } = comparison ?? nothing;
  const outcome = (): PartDiff['outcome'] => {
    if (!comparison) return 'older';
    if (isLarge && upload.confirmed === undefined) return 'held';
    if (!before?.batch) return 'first';
    return before.batch === part.batch ? 'same' : 'replaces';
  };
  return {
    dataset: part.dataset,
    period: part.period,
    outcome: outcome(),
    against: before?.batch ? { uploadId: before.uploadId, order: before.order } : null,
    counts,
    keys,
    added: [...added],
    changed: changed.map(({ sheet, row, fields }) => ({ sheet, row, fields: [...fields] })),
  };
}
