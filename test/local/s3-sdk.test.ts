import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  type ChecksumAlgorithm,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inbox,
  removeFolder,
  reports,
  s3Client,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';

const mebibyte = 1024 * 1024;
const chineseKey = '431224/2017-04-X3/溆浦县 搬迁户 (终稿)+100%.xlsx';

let folder: string;
let running: TestEndpoint;
let s3: S3Client;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await startTestEndpoint(folder);
  s3 = s3Client(running.endpoint.url);
});

afterAll(async () => {
  s3.destroy();
  await running.endpoint.close();
  await removeFolder(folder);
  expect(running.faults).toEqual([]);
});

async function read(Key: string, extra: object = {}): Promise<Buffer> {
  const answer = await s3.send(new GetObjectCommand({ Bucket: inbox, Key, ...extra }));
  return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
}

describe('objects through the SDK', () => {
  test('a Chinese key with blanks and signs keeps bytes, type and metadata', async () => {
    const body = Buffer.from('户编号,姓名\n1,甲');
    const put = await s3.send(
      new PutObjectCommand({
        Bucket: inbox,
        Key: chineseKey,
        Body: body,
        ContentType: 'text/csv',
        Metadata: { 'anju-mode': 'stage' },
      }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket: inbox, Key: chineseKey }));
    expect({
      body: await got.Body?.transformToString(),
      type: got.ContentType,
      metadata: got.Metadata,
      etag: got.ETag,
      version: got.VersionId,
    }).toEqual({
      body: body.toString(),
      type: 'text/csv',
      metadata: { 'anju-mode': 'stage' },
      etag: `"${createHash('md5').update(body).digest('hex')}"`,
      version: put.VersionId,
    });
  });

  test('the event says the key as it is, with version, size and sequence', async () => {
    const put = await s3.send(new PutObjectCommand({ Bucket: inbox, Key: `${chineseKey}!`, Body: 'x' }));
    const event = running.events.at(-1);
    expect(event?.detail.object).toMatchObject({
      key: `${chineseKey}!`,
      size: 1,
      'version-id': put.VersionId,
      etag: put.ETag?.replaceAll('"', ''),
    });
    expect(event?.detail.object.sequencer).toMatch(/^[0-9A-F]{16}$/);
    expect(event?.detail.reason).toBe('PutObject');
  });

  test('the other bucket makes no event', async () => {
    const before = running.events.length;
    await s3.send(new PutObjectCommand({ Bucket: reports, Key: 'findings/1', Body: 'x' }));
    expect(running.events.length).toBe(before);
  });

  test.each<ChecksumAlgorithm>(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'])(
    'a streamed body with a %s trailer is stored without the trailer',
    async (ChecksumAlgorithm) => {
      const body = Buffer.alloc(200_000, 'Anju 安居 ');
      const Key = `streamed/${ChecksumAlgorithm}`;
      const put = await s3.send(
        new PutObjectCommand({
          Bucket: inbox,
          Key,
          ChecksumAlgorithm,
          Body: Readable.from([body.subarray(0, 70_001), body.subarray(70_001)]),
          ContentLength: body.length,
        }),
      );
      expect((await read(Key)).equals(body)).toBe(true);
      expect(put[`Checksum${ChecksumAlgorithm}` as keyof typeof put]).toBeTypeOf('string');
    },
  );

  test('an empty object can be put and read', async () => {
    await s3.send(new PutObjectCommand({ Bucket: inbox, Key: 'empty', Body: '' }));
    expect(await read('empty')).toHaveLength(0);
  });

  test('versions: old ones are kept, a delete hides, a versioned delete removes', async () => {
    const Key = 'versions/file.csv';
    const first = await s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body: 'one' }));
    const second = await s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body: 'two' }));
    expect((await read(Key, { VersionId: first.VersionId })).toString()).toBe('one');
    const marker = await s3.send(new DeleteObjectCommand({ Bucket: inbox, Key }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(read(Key)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(read(Key, { VersionId: marker.VersionId })).rejects.toMatchObject({
      name: 'MethodNotAllowed',
    });
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: inbox, Prefix: 'versions/' }));
    expect(listed.Versions?.map(({ VersionId }) => VersionId)).toEqual([second.VersionId, first.VersionId]);
    expect(listed.DeleteMarkers?.map(({ IsLatest }) => IsLatest)).toEqual([true]);
    await s3.send(new DeleteObjectCommand({ Bucket: inbox, Key, VersionId: marker.VersionId }));
    expect((await read(Key)).toString()).toBe('two');
    await s3.send(new DeleteObjectCommand({ Bucket: inbox, Key, VersionId: second.VersionId }));
    expect((await read(Key)).toString()).toBe('one');
    await expect(read(Key, { VersionId: second.VersionId })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  test.each([
    ['bytes=0-2', 'abc', 'bytes 0-2/10'],
    ['bytes=7-', 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 'ij', 'bytes 8-9/10'],
    ['bytes=8-99', 'ij', 'bytes 8-9/10'],
  ])('range %s', async (Range, text, contentRange) => {
    await s3.send(new PutObjectCommand({ Bucket: inbox, Key: 'range', Body: 'abcdefghij' }));
    const got = await s3.send(new GetObjectCommand({ Bucket: inbox, Key: 'range', Range }));
    expect([await got.Body?.transformToString(), got.ContentRange]).toEqual([text, contentRange]);
  });

  test('a range beyond the end is refused', async () => {
    await s3.send(new PutObjectCommand({ Bucket: inbox, Key: 'short', Body: 'abc' }));
    await expect(read('short', { Range: 'bytes=3-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('conditional reads and writes', async () => {
    const Key = 'conditional';
    const put = (extra: object) => s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body: 'x', ...extra }));
    const { ETag } = await put({ IfNoneMatch: '*' });
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await put({ IfMatch: ETag });
    await expect(read(Key, { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(read(Key, { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
  });

  test('of ten writers with If-None-Match one wins', async () => {
    const writers = Array.from({ length: 10 }, (_, at) =>
      s3.send(new PutObjectCommand({ Bucket: inbox, Key: 'race', Body: `${at}`, IfNoneMatch: '*' })),
    );
    const settled = await Promise.allSettled(writers);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a copy shares bytes and metadata', async () => {
    await s3.send(
      new PutObjectCommand({ Bucket: inbox, Key: '源 文件', Body: 'copy me', Metadata: { a: 'b' } }),
    );
    await s3.send(
      new CopyObjectCommand({
        Bucket: inbox,
        Key: 'copy',
        CopySource: `${inbox}/${encodeURIComponent('源 文件')}`,
      }),
    );
    const head = await s3.send(new HeadObjectCommand({ Bucket: inbox, Key: 'copy' }));
    expect([(await read('copy')).toString(), head.Metadata]).toEqual(['copy me', { a: 'b' }]);
    expect(running.events.at(-1)?.detail.reason).toBe('CopyObject');
  });

  test('a missing key is NoSuchKey on GET and a bare 404 on HEAD', async () => {
    await expect(read('nowhere')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket: inbox, Key: 'nowhere' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });
});

describe('multipart uploads', () => {
  const parts = [
    Buffer.alloc(8 * mebibyte, 'a'),
    Buffer.alloc(8 * mebibyte, 'b'),
    Buffer.alloc(4 * mebibyte, 'c'),
  ];

  async function begin(Key: string) {
    const created = await s3.send(
      new CreateMultipartUploadCommand({
        Bucket: inbox,
        Key,
        Metadata: { part: 'yes' },
        ChecksumAlgorithm: 'CRC32',
      }),
    );
    return { Bucket: inbox, Key, UploadId: created.UploadId };
  }

  async function send(upload: object & { Bucket: string; Key: string; UploadId: string | undefined }) {
    const sent = [];
    for (const [at, Body] of parts.entries()) {
      const PartNumber = at + 1;
      const { ETag, ChecksumCRC32 } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      sent.push({ PartNumber, ETag, ChecksumCRC32 });
    }
    return sent;
  }

  test('20 MB in three parts become one object with one event', async () => {
    const before = running.events.length;
    const upload = await begin('multipart/大文件.xlsx');
    const Parts = await send(upload);
    const listed = await s3.send(new ListPartsCommand(upload));
    expect(listed.Parts?.map(({ Size }) => Size)).toEqual(parts.map(({ length }) => length));
    const done = await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect((await read(upload.Key)).equals(Buffer.concat(parts))).toBe(true);
    expect(
      (await read(upload.Key, { Range: `bytes=${8 * mebibyte - 2}-${8 * mebibyte + 1}` })).toString(),
    ).toBe('aabb');
    const head = await s3.send(new HeadObjectCommand(upload));
    expect(head.Metadata).toEqual({ part: 'yes' });
    expect(running.events.slice(before).map(({ detail }) => detail.reason)).toEqual([
      'CompleteMultipartUpload',
    ]);
    const again = await s3.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
    );
    expect([again.VersionId, running.events.length]).toEqual([done.VersionId, before + 1]);
  });

  test('wrong, unordered and too small parts are refused', async () => {
    const upload = await begin('multipart/refused');
    const complete = (Parts: object[]) =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    const small = [1, 2].map(async (PartNumber) => {
      const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body: 'small' }));
      return { PartNumber, ETag };
    });
    const [one = {}, two = {}] = await Promise.all(small);
    await expect(complete([one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete([{ PartNumber: 3, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete([{ ...one, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await complete([two]);
  });

  test('an aborted upload is gone', async () => {
    const upload = await begin('multipart/aborted');
    await s3.send(new AbortMultipartUploadCommand(upload));
    await expect(
      s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: 'x' })),
    ).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
  });
});

describe('listing', () => {
  const keys = [
    'list/a',
    'list/b/1',
    'list/b/2',
    'list/c&<>"\'',
    'list/溆浦县 1',
    'list/\u{1f600}',
    'list/\ufffd',
  ];
  const inOrder = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

  beforeAll(async () => {
    for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body: Key }));
    await s3.send(new PutObjectCommand({ Bucket: inbox, Key: 'list/deleted', Body: 'x' }));
    await s3.send(new DeleteObjectCommand({ Bucket: inbox, Key: 'list/deleted' }));
  });

  test('all keys below a prefix, in the order of their bytes', async () => {
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: inbox, Prefix: 'list/' }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(inOrder);
  });

  test.each([1, 2, 3, 1000])('pages of %i with a delimiter give every line once', async (MaxKeys) => {
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: inbox,
          Prefix: 'list/',
          Delimiter: '/',
          MaxKeys,
          ContinuationToken,
        }),
      );
      expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    const expected = ['list/b/', ...keys.filter((key) => !key.startsWith('list/b/'))];
    expect(seen.sort()).toEqual(expected.sort());
  });

  test('URL-encoded keys', async () => {
    const listed = await s3.send(
      new ListObjectsV2Command({ Bucket: inbox, Prefix: 'list/溆', EncodingType: 'url' }),
    );
    expect(listed.Contents?.map(({ Key }) => decodeURIComponent(Key ?? ''))).toEqual(['list/溆浦县 1']);
  });

  test('the first listing operation, with its marker', async () => {
    const first = await s3.send(
      new ListObjectsCommand({ Bucket: inbox, Prefix: 'list/', Delimiter: '/', MaxKeys: 2 }),
    );
    const rest = await s3.send(
      new ListObjectsCommand({ Bucket: inbox, Prefix: 'list/', Delimiter: '/', Marker: first.NextMarker }),
    );
    expect(first.NextMarker).toBe('list/b/');
    expect(rest.Contents).toHaveLength(inOrder.length - 3);
  });

  test('versions in pages give every version once', async () => {
    const seen: string[] = [];
    let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (let more = true; more; ) {
      const page = await s3.send(
        new ListObjectVersionsCommand({ Bucket: inbox, Prefix: 'list/', MaxKeys: 2, ...markers }),
      );
      for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
        seen.push(`${Key}@${VersionId}`);
      }
      markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
      more = page.IsTruncated ?? false;
    }
    expect([seen.length, new Set(seen).size]).toEqual([keys.length + 2, keys.length + 2]);
  });

  test('many keys are deleted at once', async () => {
    const Objects = ['bulk/1', 'bulk/甲 & 乙'].map((Key) => ({ Key }));
    for (const { Key } of Objects) await s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body: 'x' }));
    const deleted = await s3.send(new DeleteObjectsCommand({ Bucket: inbox, Delete: { Objects } }));
    const left = await s3.send(new ListObjectsV2Command({ Bucket: inbox, Prefix: 'bulk/' }));
    expect([deleted.Deleted?.map(({ Key }) => Key), left.KeyCount]).toEqual([['bulk/1', 'bulk/甲 & 乙'], 0]);
  });
});

describe('buckets', () => {
  test('known ones are there and can be made again; others cannot', async () => {
    const listed = await s3.send(new ListBucketsCommand({}));
    expect(listed.Buckets?.map(({ Name }) => Name)).toEqual([inbox, reports]);
    await s3.send(new HeadBucketCommand({ Bucket: inbox }));
    await s3.send(new CreateBucketCommand({ Bucket: inbox }));
    await s3.send(new GetBucketLocationCommand({ Bucket: inbox }));
    await expect(s3.send(new CreateBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    await expect(
      s3.send(new PutObjectCommand({ Bucket: 'other', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  test('what is not implemented says so', async () => {
    await expect(s3.send(new GetBucketAclCommand({ Bucket: inbox }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
  });
});
