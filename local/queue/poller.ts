import type { SQSEvent } from 'aws-lambda';
import type { DiskQueue } from './disk-queue.ts';
import type { Message } from './message.ts';
import { failedMessages, sqsEvent } from './sqs-event.ts';

/** Calls back once after some milliseconds; gives how to cancel. */
export type SetTimer = (milliseconds: number, callback: () => void) => () => void;

export interface PollerOptions {
  readonly queue: DiskQueue;
  /** Most messages in one event. */
  readonly batchSize: number;
  /** Most events under way at once. */
  readonly concurrency: number;
  /** The function. Its answer is read as Lambda reads it, see {@link failedMessages}. */
  readonly handle: (event: SQSEvent) => Promise<unknown>;
  /** Told when the function throws or the queue's disk fails; the messages come again. */
  readonly onFault: (error: unknown) => void;
  /** Name of the queue in the event's ARN. */
  readonly queueName?: string;
  /** Seconds until a failed message comes again, by how often it was received. */
  readonly backoffSeconds?: (receiveCount: number) => number;
  /** Milliseconds since 1970, the same clock as the queue's. */
  readonly now?: () => number;
  readonly setTimer?: SetTimer;
}

/** What carries messages from a queue to a function, as an event source mapping does. */
export interface Poller {
  /** Takes nothing more and resolves when what is under way is done. */
  stop(): Promise<void>;
  /** Resolves when the queue is empty and nothing is under way, or when the poller was stopped. */
  idle(): Promise<void>;
}

const longestBackoffSeconds = 30;
const diskRetryMilliseconds = 1000;

const doubling = (receiveCount: number) => Math.min(2 ** (receiveCount - 1), longestBackoffSeconds);

const systemTimer: SetTimer = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** Starts polling. It waits for the queue's call or for the next message to become visible, never spins. */
export function startPoller(options: PollerOptions): Poller {
  const { queue, handle, onFault } = options;
  const { backoffSeconds = doubling, now = Date.now, setTimer = systemTimer, queueName = 'local' } = options;
  const underWay = new Set<Promise<void>>();
  let idleWaiters: (() => void)[] = [];
  let cancelTimer: (() => void) | null = null;
  let stopped = false;
  let pumping: Promise<void> | null = null;
  let again = false;

  function pump(): void {
    if (pumping) again = true;
    // In a later turn: with every slot taken fill ends without waiting, before it would be noted here.
    else if (!stopped) pumping = Promise.resolve().then(fill);
  }

  async function fill(): Promise<void> {
    cancelTimer?.();
    cancelTimer = null;
    let wait: number | null = null;
    try {
      do {
        again = false;
        while (!stopped && underWay.size < options.concurrency && (await takeBatch())) {}
      } while (again && !stopped);
      const next = queue.nextVisibleAt();
      if (next !== null && underWay.size < options.concurrency) wait = Math.max(1, next - now());
    } catch (error) {
      onFault(error);
      wait = diskRetryMilliseconds;
    }
    pumping = null;
    if (again) pump();
    else if (wait !== null && !stopped) cancelTimer = setTimer(wait, pump);
    settleIdle();
  }

  async function takeBatch(): Promise<boolean> {
    const messages = await queue.receive(options.batchSize);
    if (messages.length === 0) return false;
    if (stopped) {
      await Promise.all(messages.map(({ receipt }) => queue.release(receipt)));
      return false;
    }
    const work = handBatch(messages)
      .catch(onFault)
      .finally(() => {
        underWay.delete(work);
        pump();
        settleIdle();
      });
    underWay.add(work);
    return true;
  }

  async function handBatch(messages: readonly Message[]): Promise<void> {
    let failed: ReadonlySet<string>;
    try {
      failed = failedMessages(await handle(sqsEvent(messages, queueName)), messages);
    } catch (error) {
      onFault(error);
      failed = new Set(messages.map(({ id }) => id));
    }
    await Promise.all(
      messages.map(({ id, receipt, receiveCount }) =>
        failed.has(id) ? queue.release(receipt, backoffSeconds(receiveCount)) : queue.remove(receipt),
      ),
    );
  }

  const isIdle = () => underWay.size === 0 && !pumping && (stopped || queue.size() === 0);

  function settleIdle(): void {
    if (!isIdle()) return;
    for (const resolve of idleWaiters.splice(0)) resolve();
  }

  const unsubscribe = queue.onMessage(pump);
  pump();

  return {
    async stop() {
      stopped = true;
      unsubscribe();
      cancelTimer?.();
      cancelTimer = null;
      await pumping;
      await Promise.all(underWay);
      settleIdle();
    },
    idle() {
      if (isIdle()) return Promise.resolve();
      return new Promise((resolve) => {
        idleWaiters = [...idleWaiters, resolve];
      });
    },
  };
}
