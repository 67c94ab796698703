import { checksumHeaders, matchesEtag, objectHeaders, quoted } from './object-headers.ts';
import type { ObjectStore } from './object-store.ts';
import type { OperationCall, S3Response } from './operation.ts';
import { failed } from './put-condition.ts';
import type { ObjectRecord } from './records.ts';
import { S3Error } from './s3-error.ts';

/** The object, or that version of it. Throws `NoSuchKey`, `NoSuchVersion` or, at a delete marker, as S3 does. */
export function findObject(
  store: ObjectStore,
  bucket: string,
  key: string,
  versionId: string | undefined,
): ObjectRecord {
  const version =
    versionId === undefined ? store.index.current(bucket, key) : store.index.version(bucket, key, versionId);
  if (version?.kind === 'object') return version;
  if (version === undefined) {
    throw versionId === undefined
      ? new S3Error('NoSuchKey', 'The specified key does not exist.')
      : new S3Error('NoSuchVersion', 'The specified version does not exist.');
  }
  const marker = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  throw versionId === undefined
    ? new S3Error('NoSuchKey', 'The specified key does not exist.', marker)
    : new S3Error('MethodNotAllowed', 'The specified method is not allowed against a delete marker.', marker);
}

/** GetObject and HeadObject; the endpoint leaves the body of HEAD away. */
export async function readObject({ request, store, bucket, key }: OperationCall): Promise<S3Response> {
  const record = findObject(store, bucket, key, request.query.get('versionId'));
  const ifMatch = request.headers.get('if-match');
  const ifNoneMatch = request.headers.get('if-none-match');
  if (ifMatch !== undefined && !matchesEtag(ifMatch, record.etag)) throw failed('If-Match');
  if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, record.etag)) {
    return { status: 304, headers: { etag: quoted(record.etag), 'x-amz-version-id': record.versionId } };
  }
  const range = readRange(request.headers.get('range'), record.size);
  const { start, end } = range ?? { start: 0, end: record.size - 1 };
  const wantsChecksum = !range && request.headers.get('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED';
  return {
    status: range ? 206 : 200,
    headers: {
      ...objectHeaders(record),
      ...(wantsChecksum ? checksumHeaders(record.checksum) : {}),
      ...overrides(request.query),
      ...(range ? { 'content-range': `bytes ${start}-${end}/${record.size}` } : {}),
      'content-length': String(end - start + 1),
    },
    body: store.read(record, start, end),
  };
}

/** One range of bytes, both inclusive; `null` where none is asked or it is not understood, as HTTP has it. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (start > end) {
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
      'content-range': `bytes */${size}`,
    });
  }
  return { start, end };
}

const overridable: readonly string[] = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** `response-content-type=` … of a signed request. */
function overrides(query: ReadonlyMap<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of overridable) {
    const value = query.get(`response-${name}`);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
