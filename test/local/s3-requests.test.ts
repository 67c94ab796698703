import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChecksum } from '../../local/s3/checksums.ts';
import { writeChunked } from './support/aws-chunked.ts';
import {
  credentials,
  inbox,
  removeFolder,
  s3Client,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';
import { type RawRequest, region, sendRaw, sendSigned } from './support/signed-request.ts';

const body = Buffer.from('户编号,姓名\n1,甲\n');
const minute = 60_000;
const start = Date.parse('2017-04-21T08:00:00Z');

let folder: string;
let running: TestEndpoint;
let port: number;
let now = start;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await startTestEndpoint(folder, { now: () => new Date(now) });
  port = running.endpoint.port;
});

afterAll(async () => {
  await running.endpoint.close();
  await removeFolder(folder);
  expect(running.faults).toEqual([]);
});

const signed = (raw: Partial<RawRequest>) =>
  sendSigned(port, { method: 'PUT', url: `/${inbox}/key`, body, time: new Date(now), ...raw });

const checksum = (bytes: Uint8Array) => {
  const running = startChecksum('crc32');
  running.update(bytes);
  return running.digest().toString('base64');
};

async function stored(key = 'key'): Promise<string> {
  return (await signed({ method: 'GET', url: `/${inbox}/${key}`, body: new Uint8Array() })).body;
}

