import type { ObjectRecord, StoredChecksum } from './records.ts';
import { S3Error } from './s3-error.ts';

/** Headers of a put that are given back with the object. */
const keptHeaders: readonly string[] = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const metadataPrefix = 'x-amz-meta-';
const mostMetadataBytes = 2048;

/** What a put says of its object besides the bytes. */
export interface Description {
  readonly headers: Record<string, string>;
  readonly metadata: Record<string, string>;
}

/**
 * Reads the kept headers and the user metadata (`x-amz-meta-`) from headers or form fields by lower-case
 * name. `aws-chunked` is how the body travelled, not what the object is. Throws `MetadataTooLarge`.
 */
export function describeObject(given: ReadonlyMap<string, string>): Description {
  const headers: Record<string, string> = {};
  const metadata: Record<string, string> = {};
  let bytes = 0;
  for (const [name, value] of given) {
    if (name.startsWith(metadataPrefix)) {
      const key = name.slice(metadataPrefix.length);
      metadata[key] = value;
      bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    } else if (keptHeaders.includes(name)) {
      const kept = name === 'content-encoding' ? withoutChunking(value) : value;
      if (kept !== '') headers[name] = kept;
    }
  }
  if (bytes > mostMetadataBytes) {
    throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  }
  return { headers, metadata };
}

function withoutChunking(value: string): string {
  const codings = value.split(',').map((coding) => coding.trim());
  return codings.filter((coding) => coding !== 'aws-chunked').join(',');
}

/** Headers of an object's answer, save its length. */
export function objectHeaders(record: ObjectRecord): Record<string, string> {
  return {
    'content-type': 'binary/octet-stream',
    ...record.headers,
    ...Object.fromEntries(
      Object.entries(record.metadata).map(([name, value]) => [`${metadataPrefix}${name}`, value]),
    ),
    etag: quoted(record.etag),
    'last-modified': new Date(record.time).toUTCString(),
    'accept-ranges': 'bytes',
    'x-amz-version-id': record.versionId,
  };
}

/** Headers that state a verified checksum. */
export function checksumHeaders(checksum: StoredChecksum | null): Record<string, string> {
  if (!checksum) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm}`]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  };
}

/** An entity tag as HTTP writes it. */
export function quoted(etag: string): string {
  return `"${etag}"`;
}

/** Whether an `If-Match` or `If-None-Match` value names the entity tag. */
export function matchesEtag(condition: string, etag: string): boolean {
  const tags = condition.split(',').map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''));
  return tags.includes('*') || tags.includes(etag);
}
