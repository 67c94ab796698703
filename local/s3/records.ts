import * as z from 'zod';

const blob = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() });

const algorithm = z.enum(['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256']);

/** A checksum that was verified: base64, of a multipart object also `…-3` (of three parts' checksums). */
const checksum = z.object({
  algorithm,
  value: z.string(),
  type: z.enum(['FULL_OBJECT', 'COMPOSITE']),
});

/** Headers that are given back as they came (`content-type` …), by lower-case name. */
const headers = z.record(z.string(), z.string());
const metadata = z.record(z.string(), z.string());
const stamp = { sequence: z.number().int(), time: z.number().int() };
const place = { bucket: z.string(), key: z.string() };

const objectRecord = z.object({
  kind: z.literal('object'),
  ...place,
  ...stamp,
  versionId: z.string(),
  reason: z.enum(['PutObject', 'CompleteMultipartUpload', 'POST Object', 'CopyObject']),
  requestId: z.string(),
  /** Without quotes. */
  etag: z.string(),
  size: z.number().int().nonnegative(),
  /** The content, one piece or the parts in order. */
  pieces: z.array(blob),
  checksum: checksum.nullable(),
  headers,
  metadata,
  /** The multipart upload it was made of, so that a repeated completion is recognised. */
  uploadId: z.string().nullable(),
  /** Its event is not known to be in the queue yet. */
  pending: z.boolean(),
});

const markerRecord = z.object({ kind: z.literal('marker'), ...place, ...stamp, versionId: z.string() });

const uploadRecord = z.object({
  kind: z.literal('upload'),
  ...place,
  uploadId: z.string(),
  time: z.number().int(),
  headers,
  metadata,
  algorithm: algorithm.nullable(),
  checksumType: z.enum(['FULL_OBJECT', 'COMPOSITE']).nullable(),
});

const partRecord = z.object({
  kind: z.literal('part'),
  uploadId: z.string(),
  number: z.number().int().min(1).max(10_000),
  time: z.number().int(),
  etag: z.string(),
  blob,
  checksum: checksum.nullable(),
});

/** What the endpoint's journal records. `clock` carries time and sequence through a rewrite. */
export const storeRecord = z.discriminatedUnion('kind', [
  objectRecord,
  markerRecord,
  uploadRecord,
  partRecord,
  z.object({ kind: z.literal('notified'), ...place, versionId: z.string() }),
  z.object({ kind: z.literal('removed'), ...place, versionId: z.string() }),
  z.object({ kind: z.literal('aborted'), uploadId: z.string() }),
  z.object({ kind: z.literal('clock'), ...stamp }),
]);

export type StoreRecord = z.infer<typeof storeRecord>;
/** One version of an object. */
export type ObjectRecord = z.infer<typeof objectRecord>;
/** A delete marker: the version that says the object is gone. */
export type MarkerRecord = z.infer<typeof markerRecord>;
export type VersionRecord = ObjectRecord | MarkerRecord;
/** A multipart upload under way. */
export type UploadRecord = z.infer<typeof uploadRecord>;
export type PartRecord = z.infer<typeof partRecord>;
export type StoredChecksum = z.infer<typeof checksum>;
