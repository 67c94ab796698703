import { createHash } from 'node:crypto';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiskQueue, openDiskQueue } from '../../local/queue/disk-queue.ts';
import { type Poller, type PollerOptions, startPoller } from '../../local/queue/poller.ts';
import { countingIds, removeFolder, temporaryFolder } from './support/endpoint.ts';

let folder: string;
let queue: DiskQueue;
let time = 0;
let timers: { at: number; callback: () => void }[] = [];
const pollers: Poller[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
  time = 1_000_000;
  timers = [];
  queue = await openDiskQueue({
    folder,
    visibilityTimeoutSeconds: 1800,
    maxReceiveCount: 3,
    now: () => time,
    randomId: countingIds(),
  });
});

afterEach(async () => {
  await Promise.all(pollers.splice(0).map((poller) => poller.stop()));
  await queue.close();
  await removeFolder(folder);
});

function start(options: Partial<PollerOptions> & Pick<PollerOptions, 'handle'>) {
  const faults: unknown[] = [];
  const poller = startPoller({
    queue,
    batchSize: 1,
    concurrency: 1,
    onFault: (error) => faults.push(error),
    now: () => time,
    setTimer(milliseconds, callback) {
      const timer = { at: time + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    ...options,
  });
  pollers.push(poller);
  return { poller, faults };
}

/** Lets the next timer fall due, once it has been set; gives how long it waited. */
async function nextTimer(): Promise<number> {
  while (timers.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const [timer] = timers.splice(0, 1);
  if (!timer) throw new Error('no timer');
  const waited = timer.at - time;
  time = timer.at;
  timer.callback();
  return waited;
}

/** A promise that a test opens. */
function gate() {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  return {
    open() {
      isOpen = true;
      for (const resolve of waiting) resolve();
    },
    opened: () => (isOpen ? Promise.resolve() : new Promise<void>((resolve) => void waiting.push(resolve))),
  };
}

const bodies = (event: SQSEvent) => event.Records.map(({ body }) => body);

describe('the poller', () => {
  test('hands over messages as Lambda does and removes what succeeded', async () => {
    const events: SQSEvent[] = [];
    await queue.send('溆浦');
    const { poller } = start({ handle: async (event) => void events.push(event), queueName: 'ingest' });
    await poller.idle();
    expect(events[0]?.Records[0]).toEqual({
      messageId: expect.any(String),
      receiptHandle: expect.any(String),
      body: '溆浦',
      md5OfBody: createHash('md5').update('溆浦').digest('hex'),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1000000',
        SenderId: '000000000000',
        ApproximateFirstReceiveTimestamp: '1000000',
      },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:ingest',
      awsRegion: 'us-east-1',
    });
    expect(queue.size()).toBe(0);
  });

  test('is woken by a message that comes later, and sets no timer on an empty queue', async () => {
    const seen: string[] = [];
    const { poller } = start({ handle: async (event) => void seen.push(...bodies(event)) });
    await poller.idle();
    expect(timers).toEqual([]);
    await queue.send('later');
    await poller.idle();
    expect(seen).toEqual(['later']);
  });

  test('gives again only what failed, after a growing pause, until it is a dead letter', async () => {
    const seen: string[][] = [];
    for (const body of ['a', 'poison', 'c']) await queue.send(body);
    const handle = async (event: SQSEvent) => {
      seen.push(bodies(event));
      const failed = event.Records.filter(({ body }) => body === 'poison');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    };
    const { poller } = start({ handle, batchSize: 10 });
    expect([await nextTimer(), await nextTimer(), await nextTimer()]).toEqual([1000, 2000, 4000]);
    await poller.idle();
    expect(seen).toEqual([['a', 'poison', 'c'], ['poison'], ['poison']]);
    expect((await queue.deadLetters()).map(({ body }) => body)).toEqual(['poison']);
  });

  test('a throw fails the whole event and is told', async () => {
    await queue.send('a');
    await queue.send('b');
    let calls = 0;
    const handle = async () => {
      calls += 1;
      if (calls === 1) throw new Error('no table');
    };
    const { poller, faults } = start({ handle, batchSize: 2 });
    await nextTimer();
    await poller.idle();
    expect([faults, calls]).toEqual([[new Error('no table')], 2]);
  });

  test.each([
    ['undefined', undefined, 0],
    ['null', null, 0],
    ['an empty object', {}, 0],
    ['an empty list', { batchItemFailures: [] }, 0],
    ['null for the list', { batchItemFailures: null }, 0],
    ['an unknown id', { batchItemFailures: [{ itemIdentifier: 'other' }] }, 2],
    ['an empty id', { batchItemFailures: [{ itemIdentifier: '' }] }, 2],
    ['another key', { batchItemFailures: [{ id: 'x' }] }, 2],
    ['no list', { batchItemFailures: 'x' }, 2],
    ['text', 'done', 2],
  ])('the answer %s is read as Lambda reads it', async (_, answer, left) => {
    await queue.send('a');
    await queue.send('b');
    const handled = gate();
    const { poller } = start({
      batchSize: 2,
      handle: async () => {
        handled.open();
        return answer;
      },
    });
    await handled.opened();
    await poller.stop();
    expect(queue.size()).toBe(left);
  });

  test('keeps to its concurrency', async () => {
    const three = gate();
    let underWay = 0;
    let most = 0;
    for (let at = 0; at < 9; at += 1) await queue.send(`${at}`);
    const handle = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (underWay === 3) three.open();
      await three.opened();
      underWay -= 1;
    };
    await start({ handle, concurrency: 3 }).poller.idle();
    expect([most, queue.size()]).toEqual([3, 0]);
  });

  test('goes on with what came while every slot was taken', async () => {
    const seen: string[] = [];
    const [begun, finish] = [gate(), gate()];
    await queue.send('first');
    const { poller } = start({
      handle: async (event) => {
        begun.open();
        await finish.opened();
        seen.push(...bodies(event));
      },
    });
    await begun.opened();
    for (const body of ['second', 'third']) {
      await queue.send(body);
      await new Promise((resolve) => setImmediate(resolve));
    }
    finish.open();
    await poller.idle();
    expect(seen).toEqual(['first', 'second', 'third']);
  });

  test('stop waits for what is under way and takes nothing more', async () => {
    const seen: string[] = [];
    const [begun, finish] = [gate(), gate()];
    await queue.send('a');
    await queue.send('b');
    const { poller } = start({
      handle: async (event) => {
        begun.open();
        await finish.opened();
        seen.push(...bodies(event));
      },
    });
    await begun.opened();
    const stopped = poller.stop();
    finish.open();
    await stopped;
    expect([seen, queue.size()]).toEqual([['a'], 1]);
  });

  test('idle waits for a message in its pause', async () => {
    await queue.send('a');
    let calls = 0;
    const { poller } = start({
      handle: async () => {
        calls += 1;
        if (calls === 1) throw new Error('once');
      },
    });
    let isIdle = false;
    const idle = poller.idle().then(() => {
      isIdle = true;
    });
    while (timers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(isIdle).toBe(false);
    await nextTimer();
    await idle;
    expect(queue.size()).toBe(0);
  });

  test('a disk that fails is told and tried again after a pause', async () => {
    await queue.send('a');
    let broken = true;
    const receive: DiskQueue['receive'] = async (max) => {
      if (!broken) return queue.receive(max);
      broken = false;
      throw new Error('disk');
    };
    const { poller, faults } = start({ queue: { ...queue, receive }, handle: async () => undefined });
    expect(await nextTimer()).toBe(1000);
    await poller.idle();
    expect(faults).toEqual([new Error('disk')]);
  });
});
