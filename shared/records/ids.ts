import { createHash } from 'node:crypto';

/**
 * Content is addressed by what made it: the same parts give the same id on every machine, so replays and
 * duplicate events change nothing (design.md, Storage). 18 bytes of SHA-256, base64url.
 */
export function contentId(kind: string, parts: readonly string[]): string {
  const hash = createHash('sha256').update(`${kind}\n`);
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}\n`);
  return hash.digest().subarray(0, 18).toString('base64url');
}

/** SHA-256 of bytes, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Id of an upload: one version of one object. */
export function uploadId(bucket: string, key: string, versionId: string): string {
  return contentId('upload', [bucket, key, versionId]);
}

/**
 * Order of an upload: event time, sequencer, version. Compares as text; the sequencer is padded because
 * its length varies.
 */
export function uploadOrder(time: string, sequencer: string, versionId: string): string {
  return `${new Date(time).toISOString()}~${sequencer.padStart(32, '0')}~${versionId}`;
}

/** What a batch is made of (design.md, Storage): change any of them and it is another batch. */
export interface BatchOrigin {
  readonly sha256: string;
  /**
   * Data date and SHA-256 of the rows it came to: what a file becomes also hangs on the key's area and the day of the
   * upload, and a batch of other rows must never have the same id (docs/adr/0007).
   */
  readonly content: string;
  readonly area: string;
  readonly dataset: string;
  readonly period: string;
  readonly versions: {
    readonly contract: string;
    readonly normaliser: string;
    readonly mapping: string;
    readonly acceptance: string;
    readonly tokenKey: string;
  };
}

/** Id of a batch. */
export function batchId(origin: BatchOrigin): string {
  const v = origin.versions;
  return contentId('batch', [
    origin.sha256,
    origin.content,
    origin.area,
    origin.dataset,
    origin.period,
    v.contract,
    v.normaliser,
    v.mapping,
    v.acceptance,
    v.tokenKey,
  ]);
}

/** Id of the facts of a family at a period: the batches they rest on and the versions that read them. */
export function factsId(
  area: string,
  family: string,
  period: string,
  batches: readonly string[],
  catalogueVersion: string,
  policyVersion: string,
): string {
  return contentId('facts', [area, family, period, catalogueVersion, policyVersion, ...batches]);
}
