import { createHash } from 'node:crypto';
import type { Authenticated } from './authenticate.ts';
import { chunkDecoder, incompleteBody } from './aws-chunked.ts';
import { algorithmOfHeader, type ChecksumAlgorithm, startChecksum } from './checksums.ts';
import { chunkSignatures } from './chunk-signatures.ts';
import type { StoredChecksum } from './records.ts';
import type { S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';

/** A body that was read to its end and agrees with everything the request says of it. */
export interface ReceivedBody {
  readonly size: number;
  readonly md5: Buffer;
  /** The checksum the client sent, verified; `null` when it sent none. */
  readonly checksum: StoredChecksum | null;
}

/** How the payload forms of `x-amz-content-sha256` are read; anything else must be a hash. */
const payloadForms: Readonly<Record<string, { chunked: boolean; signed: boolean; trailer: boolean }>> = {
  'UNSIGNED-PAYLOAD': { chunked: false, signed: false, trailer: false },
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER': { chunked: true, signed: false, trailer: true },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD': { chunked: true, signed: true, trailer: false },
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER': { chunked: true, signed: true, trailer: true },
};

const plainHash = { chunked: false, signed: true, trailer: false };

/**
 * Reads the body, decodes it when it is `aws-chunked`, hands on the object's bytes only, and verifies length,
 * payload hash, chunk signatures, Content-MD5 and checksum (header or trailer). Throws the matching S3 error;
 * what was handed on until then must be thrown away.
 */
export async function receiveBody(
  request: S3Request,
  authenticated: Authenticated,
  write: (bytes: Uint8Array) => Promise<void> | void,
): Promise<ReceivedBody> {
  const { payload } = authenticated;
  const form = payloadForms[payload] ?? (/^[0-9a-f]{64}$/.test(payload) ? plainHash : null);
  if (!form) throw new S3Error('InvalidArgument', `x-amz-content-sha256 ${payload} is not supported.`);
  const sent = sentChecksum(request, form.trailer);
  const running = sent ? startChecksum(sent.algorithm) : null;
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  const take = async (bytes: Uint8Array) => {
    size += bytes.length;
    md5.update(bytes);
    running?.update(bytes);
    if (form === plainHash) sha256.update(bytes);
    await write(bytes);
  };

  const trailers = form.chunked
    ? await decodeChunks(request, form.signed ? authenticated : null, form.trailer, take)
    : await copyPlain(request, take);
  checkLength(request, form.chunked, size);
  if (form === plainHash && sha256.digest('hex') !== payload) {
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const received = { size, md5: md5.digest() };
  checkMd5(request.headers.get('content-md5'), received.md5);
  if (!sent || !running) return { ...received, checksum: null };
  const value = running.digest().toString('base64');
  checkChecksum(sent.algorithm, sent.value ?? trailers.get(sent.header), value);
  return { ...received, checksum: { algorithm: sent.algorithm, value, type: 'FULL_OBJECT' } };
}

/** Reads a small request document wholly, verified. */
export async function receiveText(request: S3Request, authenticated: Authenticated): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  await receiveBody(request, authenticated, (bytes) => {
    size += bytes.length;
    if (size > largestDocument) throw new S3Error('MalformedXML', 'The XML you provided is too large.');
    parts.push(Uint8Array.from(bytes));
  });
  return Buffer.concat(parts).toString('utf8');
}

const largestDocument = 4 * 1024 * 1024;

type TakeBytes = (bytes: Uint8Array) => Promise<void>;

async function copyPlain(request: S3Request, take: TakeBytes): Promise<ReadonlyMap<string, string>> {
  for await (const bytes of request.body) await take(bytes);
  return new Map();
}

async function decodeChunks(
  request: S3Request,
  signer: Authenticated | null,
  trailer: boolean,
  take: TakeBytes,
): Promise<ReadonlyMap<string, string>> {
  const signatures = signer && chunkSignatures(signer.seed);
  let decoded: Uint8Array[] = [];
  const decoder = chunkDecoder({
    onData(bytes) {
      signatures?.data(bytes);
      decoded.push(bytes);
    },
    onChunkEnd: (given) => signatures?.chunkEnd(given),
  });
  for await (const bytes of request.body) {
    decoder.push(bytes);
    for (const data of decoded) await take(data);
    decoded = [];
  }
  const trailers = decoder.end();
  if (trailer && signatures) signatures.trailers(trailers);
  return trailers;
}

interface SentChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly header: string;
  /** `null`: it comes as a trailer. */
  readonly value: string | null;
}

function sentChecksum(request: S3Request, trailer: boolean): SentChecksum | null {
  const sent: SentChecksum[] = [];
  for (const [name, value] of request.headers) {
    const algorithm = algorithmOfHeader(name);
    if (algorithm) sent.push({ algorithm, header: name, value });
  }
  const announced = trailer ? (request.headers.get('x-amz-trailer') ?? '').toLowerCase().split(',') : [];
  for (const header of announced.map((name) => name.trim())) {
    const algorithm = algorithmOfHeader(header);
    if (algorithm) sent.push({ algorithm, header, value: null });
  }
  if (sent.length > 1) throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header');
  return sent[0] ?? null;
}

function checkLength(request: S3Request, chunked: boolean, size: number): void {
  const said = request.headers.get(chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (said !== undefined && Number(said) !== size) throw incompleteBody();
}

function checkMd5(given: string | undefined, computed: Buffer): void {
  if (given === undefined) return;
  const expected = Buffer.from(given, 'base64');
  if (expected.length !== computed.length) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  if (!expected.equals(computed)) {
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
}

/** Throws when the checksum is missing where it was announced, or is not that of the bytes. */
export function checkChecksum(
  algorithm: ChecksumAlgorithm,
  given: string | undefined,
  computed: string,
): void {
  const name = algorithm.toUpperCase();
  if (given === undefined) {
    throw new S3Error('InvalidRequest', `The ${name} checksum that x-amz-trailer announces did not come.`);
  }
  if (given !== computed) {
    throw new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
  }
}
