import { join } from 'node:path';
import { openDiskQueue } from '../../../local/queue/disk-queue.ts';
import { startS3Endpoint } from '../../../local/s3/endpoint.ts';
import { credentials, inbox } from './endpoint.ts';
import { sendSigned } from './signed-request.ts';

/**
 * Run as a process of its own until it is killed: puts objects, sends messages, and writes a line for each
 * that was acknowledged. Arguments: folder, round.
 */
const [folder = '', round = ''] = process.argv.slice(2);
let last = 0;
const randomId = () => {
  last += 1;
  return `${round}-${last}`;
};
const open = (name: string) =>
  openDiskQueue({
    folder: join(folder, name),
    visibilityTimeoutSeconds: 60,
    maxReceiveCount: 3,
    now: Date.now,
    randomId,
  });
const events = await open('events');
const messages = await open('messages');
const { port } = await startS3Endpoint({
  folder: join(folder, 'objects'),
  port: 0,
  buckets: [inbox],
  credentials,
  notify: (event) => events.send(JSON.stringify(event)),
  notifyBuckets: [inbox],
  now: () => new Date(),
  randomId,
});

async function put(lane: number): Promise<void> {
  for (let at = 0; ; at += 1) {
    const key = `${round}-${lane}-${at}`;
    const answer = await sendSigned(port, {
      method: 'PUT',
      url: `/${inbox}/${key}`,
      body: Buffer.from(`body of ${key}`),
    });
    if (answer.status !== 200) throw new Error(answer.body);
    process.stdout.write(`put ${key} ${answer.headers['x-amz-version-id']}\n`);
  }
}

async function send(): Promise<void> {
  for (let at = 0; ; at += 1) {
    await messages.send(`message ${round}-${at}`);
    process.stdout.write(`sent message ${round}-${at}\n`);
  }
}

await Promise.all([put(1), put(2), put(3), send()]);