describe('who may ask', () => {
  test.each<[string, Partial<RawRequest>, number, string]>([
    ['an unknown key', { user: { ...credentials, accessKeyId: 'other' } }, 403, 'InvalidAccessKeyId'],
    ['a wrong secret', { user: { ...credentials, secretAccessKey: 'other' } }, 403, 'SignatureDoesNotMatch'],
    ['a clock 16 minutes behind', { time: new Date(start - 16 * minute) }, 403, 'RequestTimeTooSkewed'],
    ['a clock 16 minutes ahead', { time: new Date(start + 16 * minute) }, 403, 'RequestTimeTooSkewed'],
    ['an amz header that was not signed', { unsigned: { 'x-amz-meta-a': 'b' } }, 403, 'AccessDenied'],
    ['a body that is not the signed one', { payload: 'a'.repeat(64) }, 400, 'XAmzContentSHA256Mismatch'],
    ['an unknown payload form', { payload: 'STREAMING-OTHER' }, 400, 'InvalidArgument'],
  ])('%s is refused', async (_, raw, status, code) => {
    const before = running.events.length;
    const answer = await signed(raw);
    expect([answer.status, answer.code, running.events.length]).toEqual([status, code, before]);
  });

  test('a clock 14 minutes off is served', async () => {
    expect((await signed({ time: new Date(start - 14 * minute) })).status).toBe(200);
  });

  test('nobody is refused with AccessDenied, an old signature with advice', async () => {
    const url = `/${inbox}/key`;
    const host = `127.0.0.1:${port}`;
    expect((await sendRaw(port, { method: 'GET', url, headers: { host } })).code).toBe('AccessDenied');
    const old = await sendRaw(port, {
      method: 'GET',
      url,
      headers: { host, authorization: 'AWS local:abc' },
    });
    expect([old.code, old.body]).toEqual(['InvalidRequest', expect.stringContaining('AWS4-HMAC-SHA256')]);
  });

  test.each(['anju.example', 'anju-43-inbox.localhost:4311', '10.0.0.1', '127.0.0.1.example'])(
    'the host %s is refused (DNS rebinding)',
    async (host) => {
      expect((await signed({ headers: { host } })).status).toBe(403);
    },
  );

  test('localhost is served', async () => {
    expect((await signed({ headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  test.each(['/%E0%A4%A', `/${inbox}/%ff`])('the path %s is no UTF-8', async (url) => {
    const answer = await sendRaw(port, { method: 'GET', url, headers: { host: `127.0.0.1:${port}` } });
    expect([answer.status, answer.code]).toEqual([400, 'InvalidURI']);
  });

  test('dots and doubled slashes are part of the key', async () => {
    await signed({ url: `/${inbox}/a/../b//c%2Fd` });
    expect(running.events.at(-1)?.detail.object.key).toBe('a/../b//c/d');
  });
});

describe('what travels with the body', () => {
  const md5 = createHash('md5').update(body).digest('base64');

  test.each<[string, Record<string, string>, number, string | undefined]>([
    ['the right MD5', { 'content-md5': md5 }, 200, undefined],
    ['another MD5', { 'content-md5': createHash('md5').digest('base64') }, 400, 'BadDigest'],
    ['no MD5 at all', { 'content-md5': 'AAAA' }, 400, 'InvalidDigest'],
    ['the right CRC32', { 'x-amz-checksum-crc32': checksum(body) }, 200, undefined],
    ['another CRC32', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 400, 'BadDigest'],
    [
      'two checksums',
      { 'x-amz-checksum-crc32': 'AA==', 'x-amz-checksum-sha1': 'AA==' },
      400,
      'InvalidRequest',
    ],
    ['too much metadata', { 'x-amz-meta-a': 'b'.repeat(2048) }, 400, 'MetadataTooLarge'],
    ['a condition S3 has not', { 'if-none-match': '"x"' }, 501, 'NotImplemented'],
  ])('%s', async (_, headers, status, code) => {
    const answer = await signed({ headers });
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  test('a key of 1,025 bytes is too long', async () => {
    expect((await signed({ url: `/${inbox}/${'k'.repeat(1025)}` })).code).toBe('KeyTooLongError');
  });
});

describe('streamed uploads', () => {
  const chunks = [body, Buffer.alloc(70_000, 'y')];
  const content = Buffer.concat(chunks);
  const length = {
    'x-amz-decoded-content-length': String(content.length),
    'content-encoding': 'aws-chunked',
  };
  const announced = { ...length, 'x-amz-trailer': 'x-amz-checksum-crc32' };
  const trailers = { 'x-amz-checksum-crc32': checksum(content) };
  type Sent = Readonly<Record<string, string>>;
  type Form = readonly [payload: string, isSigned: boolean, trailers: Sent | null, headers: Sent];
  const plain: Form = ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', true, null, length];
  const withTrailer: Form = ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', true, trailers, announced];
  const unsignedTrailer: Form = ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', false, trailers, announced];

  const streamed = (
    [payload, isSigned, sent, headers]: Form,
    change: (bytes: Buffer) => Uint8Array = (bytes) => bytes,
    extra: Record<string, string> = {},
  ) =>
    signed({
      url: `/${inbox}/streamed`,
      payload,
      headers: { ...headers, ...extra },
      body: ({ signature: seed, time }) => {
        const signer = { secret: credentials.secretAccessKey, time, region, seed };
        return change(writeChunked(chunks, sent, isSigned ? signer : null));
      },
    });

  const swap = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

  test.each([plain, withTrailer, unsignedTrailer])('%s is stored as what was meant', async (...form) => {
    expect((await streamed(form)).status).toBe(200);
    expect(await stored('streamed')).toBe(content.toString());
    const head = await signed({ method: 'HEAD', url: `/${inbox}/streamed`, body: new Uint8Array() });
    expect([head.headers['content-length'], head.headers['content-encoding']]).toEqual([
      String(content.length),
      undefined,
    ]);
  });

  test.each([
    ['a changed byte', plain, swap('yyy', 'yyz'), {}, 'SignatureDoesNotMatch'],
    ['a chunk without signature', plain, swap(';chunk-signature=', ';other='), {}, 'SignatureDoesNotMatch'],
    ['a changed trailer', withTrailer, swap('crc32:', 'crc32:A'), {}, 'SignatureDoesNotMatch'],
    ['a changed byte under a checksum', unsignedTrailer, swap('yyy', 'yyz'), {}, 'BadDigest'],
    [
      'a trailer that never came',
      unsignedTrailer,
      swap('x-amz-checksum-crc32', 'x-amz-other'),
      {},
      'InvalidRequest',
    ],
    [
      'a wrong length',
      unsignedTrailer,
      swap('', ''),
      { 'x-amz-decoded-content-length': '5' },
      'IncompleteBody',
    ],
    ['a broken chunk', unsignedTrailer, swap('\r\n', '!\r\n'), {}, 'InvalidRequest'],
  ] as const)('%s is refused and leaves nothing', async (_, form, change, extra, code) => {
    const before = running.events.length;
    const answer = await streamed(form, change, extra);
    expect([answer.code, running.events.length]).toEqual([code, before]);
    expect(await readdir(join(folder, 'content', 'drafts'))).toEqual([]);
  });

  test('a large body refused at its beginning still gets its answer', async () => {
    const large = Buffer.concat([Buffer.from('no size\r\n'), Buffer.alloc(8 * 1024 * 1024)]);
    expect((await streamed(unsignedTrailer, () => large)).code).toBe('InvalidRequest');
  });

  test('another coding of the content is kept', async () => {
    await streamed(unsignedTrailer, undefined, { 'content-encoding': 'aws-chunked,gzip' });
    const head = await signed({ method: 'HEAD', url: `/${inbox}/streamed`, body: new Uint8Array() });
    expect(head.headers['content-encoding']).toBe('gzip');
  });
});

describe('presigned URLs', () => {
  const key = '431224/溆浦县 搬迁户.csv';
  const client = () => s3Client(running.endpoint.url, { requestChecksumCalculation: 'WHEN_REQUIRED' });
  const signingDate = new Date(start);

  const putUrl = () =>
    getSignedUrl(
      client(),
      new PutObjectCommand({ Bucket: inbox, Key: key, Metadata: { county: '431224' } }),
      {
        expiresIn: 60,
        signingDate,
      },
    );

  test('PUT stores with the metadata in the URL, GET reads with its own type', async () => {
    now = start + minute;
    const put = await fetch(await putUrl(), { method: 'PUT', body });
    expect(put.status).toBe(200);
    const command = new GetObjectCommand({ Bucket: inbox, Key: key, ResponseContentType: 'text/csv' });
    const got = await fetch(await getSignedUrl(client(), command, { expiresIn: 600, signingDate }));
    expect([await got.text(), got.headers.get('content-type'), got.headers.get('x-amz-meta-county')]).toEqual(
      [body.toString(), 'text/csv', '431224'],
    );
    now = start;
  });

  test.each([
    ['after its minute', start + minute + 1, 403, 'Request has expired'],
    ['long before its time', start - 16 * minute, 403, 'Request is not yet valid'],
  ])('%s it is refused', async (_, time, status, message) => {
    now = time;
    const answer = await fetch(await putUrl(), { method: 'PUT', body });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(message)]);
    now = start;
  });

  test('another key, an added parameter or another method breaks the signature', async () => {
    const url = await putUrl();
    const broken = [
      url.replace('431224', '431225'),
      `${url}&x-amz-meta-b=c`,
      url.replace('Expires=60', 'Expires=61'),
    ];
    for (const one of broken) {
      const answer = await fetch(one, { method: 'PUT', body });
      expect(await answer.text()).toContain('SignatureDoesNotMatch');
    }
    expect(await (await fetch(url)).text()).toContain('SignatureDoesNotMatch');
  });

  test("the SDK's default presigner signs the checksum of no body, which S3 refuses too", async () => {
    const command = new PutObjectCommand({ Bucket: inbox, Key: key });
    const url = await getSignedUrl(s3Client(running.endpoint.url), command, { signingDate });
    const answer = await fetch(url, { method: 'PUT', body });
    expect([url.includes('AAAAAA'), await answer.text()]).toEqual([
      true,
      expect.stringContaining('BadDigest'),
    ]);
  });
});

test('files on disk are named by hash, never by key', async () => {
  await signed({ url: `/${inbox}/431224/secret-name.csv` });
  const names = await readdir(folder, { recursive: true });
  expect(names.filter((name) => /secret|431224/.test(name))).toEqual([]);
  const sha256 = createHash('sha256').update(body).digest('hex');
  expect(await readFile(join(folder, 'content', sha256.slice(0, 2), sha256))).toEqual(body);
});
