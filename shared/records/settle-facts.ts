import { type DatasetId, isDatasetId } from '../datasets/dataset-ids.ts';
import type { BatchInput, Facts, FamilyId, FamilyInput } from '../indicators/facts.ts';
import { spanOf } from '../programme/periods.ts';
import { policyOn } from '../programme/policy.ts';
import { loadBatch } from './batches.ts';
import type { Cache } from './cache.ts';
import { factsId } from './ids.ts';
import { atPeriod, keys, splitAtPeriod } from './keys.ts';
import { pack } from './packed.ts';
import type { Items, Now } from './ports.ts';
import type { Entries } from './tree-changes.ts';

/** One published batch, as the resolver of periods sees it. */
export interface PublishedBatch {
  readonly dataset: DatasetId;
  readonly period: string;
  readonly batch: string;
}

/** What the publisher needs of the indicators room; passed in so that records know no formula. */
export interface Computation {
  readonly families: readonly FamilyId[];
  readonly catalogueVersion: string;
  /** Periods of a family at which facts exist. */
  reportedPeriods(batches: readonly PublishedBatch[], family: FamilyId): readonly string[];
  /** Batches a family reads at a period, oldest first within a dataset. */
  batchesAt(batches: readonly PublishedBatch[], family: FamilyId, period: string): readonly PublishedBatch[];
  compute(family: FamilyId, input: FamilyInput): Facts;
}

export interface PublishPorts {
  readonly items: Items;
  readonly now: Now;
  readonly batches: Cache<BatchInput>;
  readonly computation: Computation;
}

/** Facts ids of every family at every reported period; only those that are new are computed. */
export async function settleFacts(
  ports: PublishPorts,
  area: string,
  entries: Entries,
  known: Readonly<Record<string, string>>,
): Promise<{ facts: Readonly<Record<string, string>>; written: number }> {
  const published = publishedBatches(entries);
  const facts: Record<string, string> = {};
  let written = 0;
  for (const family of ports.computation.families) {
    for (const period of ports.computation.reportedPeriods(published, family)) {
      const used = ports.computation.batchesAt(published, family, period);
      const policy = policyOn(spanOf(period).last);
      const ids = used.map((batch) => batch.batch);
      const id = factsId(area, family, period, ids, ports.computation.catalogueVersion, policy.version);
      facts[atPeriod(family, period)] = id;
      if (known[atPeriod(family, period)] === id) continue;
      const batches = groupByDataset(await Promise.all(ids.map((batch) => cachedBatch(ports, batch))));
      await storeFacts(ports, id, ports.computation.compute(family, { area, period, policy, batches }));
      written += 1;
    }
  }
  return { facts, written };
}

function publishedBatches(entries: Entries): readonly PublishedBatch[] {
  return Object.entries(entries).flatMap(([key, { batch }]) => {
    const { name: dataset, period } = splitAtPeriod(key);
    return batch !== null && isDatasetId(dataset) ? [{ dataset, period, batch }] : [];
  });
}

async function cachedBatch(ports: PublishPorts, id: string): Promise<BatchInput> {
  const known = ports.batches.get(id);
  if (known) return known;
  const loaded = await loadBatch(ports.items, id);
  ports.batches.set(id, loaded);
  return loaded;
}

function groupByDataset(batches: readonly BatchInput[]): FamilyInput['batches'] {
  const groups: Partial<Record<DatasetId, BatchInput[]>> = {};
  for (const batch of batches) groups[batch.dataset] = [...(groups[batch.dataset] ?? []), batch];
  return groups;
}

async function storeFacts(ports: PublishPorts, id: string, facts: Facts): Promise<void> {
  const chunks = pack(Buffer.from(JSON.stringify(facts)));
  const writtenAt = ports.now().toISOString();
  await ports.items.putMany(
    chunks.map((bytes, chunk) => ({
      ...keys.facts(facts.area, facts.family, facts.period, id, chunk),
      bytes,
      writtenAt,
      chunks: chunks.length,
    })),
  );
}
