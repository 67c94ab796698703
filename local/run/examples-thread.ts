import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { exampleFiles } from '../../examples/huaihua/files.ts';
import type { ExamplesMessage, ExamplesStart } from './examples.ts';

/**
 * In a thread of its own: makes the example files one by one and puts those that are not there yet, as every
 * S3 client would, so that an interrupted first start goes on where it was. It begins when it is told that the
 * times of their arrival are known.
 */
const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread');
const say = (message: ExamplesMessage) => port.postMessage(message);
const { s3Url, bucket, credentials }: ExamplesStart = workerData.data;
const client = new S3Client({ endpoint: s3Url, region: 'local', credentials, forcePathStyle: true });

async function keysThere(): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  let token: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token }));
    for (const object of page.Contents ?? []) keys.add(object.Key ?? '');
    token = page.NextContinuationToken;
  } while (token);
  return keys;
}

const files = [...exampleFiles()];
const there = await keysThere();
const told = once(port, 'message');
say({ kind: 'planned', files: files.map(({ key, rows, arrivesAt }) => ({ key, rows, arrivesAt })) });
await told;
for (const file of files) {
  if (!there.has(file.key)) {
    const body = await file.bytes();
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: file.key, Body: body }));
  }
  say({ kind: 'put' });
}
client.destroy();
say({ kind: 'done' });
