import { algorithmNamed } from './checksums.ts';
import { checksumHeaders, describeObject, quoted } from './object-headers.ts';
import type { OpenUpload } from './object-index.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { draftContent } from './put-object.ts';
import { receiveBody } from './receive-body.ts';
import { S3Error } from './s3-error.ts';
import { element } from './xml-write.ts';

/** CreateMultipartUpload. */
export async function createUpload({ request, store, bucket, key }: OperationCall): Promise<S3Response> {
  const named = request.headers.get('x-amz-checksum-algorithm');
  const algorithm = named === undefined ? null : algorithmNamed(named.toUpperCase());
  if (named !== undefined && !algorithm) {
    throw new S3Error('InvalidRequest', `Checksum algorithm ${named} is not supported.`);
  }
  const type = request.headers.get('x-amz-checksum-type')?.toUpperCase();
  const whole = type === 'FULL_OBJECT' || (type === undefined && algorithm === 'crc64nvme');
  const { uploadId } = await store.beginUpload({
    bucket,
    key,
    ...describeObject(request.headers),
    algorithm,
    checksumType: algorithm && (whole ? 'FULL_OBJECT' : 'COMPOSITE'),
  });
  const answer = xmlResponse('InitiateMultipartUploadResult', [
    element('Bucket', bucket),
    element('Key', key),
    element('UploadId', uploadId),
  ]);
  if (!algorithm) return answer;
  const echoed = {
    'x-amz-checksum-algorithm': algorithm.toUpperCase(),
    'x-amz-checksum-type': whole ? 'FULL_OBJECT' : 'COMPOSITE',
  };
  return { ...answer, headers: { ...answer.headers, ...echoed } };
}

/** The upload of a request. Throws `NoSuchUpload`, also when it is another key's. */
export function findUpload({ request, store, bucket, key }: OperationCall): OpenUpload {
  const open = store.index.upload(request.query.get('uploadId') ?? '');
  if (!open || open.upload.bucket !== bucket || open.upload.key !== key) {
    throw new S3Error(
      'NoSuchUpload',
      'The specified upload does not exist. It may have been aborted or completed.',
    );
  }
  return open;
}

const mostParts = 10_000;

/** UploadPart. A part that is sent again replaces the one before. */
export async function uploadPart(call: OperationCall): Promise<S3Response> {
  const { request, store } = call;
  const { upload } = findUpload(call);
  const asked = request.query.get('partNumber') ?? '';
  const number = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  if (number < 1 || number > mostParts) {
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${mostParts}.`);
  }
  const { blob, md5, checksum } = await draftContent(store, (draft) =>
    receiveBody(request, call.authenticated, draft.write),
  );
  findUpload(call);
  const { uploadId } = upload;
  const part = await store.storePart({ uploadId, number, etag: md5.toString('hex'), blob, checksum });
  return { status: 200, headers: { etag: quoted(part.etag), ...checksumHeaders(part.checksum) } };
}

/** AbortMultipartUpload. */
export async function abortUpload(call: OperationCall): Promise<S3Response> {
  const { upload } = findUpload(call);
  await call.store.abort(upload.uploadId);
  return { status: 204 };
}

/** ListParts. */
export async function listParts(call: OperationCall): Promise<S3Response> {
  const { upload, parts } = findUpload(call);
  const { query } = call.request;
  const marker = Number(query.get('part-number-marker') ?? 0);
  const limit = Math.min(Number(query.get('max-parts') ?? 1000), 1000);
  const rest = [...parts.values()]
    .filter(({ number }) => number > marker)
    .sort((a, b) => a.number - b.number);
  const shown = rest.slice(0, limit);
  return xmlResponse('ListPartsResult', [
    element('Bucket', upload.bucket),
    element('Key', upload.key),
    element('UploadId', upload.uploadId),
    element('PartNumberMarker', marker),
    element('NextPartNumberMarker', shown.at(-1)?.number ?? 0),
    element('MaxParts', limit),
    element('IsTruncated', rest.length > shown.length),
    ...shown.map((part) =>
      element('Part', [
        element('PartNumber', part.number),
        element('LastModified', new Date(part.time).toISOString()),
        element('ETag', quoted(part.etag)),
        element('Size', part.blob.size),
        ...(part.checksum
          ? [element(`Checksum${part.checksum.algorithm.toUpperCase()}`, part.checksum.value)]
          : []),
      ]),
    ),
  ]);
}
