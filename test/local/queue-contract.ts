import { describe, expect, test } from 'vitest';

/** A received message, as far as the contract looks at it. */
export interface ContractMessage {
  readonly body: string;
  readonly receiveCount: number;
  readonly receipt: string;
}

/** What a queue of either kind, on disk or in the cloud, must be able to do. */
export interface ContractQueue {
  send(body: string): Promise<void>;
  receive(max: number): Promise<readonly ContractMessage[]>;
  remove(receipt: string): Promise<void>;
  release(receipt: string, delaySeconds?: number): Promise<void>;
}

/** A fresh queue with a visibility timeout of 30 s and three receives, and what only its maker can do. */
export interface QueueUnderTest {
  readonly queue: ContractQueue;
  /** Lets time pass on the queue's clock. */
  passTime(seconds: number): Promise<void>;
  /** Bodies in the dead-letter queue. */
  deadLetters(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const contractSettings = { visibilityTimeoutSeconds: 30, maxReceiveCount: 3 } as const;

/**
 * The tests every queue must pass: those of a standard queue, so order is not asked for and a receive may
 * give fewer than there are.
 */
export function queueContract(name: string, makeQueue: () => Promise<QueueUnderTest>): void {
  const withQueue = (work: (under: QueueUnderTest) => Promise<void>) => async () => {
    const under = await makeQueue();
    try {
      await work(under);
    } finally {
      await under.close();
    }
  };

  /** Receives until `count` messages came or nothing more comes. */
  async function take({ queue }: QueueUnderTest, count: number): Promise<ContractMessage[]> {
    const taken: ContractMessage[] = [];
    for (let empty = 0; taken.length < count && empty < 3; ) {
      const got = await queue.receive(Math.min(10, count - taken.length));
      taken.push(...got);
      empty = got.length === 0 ? empty + 1 : 0;
    }
    return taken;
  }

  async function takeOne(under: QueueUnderTest): Promise<ContractMessage> {
    const [message] = await take(under, 1);
    if (!message) throw new Error('the queue gave no message');
    return message;
  }

  describe(`queue contract: ${name}`, () => {
    test(
      'every message sent is received',
      withQueue(async (under) => {
        const bodies = Array.from({ length: 12 }, (_, at) => `溆浦县 "${at}"\n`);
        await Promise.all(bodies.map((body) => under.queue.send(body)));
        const got = await take(under, bodies.length);
        expect(got.map(({ body }) => body).sort()).toEqual([...bodies].sort());
        expect(new Set(got.map(({ receiveCount }) => receiveCount))).toEqual(new Set([1]));
      }),
    );

    test(
      'an empty queue gives nothing',
      withQueue(async (under) => expect(await take(under, 1)).toEqual([])),
    );

    test(
      'a message is hidden until its visibility timeout is over, then counted again',
      withQueue(async (under) => {
        await under.queue.send('once');
        const first = await takeOne(under);
        await under.passTime(contractSettings.visibilityTimeoutSeconds - 10);
        expect(await take(under, 1)).toEqual([]);
        await under.passTime(11);
        const second = await takeOne(under);
        expect([second.body, second.receiveCount]).toEqual(['once', 2]);
        expect(second.receipt).not.toBe(first.receipt);
      }),
    );

    test(
      'a removed message never comes again, and may be removed twice',
      withQueue(async (under) => {
        await under.queue.send('once');
        const { receipt } = await takeOne(under);
        await under.queue.remove(receipt);
        await under.queue.remove(receipt);
        await under.passTime(contractSettings.visibilityTimeoutSeconds + 1);
        expect(await take(under, 1)).toEqual([]);
      }),
    );

    test(
      'a message may be removed after its timeout when nobody took it since',
      withQueue(async (under) => {
        await under.queue.send('late');
        const { receipt } = await takeOne(under);
        await under.passTime(contractSettings.visibilityTimeoutSeconds + 1);
        await under.queue.remove(receipt);
        expect(await take(under, 1)).toEqual([]);
      }),
    );

    test(
      'a released message is there at once, or after the delay',
      withQueue(async (under) => {
        await under.queue.send('again');
        await under.queue.release((await takeOne(under)).receipt);
        const second = await takeOne(under);
        expect(second.receiveCount).toBe(2);
        await under.queue.release(second.receipt, 5);
        expect(await take(under, 1)).toEqual([]);
        await under.passTime(6);
        expect((await takeOne(under)).receiveCount).toBe(3);
      }),
    );

    test(
      'a message received three times and not removed becomes a dead letter',
      withQueue(async (under) => {
        await under.queue.send('poison');
        await under.queue.send('good');
        for (let time = 0; time < contractSettings.maxReceiveCount; time += 1) {
          for (const { body, receipt } of await take(under, 2)) {
            if (body === 'good') await under.queue.remove(receipt);
            else await under.queue.release(receipt);
          }
        }
        expect(await take(under, 1)).toEqual([]);
        expect(await under.deadLetters()).toEqual(['poison']);
      }),
    );
  });
}
