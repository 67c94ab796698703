import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  inbox,
  removeFolder,
  s3Client,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';

const arrivals = new Map([['431222/2017-04-X1/旬报.xlsx', new Date('2017-04-11T01:00:00.000Z')]]);

let folder: string;
let running: TestEndpoint;
beforeEach(async () => {
  folder = await temporaryFolder();
  const arrivedAt = (_: string, key: string) => arrivals.get(key) ?? null;
  running = await startTestEndpoint(folder, { arrivedAt });
});
afterEach(async () => {
  await running.endpoint.close();
  await removeFolder(folder);
});

/** Puts objects one after the other, every one asking to have come in long ago. */
async function put(...keys: readonly string[]) {
  const client = s3Client(running.endpoint.url);
  for (const Key of keys) {
    const Metadata = { 'anju-arrived-at': '2016-01-01T00:00:00.000Z' };
    await client.send(new PutObjectCommand({ Bucket: inbox, Key, Body: 'x', Metadata }));
  }
  return client;
}

test('an object that is known to have come in earlier has come then, whatever came before; others come now', async () => {
  const client = await put('431222/a.xlsx', '431222/2017-04-X1/旬报.xlsx', '431222/b.xlsx');
  const [before, arrived, after] = running.events.map(({ time }) => time);
  expect(arrived).toBe('2017-04-11T01:00:00.000Z');
  expect([arrived, before, after]).toEqual([arrived, before, after].sort());
  expect(before).not.toBe(after);
  const sequence = running.events.map(({ detail }) => detail.object.sequencer);
  expect(sequence).toEqual([...new Set(sequence)].sort());
  const head = await client.send(
    new HeadObjectCommand({ Bucket: inbox, Key: '431222/2017-04-X1/旬报.xlsx' }),
  );
  expect(head.LastModified?.toISOString()).toBe('2017-04-11T01:00:00.000Z');
  client.destroy();
});
