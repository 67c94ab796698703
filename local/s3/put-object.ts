import type { BlobDraft } from '../disk/blobs.ts';
import type { CreatedReason } from './event.ts';
import { checksumHeaders, describeObject, quoted } from './object-headers.ts';
import type { ObjectStore } from './object-store.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { putCondition } from './put-condition.ts';
import { findObject } from './read-object.ts';
import { receiveBody } from './receive-body.ts';
import type { ObjectRecord } from './records.ts';
import { decodeUri } from './request.ts';
import { S3Error } from './s3-error.ts';
import { element } from './xml-write.ts';

/** Takes bytes into a draft and keeps it when `receive` agrees; whatever is thrown, nothing is left. */
export async function draftContent<T>(
  store: ObjectStore,
  receive: (draft: BlobDraft) => Promise<T>,
): Promise<T & { blob: { sha256: string; size: number } }> {
  const draft = await store.draft();
  try {
    const received = await receive(draft);
    return { ...received, blob: await draft.keep() };
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/** PutObject, also presigned and streamed. */
export async function putObject(call: OperationCall): Promise<S3Response> {
  const { request, store, bucket, key } = call;
  const check = putCondition(request.headers);
  const description = describeObject(request.headers);
  check(store.index.current(bucket, key));
  const { blob, md5, checksum, size } = await draftContent(store, (draft) =>
    receiveBody(request, call.authenticated, draft.write),
  );
  const stored = await store.store(
    {
      bucket,
      key,
      ...description,
      reason: 'PutObject',
      requestId: request.id,
      etag: md5.toString('hex'),
      size,
      pieces: [blob],
      checksum,
      uploadId: null,
    },
    check,
  );
  return { status: 200, headers: storedHeaders(stored) };
}

/** Entity tag, version and checksum, as every put answers. */
export function storedHeaders(stored: ObjectRecord): Record<string, string> {
  return {
    etag: quoted(stored.etag),
    'x-amz-version-id': stored.versionId,
    ...checksumHeaders(stored.checksum),
  };
}

/** CopyObject within this endpoint: the new version shares the content. */
export async function copyObject(call: OperationCall): Promise<S3Response> {
  const { request, store, bucket, key } = call;
  const [path = '', version] = (request.headers.get('x-amz-copy-source') ?? '').split('?versionId=');
  const [sourceBucket = '', ...sourceKey] = decodeUri(path).replace(/^\//, '').split('/');
  if (!call.buckets.includes(sourceBucket)) {
    throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
  }
  const source = findObject(store, sourceBucket, sourceKey.join('/'), version);
  const replaces = request.headers.get('x-amz-metadata-directive') === 'REPLACE';
  const { headers, metadata } = replaces ? describeObject(request.headers) : source;
  const reason: CreatedReason = 'CopyObject';
  const { size, pieces, etag, checksum } = source;
  const copied = { size, pieces, etag, checksum, headers, metadata, uploadId: null };
  const stored = await store.store(
    { ...copied, bucket, key, reason, requestId: request.id },
    putCondition(request.headers),
  );
  const answer = xmlResponse('CopyObjectResult', [
    element('LastModified', new Date(stored.time).toISOString()),
    element('ETag', quoted(stored.etag)),
  ]);
  const versions = { 'x-amz-version-id': stored.versionId, 'x-amz-copy-source-version-id': source.versionId };
  return { ...answer, headers: { ...answer.headers, ...versions } };
}
