import { type DatasetId, isDatasetId } from '../datasets/dataset-ids.ts';
import type { BatchInput, Facts, FamilyId, FamilyInput } from '../indicators/facts.ts';
import type { Day } from '../programme/calendar.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import type { Policy } from '../programme/policy.ts';
import { loadBatch } from './batches.ts';
import type { Cache } from './cache.ts';
import { factsId } from './ids.ts';
import { atPeriod, keys, splitAtPeriod } from './keys.ts';
import { pack } from './packed.ts';
import type { Items, Now, Objects } from './ports.ts';
import type { ReadCache } from './read-published.ts';
import type { Entries } from './tree-changes.ts';
import type { CountyDiff } from './upload-diff.ts';

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
  /** The policy in force in an area on a day. */
  policyOf(area: string, day: Day): Policy;
  /** Periods of a family at which facts exist. */
  reportedPeriods(batches: readonly PublishedBatch[], family: FamilyId): readonly string[];
  /** Batches a family reads at a period, oldest first within a dataset. */
  batchesAt(batches: readonly PublishedBatch[], family: FamilyId, period: string): readonly PublishedBatch[];
  compute(family: FamilyId, input: FamilyInput): Facts;
  /** Which of the family's indicators two states of a county answer differently. */
  movements(
    family: FamilyId,
    period: string,
    before: Facts | null,
    after: Facts | null,
  ): CountyDiff['indicators'];
}

export interface PublishPorts {
  readonly items: Items;
  /** Where what an upload does is written down for `api`, which may read no batch. */
  readonly reports: Objects;
  readonly now: Now;
  readonly batches: Cache<BatchInput>;
  readonly cache: ReadCache;
  readonly computation: Computation;
}

/** Where batches are read from. */
export type BatchPorts = Pick<PublishPorts, 'items' | 'batches'>;

/** Facts of one family at one period that other batches make anew. */
export interface FreshFacts {
  readonly id: string;
  /** Id of the facts published there before. */
  readonly before: string | null;
  readonly facts: Facts;
}

/** Facts ids of every family at every reported period, and those of them that are new. */
export interface SettledFacts {
  readonly ids: Readonly<Record<string, string>>;
  readonly fresh: readonly FreshFacts[];
}

/**
 * Computes what the entries come to: only what is new, and nothing is written. A period that is not `isAsked`
 * for keeps the facts it is known to have.
 */
export async function settleFacts(
  ports: PublishPorts,
  area: string,
  entries: Entries,
  known: Readonly<Record<string, string>>,
  isAsked: (period: Period) => boolean = () => true,
): Promise<SettledFacts> {
  const published = publishedBatches(entries);
  const ids: Record<string, string> = {};
  const fresh: FreshFacts[] = [];
  for (const family of ports.computation.families) {
    for (const period of ports.computation.reportedPeriods(published, family)) {
      const key = atPeriod(family, period);
      const kept = isAsked(period) ? undefined : known[key];
      if (kept !== undefined) {
        ids[key] = kept;
        continue;
      }
      const used = ports.computation.batchesAt(published, family, period);
      const policy = ports.computation.policyOf(area, spanOf(period).last);
      const batchIds = used.map((batch) => batch.batch);
      const { catalogueVersion } = ports.computation;
      const id = factsId(area, family, period, batchIds, catalogueVersion, policy.version);
      ids[key] = id;
      if (known[key] === id) continue;
      const facts = ports.cache.facts.get(id) ?? (await compute(ports, family, area, period, batchIds));
      ports.cache.facts.set(id, facts);
      fresh.push({ id, before: known[key] ?? null, facts });
    }
  }
  return { ids, fresh };
}

async function compute(
  ports: PublishPorts,
  family: FamilyId,
  area: string,
  period: string,
  batchIds: readonly string[],
): Promise<Facts> {
  const policy = ports.computation.policyOf(area, spanOf(period).last);
  return ports.computation.compute(family, await familyInput(ports, { area, period, policy }, batchIds));
}

/** Reads the batches a family is computed of. */
export async function familyInput(
  ports: BatchPorts,
  { area, period, policy }: Omit<FamilyInput, 'batches'>,
  batchIds: readonly string[],
): Promise<FamilyInput> {
  const batches = groupByDataset(await Promise.all(batchIds.map((batch) => cachedBatch(ports, batch))));
  return { area, period, policy, batches };
}

/** The batches that speak, of every dataset and period. */
export function publishedBatches(entries: Entries): readonly PublishedBatch[] {
  return Object.entries(entries).flatMap(([key, { batch }]) => {
    const { name: dataset, period } = splitAtPeriod(key);
    return batch !== null && isDatasetId(dataset) ? [{ dataset, period, batch }] : [];
  });
}

/** A batch, decoded once. */
export async function cachedBatch(ports: BatchPorts, id: string): Promise<BatchInput> {
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

/** Writes facts that are new, all at once: before the commit that names them. */
export async function storeFacts(ports: PublishPorts, fresh: readonly FreshFacts[]): Promise<void> {
  const writtenAt = ports.now().toISOString();
  const items = fresh.flatMap(({ id, facts }) => {
    const chunks = pack(Buffer.from(JSON.stringify(facts)));
    return chunks.map((bytes, chunk) => ({
      ...keys.facts(facts.area, facts.family, facts.period, id, chunk),
      bytes,
      writtenAt,
      chunks: chunks.length,
    }));
  });
  if (items.length > 0) await ports.items.putMany(items);
}
