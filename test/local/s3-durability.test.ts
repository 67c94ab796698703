import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { S3EndpointOptions } from '../../local/s3/endpoint.ts';
import {
  inbox,
  removeFolder,
  s3Client,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';
import { sendSigned } from './support/signed-request.ts';

let folder: string;
let running: TestEndpoint | null;

beforeEach(async () => {
  folder = await temporaryFolder();
  running = null;
});

afterEach(async () => {
  await stop();
  await removeFolder(folder);
});

async function stop(): Promise<void> {
  await running?.endpoint.close();
  running = null;
}

async function restart(options: Partial<S3EndpointOptions> = {}) {
  await stop();
  running = await startTestEndpoint(folder, options);
  const s3 = s3Client(running.endpoint.url, { maxAttempts: 1 });
  const put = (Key: string, Body = 'x') => s3.send(new PutObjectCommand({ Bucket: inbox, Key, Body }));
  const get = async (Key: string) => {
    const answer = await s3.send(new GetObjectCommand({ Bucket: inbox, Key }));
    return answer.Body?.transformToString();
  };
  return { s3, put, get, events: running.events, faults: running.faults, port: running.endpoint.port };
}

const refuse = async () => {
  throw new Error('the queue is full');
};

describe('a restart', () => {
  test('keeps objects, versions and open uploads', async () => {
    const before = await restart();
    await before.put('甲', 'one');
    await before.put('甲', 'two');
    const upload = { Bucket: inbox, Key: 'parts' };
    const { UploadId } = await before.s3.send(new CreateMultipartUploadCommand(upload));
    const { ETag } = await before.s3.send(
      new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'part' }),
    );
    const after = await restart();
    expect([await after.get('甲'), after.events]).toEqual(['two', []]);
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await after.s3.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }));
    expect(await after.get('parts')).toBe('part');
  });

  test('goes on counting: time and sequencer of events never step back, even when the clock does', async () => {
    const startAt = async (time: Date, keys: readonly string[]) => {
      const { events, port } = await restart({ now: () => time });
      for (const key of keys) {
        const answer = await sendSigned(port, { method: 'PUT', url: `/${inbox}/${key}`, time });
        expect(answer.status).toBe(200);
      }
      return events;
    };
    const eight = new Date('2017-04-21T08:00:00Z');
    const all = [
      ...(await startAt(eight, ['a', 'b', 'c'])),
      ...(await startAt(new Date('2017-04-21T07:59:00Z'), ['d'])),
      ...(await startAt(eight, ['e'])),
    ];
    const marks = all.map(({ time, detail }) => `${time} ${detail.object.sequencer}`);
    expect(all).toHaveLength(5);
    expect(marks).toEqual([...new Set(marks)].sort());
    expect(all[1]?.time).toBe('2017-04-21T08:00:00.001Z');
  });

  test('cuts off a torn last line', async () => {
    await (await restart()).put('whole');
    await stop();
    await appendFile(join(folder, 'objects.journal'), '1234abcd [{"kind":"obj');
    const after = await restart();
    await after.put('next');
    expect(await (await restart()).get('whole')).toBe('x');
    expect(await (await restart()).get('next')).toBe('x');
  });

  test('survives a journal that ends at any byte', async () => {
    const { put } = await restart();
    for (const key of ['1', '2']) await put(key);
    await stop();
    const file = join(folder, 'objects.journal');
    const whole = await readFile(file);
    for (let length = 0; length <= whole.length; length += 41) {
      await writeFile(file, whole);
      await truncate(file, length);
      const { s3 } = await restart();
      const { KeyCount = -1 } = await s3.send(new ListObjectsV2Command({ Bucket: inbox }));
      expect(KeyCount).toBeLessThanOrEqual(2);
      await stop();
    }
  });

  test('refuses damage in the middle, with file and line', async () => {
    const { put } = await restart();
    for (const key of ['1', '2']) await put(key);
    await stop();
    const file = join(folder, 'objects.journal');
    const bytes = await readFile(file);
    bytes[20] = 0;
    await writeFile(file, bytes);
    await expect(restart()).rejects.toThrow(/objects\.journal, line 1, is damaged/);
  });

  test('sweeps drafts and content that no version names', async () => {
    const { put } = await restart();
    await put('kept', 'kept');
    await writeFile(join(folder, 'content', 'drafts', 'left'), 'half');
    const after = await restart();
    expect(await readdir(join(folder, 'content', 'drafts'))).toEqual([]);
    expect(await after.get('kept')).toBe('kept');
  });
});

describe('an event that cannot be recorded', () => {
  test('makes the put fail, and a retry goes through', async () => {
    let broken = true;
    const events: string[] = [];
    const { put, faults } = await restart({
      notify: async (event) => {
        if (broken) await refuse();
        events.push(event.detail.object.key);
      },
    });
    await expect(put('key')).rejects.toMatchObject({ name: 'InternalError' });
    expect(faults).toHaveLength(1);
    broken = false;
    await put('key');
    expect(events).toEqual(['key']);
  });

  test('is recorded at the next start, once, and is the same event', async () => {
    const first = await restart({ notify: refuse });
    await expect(first.put('甲 1', 'late')).rejects.toMatchObject({ name: 'InternalError' });
    const second = await restart();
    expect(second.events.map(({ detail }) => detail.object.key)).toEqual(['甲 1']);
    const third = await restart();
    expect([await third.get('甲 1'), third.events]).toEqual(['late', []]);
  });

  test('of a multipart upload is recorded when the completion is repeated', async () => {
    let broken = true;
    const events: string[] = [];
    const { s3 } = await restart({
      notify: async (event) => {
        if (broken) await refuse();
        events.push(event.detail.reason);
      },
    });
    const upload = { Bucket: inbox, Key: 'parts' };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(upload));
    const { ETag } = await s3.send(
      new UploadPartCommand({ ...upload, UploadId, PartNumber: 1, Body: 'part' }),
    );
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    const complete = () =>
      s3.send(new CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload }));
    await expect(complete()).rejects.toMatchObject({ name: 'InternalError' });
    broken = false;
    await complete();
    await complete();
    expect(events).toEqual(['CompleteMultipartUpload']);
  });
});

test('a busy port is told before the folder is touched', async () => {
  const { port } = await restart();
  const other = await temporaryFolder();
  await expect(startTestEndpoint(other, { port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  expect(await readdir(other)).toEqual([]);
  await removeFolder(other);
});
