import { createHash } from 'node:crypto';
import { checksumAlgorithms, startChecksum } from './checksums.ts';
import { findUpload } from './multipart.ts';
import { checksumHeaders, quoted } from './object-headers.ts';
import type { OpenUpload } from './object-index.ts';
import { type OperationCall, type S3Response, xmlResponse } from './operation.ts';
import { putCondition } from './put-condition.ts';
import { checkChecksum, receiveText } from './receive-body.ts';
import type { ObjectRecord, PartRecord, StoredChecksum, UploadRecord } from './records.ts';
import { S3Error } from './s3-error.ts';
import { childText, readXml, type XmlElement } from './xml-read.ts';
import { element } from './xml-write.ts';

/**
 * CompleteMultipartUpload. Sent again after it went through (its answer, or its event, was lost) it
 * answers the same and has the event recorded.
 */
export async function completeUpload(call: OperationCall): Promise<S3Response> {
  const { request, store, bucket, key } = call;
  const done = store.index.completed(request.query.get('uploadId') ?? '');
  if (done && done.bucket === bucket && done.key === key) {
    await store.announce(done);
    return completed(done);
  }
  const document = readXml(await receiveText(request, call.authenticated));
  const open = findUpload(call);
  const parts = chooseParts(open, document);
  const size = parts.reduce((sum, part) => sum + part.blob.size, 0);
  const said = request.headers.get('x-amz-mp-object-size');
  if (said !== undefined && Number(said) !== size) {
    throw new S3Error('InvalidRequest', 'The size of the parts is not x-amz-mp-object-size.');
  }
  const md5 = createHash('md5');
  for (const { etag } of parts) md5.update(Buffer.from(etag, 'hex'));
  const { upload } = open;
  const pieces = parts.map(({ blob }) => blob);
  const object = {
    bucket,
    key,
    reason: 'CompleteMultipartUpload',
    requestId: request.id,
    etag: `${md5.digest('hex')}-${parts.length}`,
    size,
    pieces,
    headers: upload.headers,
    metadata: upload.metadata,
    uploadId: upload.uploadId,
  } as const;
  const checksum = await checksumOf(call, upload, parts);
  checkSentChecksum(call, checksum);
  const ifFree = putCondition(request.headers);
  const stored = await store.store({ ...object, checksum }, (current) => {
    findUpload(call);
    ifFree(current);
  });
  return completed(stored);
}

function completed(record: ObjectRecord): S3Response {
  const { checksum } = record;
  const answer = xmlResponse('CompleteMultipartUploadResult', [
    element('Location', `/${record.bucket}/${record.key}`),
    element('Bucket', record.bucket),
    element('Key', record.key),
    element('ETag', quoted(record.etag)),
    ...(checksum ? [element(`Checksum${checksum.algorithm.toUpperCase()}`, checksum.value)] : []),
    ...(checksum ? [element('ChecksumType', checksum.type)] : []),
  ]);
  const headers = { 'x-amz-version-id': record.versionId, ...checksumHeaders(checksum) };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

const smallestPart = 5 * 1024 * 1024;

/** The parts the document names, in its order. Throws `MalformedXML`, `InvalidPart(Order)`, `EntityTooSmall`. */
function chooseParts({ parts }: OpenUpload, document: XmlElement): readonly PartRecord[] {
  const named = document.children.filter(({ name }) => name === 'Part');
  if (document.name !== 'CompleteMultipartUpload' || named.length === 0) {
    throw new S3Error('MalformedXML', 'You must specify at least one part');
  }
  const numbers = named.map((element) => Number(childText(element, 'PartNumber')));
  if (numbers.some((number, at) => !(number > (numbers[at - 1] ?? 0)))) {
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const chosen = named.map((element, at) => {
    const number = numbers[at] ?? 0;
    const part = parts.get(number);
    const etag = childText(element, 'ETag')?.trim().replaceAll('"', '');
    if (part && part.etag === etag && checksumAgrees(part, element)) return part;
    throw new S3Error('InvalidPart', `Part ${number} could not be found, or is not what was uploaded.`);
  });
  if (chosen.slice(0, -1).some(({ blob }) => blob.size < smallestPart)) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  return chosen;
}

function checksumAgrees({ checksum }: PartRecord, element: XmlElement): boolean {
  return checksumAlgorithms.every((algorithm) => {
    const given = childText(element, `Checksum${algorithm.toUpperCase()}`);
    return given === undefined || checksum?.algorithm !== algorithm || checksum.value === given;
  });
}

/** Of the whole object, or of the parts' checksums one after another; `null` when not all parts have one. */
async function checksumOf(
  { store }: OperationCall,
  { algorithm, checksumType }: UploadRecord,
  parts: readonly PartRecord[],
): Promise<StoredChecksum | null> {
  if (!algorithm || !checksumType) return null;
  const running = startChecksum(algorithm);
  if (checksumType === 'COMPOSITE') {
    for (const { checksum } of parts) {
      if (checksum?.algorithm !== algorithm) return null;
      running.update(Buffer.from(checksum.value, 'base64'));
    }
    const value = `${running.digest().toString('base64')}-${parts.length}`;
    return { algorithm, value, type: checksumType };
  }
  for await (const bytes of store.readPieces(parts.map(({ blob }) => blob))) running.update(bytes);
  return { algorithm, value: running.digest().toString('base64'), type: checksumType };
}

function checkSentChecksum({ request }: OperationCall, checksum: StoredChecksum | null): void {
  if (!checksum) return;
  const given = request.headers.get(`x-amz-checksum-${checksum.algorithm}`);
  if (given === undefined) return;
  const counted = given.includes('-') ? checksum.value : checksum.value.replace(/-\d+$/, '');
  checkChecksum(checksum.algorithm, given, counted);
}
