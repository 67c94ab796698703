import type { DatasetId } from '../datasets/dataset-ids.ts';
import { type ComponentTrace, traceComponents } from '../indicators/engine.ts';
import type { FamilyId } from '../indicators/facts.ts';
import { batchesAt } from '../indicators/resolve.ts';
import { type Period, spanOf } from '../programme/periods.ts';
import { policyOf } from '../programme/province-policies.ts';
import { atPeriod } from '../records/keys.ts';
import type { PublishedCounty } from '../records/read-published.ts';
import { type BatchPorts, familyInput, publishedBatches } from '../records/settle-facts.ts';

/** A batch that a figure was made of, and the upload that speaks with it. */
export interface SourceBatch {
  readonly dataset: DatasetId;
  readonly period: Period;
  readonly batch: string;
  readonly uploadId: string;
}

/** The batches a county's family reads at a reported period, with their uploads, by what is published. */
export function sourceBatches(
  county: PublishedCounty,
  family: FamilyId,
  period: Period,
): readonly SourceBatch[] {
  return batchesAt(publishedBatches(county.entries), family, period).flatMap(({ dataset, period, batch }) => {
    const entry = county.entries[atPeriod(dataset, period)];
    return entry ? [{ dataset, period, batch, uploadId: entry.uploadId }] : [];
  });
}

/** A county's family at a reported period, computed again from its rows so that every component names them. */
export async function traceFamily(
  ports: BatchPorts,
  county: PublishedCounty,
  family: FamilyId,
  period: Period,
): Promise<readonly ComponentTrace[]> {
  const batches = sourceBatches(county, family, period).map(({ batch }) => batch);
  const { area } = county.head;
  const policy = policyOf(area, spanOf(period).last);
  return traceComponents(family, await familyInput(ports, { area, period, policy }, batches));
}
