import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DiskQueue, type DiskQueueOptions, openDiskQueue } from '../../local/queue/disk-queue.ts';
import { contractSettings, queueContract } from './queue-contract.ts';
import { countingIds, removeFolder, temporaryFolder } from './support/endpoint.ts';

let folder: string;
let time = 0;

beforeEach(async () => {
  folder = await temporaryFolder();
  time = Date.parse('2017-04-21T08:00:00Z');
});

afterEach(() => removeFolder(folder));

let opened = 0;

function open(options: Partial<DiskQueueOptions> = {}): Promise<DiskQueue> {
  opened += 1;
  const settings = { ...contractSettings, now: () => time, randomId: countingIds(`q${opened}`) };
  return openDiskQueue({ folder, ...settings, ...options });
}

queueContract('on disk', async () => {
  const queue = await open();
  return {
    queue,
    passTime: async (seconds) => {
      time += seconds * 1000;
    },
    deadLetters: async () => (await queue.deadLetters()).map(({ body }) => body),
    close: queue.close,
  };
});

describe('the queue on disk', () => {
  test('gives messages in the order sent', async () => {
    const queue = await open();
    for (const body of ['a', 'b', 'c']) await queue.send(body);
    expect((await queue.receive(2)).map(({ body }) => body)).toEqual(['a', 'b']);
    await queue.close();
  });

  test('an earlier receipt neither removes nor releases', async () => {
    const queue = await open();
    await queue.send('x');
    const [first] = await queue.receive(1);
    time += 31_000;
    const [second] = await queue.receive(1);
    await queue.remove(first?.receipt ?? '');
    await queue.release(first?.receipt ?? '');
    expect([queue.size(), await queue.receive(1)]).toEqual([1, []]);
    await queue.remove(second?.receipt ?? '');
    expect(queue.size()).toBe(0);
    await queue.close();
  });

  test('two receivers never get the same message', async () => {
    const queue = await open();
    for (const body of ['a', 'b', 'c', 'd']) await queue.send(body);
    const got = (await Promise.all([queue.receive(3), queue.receive(3)])).flat();
    expect(got.map(({ body }) => body).sort()).toEqual(['a', 'b', 'c', 'd']);
    await queue.close();
  });

  test('after a restart what was held is there at once, with its count; dead letters stay dead', async () => {
    const before = await open({ maxReceiveCount: 1 });
    await before.send('poison');
    await before.receive(1);
    await before.close();
    const letters: string[] = [];
    const after = await open({ maxReceiveCount: 1, onDeadLetter: ({ body }) => letters.push(body) });
    expect([await after.receive(1), letters]).toEqual([[], ['poison']]);
    await after.close();
    const last = await open();
    expect([last.size(), (await last.deadLetters()).length]).toEqual([0, 1]);
    await last.close();
  });

  test('redriving puts dead letters back with their count at zero', async () => {
    const queue = await open({ maxReceiveCount: 1 });
    await queue.send('poison');
    await queue.release((await queue.receive(1))[0]?.receipt ?? '');
    await queue.receive(1);
    expect([await queue.redrive(), await queue.redrive()]).toEqual([1, 0]);
    await queue.close();
    const after = await open();
    expect((await after.receive(1)).map(({ receiveCount }) => receiveCount)).toEqual([1]);
    await after.close();
  });

  test.each([
    ['nothing', ''],
    ['more than 256 kB', 'x'.repeat(256 * 1024 + 1)],
  ])('refuses a body of %s', async (_, body) => {
    const queue = await open();
    await expect(queue.send(body)).rejects.toThrow(/1 to 262144 bytes/);
    await queue.close();
  });

  test('a torn end is cut off, and later messages are kept', async () => {
    const queue = await open();
    await queue.send('whole');
    await queue.close();
    await appendFile(join(folder, 'messages.journal'), '0000');
    const second = await open();
    await second.send('next');
    await second.close();
    const third = await open();
    expect((await third.receive(10)).map(({ body }) => body)).toEqual(['whole', 'next']);
    await third.close();
  });

  test('a journal that is mostly history is rewritten', async () => {
    const queue = await open();
    await Promise.all(Array.from({ length: 700 }, (_, at) => queue.send(`${at}`)));
    const messages = await queue.receive(700);
    await Promise.all(messages.slice(0, 698).map(({ receipt }) => queue.remove(receipt)));
    await queue.close();
    const file = join(folder, 'messages.journal');
    const before = (await readFile(file)).length;
    const after = await open();
    expect((await readFile(file)).length).toBeLessThan(before / 100);
    expect((await after.receive(10)).map(({ body, receiveCount }) => [body, receiveCount])).toEqual([
      ['698', 2],
      ['699', 2],
    ]);
    await after.close();
  });

  test('behaves as its model whatever is done to it, restarts included', async () => {
    type Step = { do: 'send' | 'receive' | 'remove' | 'release' | 'wait' | 'restart' };
    const step = fc.constantFrom<Step['do']>(
      'send',
      'send',
      'receive',
      'remove',
      'release',
      'wait',
      'restart',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const own = await temporaryFolder();
        let queue = await open({ folder: own, maxReceiveCount: 1000 });
        const model = new Map<string, { visibleAt: number; receipt: string | null; count: number }>();
        for (const [at, what] of steps.entries()) {
          const held = [...model].find(([, { receipt }]) => receipt !== null);
          if (what === 'send') {
            await queue.send(`${at}`);
            model.set(`${at}`, { visibleAt: 0, receipt: null, count: 0 });
          } else if (what === 'receive') {
            const visible = [...model].filter(([, { visibleAt }]) => visibleAt <= time).slice(0, 2);
            const got = await queue.receive(2);
            expect(got.map(({ body, receiveCount }) => [body, receiveCount])).toEqual(
              visible.map(([body, { count }]) => [body, count + 1]),
            );
            for (const { body, receipt, receiveCount: count } of got) {
              model.set(body, { visibleAt: time + 30_000, receipt, count });
            }
          } else if (what === 'wait') time += 20_000;
          else if (what === 'restart') {
            await queue.close();
            queue = await open({ folder: own, maxReceiveCount: 1000 });
            for (const [body, { count }] of model) model.set(body, { visibleAt: 0, receipt: null, count });
          } else if (held) {
            const [body, { receipt, count }] = held;
            await queue[what](receipt ?? '');
            if (what === 'remove') model.delete(body);
            else model.set(body, { visibleAt: time, receipt: null, count });
          }
          expect(queue.size()).toBe(model.size);
        }
        await queue.close();
        await removeFolder(own);
      }),
      { numRuns: 60 },
    );
  });
});
