import * as z from 'zod';
import { reports } from '../contract.ts';
import { datasetIds } from '../datasets/dataset-ids.ts';

const place = { sheet: z.int(), row: z.int() };
const reading = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: z.enum(['ok', 'not_applicable', 'inconsistent', 'no_data', 'suppressed', 'stale']),
});

/**
 * What publishing one part does to the published rows of its dataset@period; of a stock's new period, how its rows
 * differ from those of the period before.
 */
export const partDiff = z.object({
  dataset: z.enum(datasetIds),
  period: z.string(),
  /**
   * `first`: nothing was published there; `replaces`: other rows were; `same`: the very same batch was (F34);
   * `held`: it waits for a confirmation (LARGE_REMOVAL); `older`: a newer upload speaks, nothing changes.
   */
  outcome: z.enum(['first', 'replaces', 'same', 'held', 'older']),
  /**
   * The upload it was compared with, its order, whose first part is the time it was received, and the period of the
   * rows; absent in diffs written when that was always the part's own.
   */
  against: z.object({ uploadId: z.string(), order: z.string(), period: z.string().optional() }).nullable(),
  counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int() }),
  keys: z.object({ published: z.int(), removed: z.int() }),
  added: z.array(z.object(place)),
  changed: z.array(z.object({ ...place, fields: z.array(z.string()) })),
});
export type PartDiff = z.infer<typeof partDiff>;

/**
 * What an upload does to one county, made by `indicators` when it is staged or published, before its commit:
 * `api` may not read rows. No cell contents, only counts, places in the upload's own file and column names.
 */
export const countyDiff = z.object({
  uploadId: z.string(),
  area: z.string(),
  /** Generation of the published state it was compared with; 0: nothing was published yet. */
  generation: z.int(),
  parts: z.array(partDiff),
  /** Indicators that move, as if every part were published. */
  indicators: z.array(
    z.object({
      indicator: z.string(),
      period: z.string(),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
      unit: z.string(),
      before: reading.nullable(),
      after: reading.nullable(),
      n: z.number().nullable(),
    }),
  ),
});
export type CountyDiff = z.infer<typeof countyDiff>;

/** Where the diff of an upload in one of its counties lies in the reports bucket. */
export function diffKey(area: string, uploadId: string): string {
  return `${reports.diffs}${area}/${uploadId}.json`;
}

/** A diff as the bytes of its object. */
export function encodeDiff(diff: CountyDiff): Uint8Array {
  return Buffer.from(`${JSON.stringify(diff)}\n`);
}

/** Reads the object back; throws when it is damaged (a fault of ours). */
export function decodeDiff(bytes: Uint8Array): CountyDiff {
  return countyDiff.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
