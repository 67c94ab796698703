import * as z from 'zod';
import {
  bilingual,
  dataset,
  figure,
  findingCounts,
  labels,
  next,
  rowCounts,
  severity,
  status,
} from './common.ts';

const uploadState = z.enum([
  'received',
  'reading',
  'rejected',
  'staged',
  'accepted',
  'published',
  'superseded',
  'withdrawn',
  'expired',
]);
const place = { sheet: z.string().nullable(), row: z.int() };

const upload = {
  id: z.string(),
  key: z.string(),
  area: z.string(),
  state: uploadState,
  receivedAt: z.string(),
  parts: z.array(z.object({ area: z.string(), dataset, period: z.string(), ...rowCounts })),
};

const finding = {
  code: z.string(),
  severity,
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.int().nullable(),
  field: z.string().nullable(),
  message: bilingual,
};

/** An upload as lists tell it: findings by number. */
export const listedUpload = z.object({ ...upload, findings: findingCounts });
export const uploadsAnswer = z.object({ data: z.array(listedUpload), next });

/** One upload with every finding. */
export const uploadAnswer = z.object({ ...upload, findings: z.array(z.object(finding)) });

export const uploadFindingsAnswer = z.object({
  uploadId: z.string(),
  counts: findingCounts,
  data: z.array(
    z.object({
      ...finding,
      dataset: dataset.nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  next,
});

export const receiptAnswer = z.object({
  uploadId: z.string(),
  key: z.string(),
  sha256: z.string().nullable(),
  bytes: z.int(),
  receivedAt: z.string(),
  receivedAtShanghai: z.string(),
  isCorrection: z.boolean(),
  state: uploadState,
  quarantined: z.int(),
  parts: z.array(
    z.object({
      area: z.string(),
      areaName: bilingual,
      dataset,
      datasetName: bilingual,
      period: z.string(),
      dataDate: z.string(),
      state: uploadState,
      ...rowCounts,
      replaced: z
        .object({
          uploadId: z.string(),
          receivedAt: z.string().nullable(),
          receivedAtShanghai: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  findings: findingCounts,
});

const reading = z.object({ value: figure, numerator: figure, denominator: figure, status }).nullable();

export const diffAnswer = z.object({
  uploadId: z.string(),
  parts: z.array(
    z.object({
      area: z.string(),
      dataset,
      period: z.string(),
      outcome: z.enum(['first', 'replaces', 'same', 'held', 'older']),
      comparedWith: z.int(),
      against: z.object({ uploadId: z.string(), receivedAt: z.string(), period: z.string() }).nullable(),
      rows: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unchanged: z.int() }).nullable(),
      keys: z.object({ published: z.int(), removed: z.int() }).nullable(),
      added: z.array(z.object(place)),
      changed: z.array(z.object({ ...place, fields: z.array(z.string()) })),
    }),
  ),
  indicators: z.array(
    z.object({
      area: z.string(),
      indicator: z.string(),
      period: z.string(),
      parameters: labels,
      unit: z.string(),
      before: reading,
      after: reading,
    }),
  ),
});
