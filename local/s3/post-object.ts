import { createHash } from 'node:crypto';
import { algorithmOfHeader, type ChecksumAlgorithm, startChecksum } from './checksums.ts';
import { lookUpCredential, readAmzDate } from './credential.ts';
import { type PostedForm, readForm } from './form.ts';
import { describeObject, quoted } from './object-headers.ts';
import type { NewObject, ObjectStore } from './object-store.ts';
import type { S3Response } from './operation.ts';
import { type AllowedSize, checkPolicy } from './post-policy.ts';
import { draftContent, storedHeaders } from './put-object.ts';
import { checkChecksum } from './receive-body.ts';
import type { ObjectRecord, StoredChecksum } from './records.ts';
import type { S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';
import { type Credentials, sameSignature, signature, signatureAlgorithm } from './sigv4.ts';
import { element } from './xml-write.ts';

export interface PostCall {
  readonly request: S3Request;
  readonly store: ObjectStore;
  readonly bucket: string;
  readonly user: Credentials;
  readonly now: Date;
}

/** A browser's form upload under a presigned policy (presigned POST). */
export async function postObject({ request, store, bucket, user, now }: PostCall): Promise<S3Response> {
  const form = await readForm(request.body, request.headers.get('content-type') ?? '');
  const key = field(form, 'key').replace(/\$\{filename\}/g, () => form.fileName);
  if (Buffer.byteLength(key) > 1024) throw new S3Error('KeyTooLongError', 'Your key is too long');
  const policy = authenticateForm(form, user);
  const allowed = checkPolicy(policy, new Map([...form.fields, ['bucket', bucket], ['key', key]]), now);
  const content = await draftContent(store, (draft) => receiveFile(form, allowed, draft.write));
  const { blob, etag, checksum } = content;
  const object: NewObject = {
    bucket,
    key,
    ...describeObject(form.fields),
    reason: 'POST Object',
    requestId: request.id,
    etag,
    size: blob.size,
    pieces: [blob],
    checksum,
    uploadId: null,
  };
  return answer(form, await store.store(object, () => undefined));
}

function field({ fields }: PostedForm, name: string): string {
  const value = fields.get(name);
  if (value) return value;
  throw new S3Error('InvalidArgument', `Bucket POST must contain a field named '${name}' before the file.`);
}

/** Verifies the signature over the policy and gives the policy's JSON. */
function authenticateForm(form: PostedForm, user: Credentials): string {
  if (!form.fields.has('policy')) throw new S3Error('AccessDenied', 'Access Denied');
  const policy = field(form, 'policy');
  if (field(form, 'x-amz-algorithm') !== signatureAlgorithm) {
    throw new S3Error('InvalidArgument', `x-amz-algorithm must be ${signatureAlgorithm}.`);
  }
  const time = field(form, 'x-amz-date');
  if (readAmzDate(time) === null) throw new S3Error('AccessDenied', 'x-amz-date is no date.');
  const { key } = lookUpCredential(field(form, 'x-amz-credential'), time, user);
  if (!sameSignature(field(form, 'x-amz-signature'), signature(key, policy))) {
    throw new S3Error('SignatureDoesNotMatch', 'The signature does not match that of the policy.');
  }
  return Buffer.from(policy, 'base64').toString('utf8');
}

async function receiveFile(
  { fields, file }: PostedForm,
  { least, most }: AllowedSize,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<{ etag: string; checksum: StoredChecksum | null }> {
  const sent = sentChecksum(fields);
  const running = sent && startChecksum(sent.algorithm);
  const md5 = createHash('md5');
  let size = 0;
  for await (const bytes of file) {
    size += bytes.length;
    if (size > most) continue;
    md5.update(bytes);
    running?.update(bytes);
    await write(bytes);
  }
  if (size > most) {
    throw new S3Error('EntityTooLarge', `Your proposed upload exceeds the allowed size of ${most} bytes`);
  }
  if (size < least) {
    throw new S3Error('EntityTooSmall', `Your proposed upload is smaller than the allowed ${least} bytes`);
  }
  const etag = md5.digest('hex');
  if (!sent || !running) return { etag, checksum: null };
  const value = running.digest().toString('base64');
  checkChecksum(sent.algorithm, sent.value, value);
  return { etag, checksum: { algorithm: sent.algorithm, value, type: 'FULL_OBJECT' } };
}

function sentChecksum(
  fields: ReadonlyMap<string, string>,
): { algorithm: ChecksumAlgorithm; value: string } | null {
  for (const [name, value] of fields) {
    const algorithm = algorithmOfHeader(name);
    if (algorithm) return { algorithm, value };
  }
  return null;
}

function answer({ fields }: PostedForm, stored: ObjectRecord): S3Response {
  const headers = storedHeaders(stored);
  const status = fields.get('success_action_status');
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers };
  const response = element('PostResponse', [
    element('Location', `/${stored.bucket}/${stored.key}`),
    element('Bucket', stored.bucket),
    element('Key', stored.key),
    element('ETag', quoted(stored.etag)),
  ]);
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${response}`;
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body };
}
