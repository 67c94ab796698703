import { join } from 'node:path';
import { openJournal } from '../disk/journal.ts';
import { type DeadLetter, type Message, queueRecord, type StoredMessage } from './message.ts';
import { applyRecord, keptRecord } from './message-state.ts';

/** The largest body a standard queue is relied on to take, in bytes of UTF-8. */
export const maxBodyBytes = 256 * 1024;

export interface DiskQueueOptions {
  readonly folder: string;
  readonly visibilityTimeoutSeconds: number;
  readonly maxReceiveCount: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomId: () => string;
  /** Told of each message that becomes a dead letter, as the alarm in the cloud is. */
  readonly onDeadLetter?: (letter: DeadLetter) => void;
}

/** A standard queue on disk: at least once, in the order sent as far as nothing is released. */
export interface DiskQueue {
  /** Durable when it resolves. Throws when the body is empty or over {@link maxBodyBytes}. */
  send(body: string): Promise<void>;
  /** Up to `max` visible messages, hidden from now for the visibility timeout. */
  receive(max: number): Promise<readonly Message[]>;
  /** Removes the message for good. The receipt of an earlier receive does nothing. */
  remove(receipt: string): Promise<void>;
  /** Makes the message visible again, now or after a delay. The receipt of an earlier receive does nothing. */
  release(receipt: string, delaySeconds?: number): Promise<void>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Puts every dead letter back, with its receive count at zero; gives how many. */
  redrive(): Promise<number>;
  /** Messages waiting or with a receiver; dead letters are not counted. */
  size(): number;
  /** When the earliest waiting message can be received, in milliseconds since 1970; `null`: none waits. */
  nextVisibleAt(): number | null;
  /** Calls the listener when something may have become receivable; gives how to stop. */
  onMessage(listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Opens the queue of a folder, or makes it. Who held a message when the process ended cannot remove it any
 * more, so everything is visible at once after opening; the receive counts stay, so a message that kills
 * its receiver ends as a dead letter all the same.
 */
export async function openDiskQueue(options: DiskQueueOptions): Promise<DiskQueue> {
  const { now, randomId } = options;
  const messages = new Map<string, StoredMessage>();
  const byReceipt = new Map<string, string>();
  const listeners = new Set<() => void>();
  const journal = await openJournal({
    file: join(options.folder, 'messages.journal'),
    schema: queueRecord,
    replay: (record) => applyRecord(messages, record),
    live: () => [...messages.values()].map(keptRecord),
  });
  const wake = () => {
    for (const listener of listeners) listener();
  };

  /** Hides a message under a new receipt, so that no other receive takes it while the journal is written. */
  function hold(message: StoredMessage): string {
    const receipt = randomId();
    if (message.receipt !== null) byReceipt.delete(message.receipt);
    byReceipt.set(receipt, message.id);
    const visibleAt = now() + options.visibilityTimeoutSeconds * 1000;
    messages.set(message.id, { ...message, receipt, visibleAt });
    return receipt;
  }

  function unhold(receipt: string, visibleAt: number): void {
    const message = heldUnder(receipt);
    byReceipt.delete(receipt);
    if (message) messages.set(message.id, { ...message, receipt: null, visibleAt });
  }

  function heldUnder(receipt: string): StoredMessage | undefined {
    const id = byReceipt.get(receipt);
    return id === undefined ? undefined : messages.get(id);
  }

  async function bury(message: StoredMessage): Promise<void> {
    const receipt = hold(message);
    try {
      await journal.append({ kind: 'dead', id: message.id });
    } catch (error) {
      unhold(receipt, now());
      throw error;
    }
    byReceipt.delete(receipt);
    applyRecord(messages, { kind: 'dead', id: message.id });
    options.onDeadLetter?.(deadLetter(message));
  }

  async function take(message: StoredMessage): Promise<Message | null> {
    const receipt = hold(message);
    const record = { kind: 'received', id: message.id, at: now() } as const;
    try {
      await journal.append(record);
    } catch (error) {
      unhold(receipt, now());
      throw error;
    }
    applyRecord(messages, record);
    const taken = heldUnder(receipt);
    if (!taken) return null;
    const { id, body, receiveCount, sentAt } = taken;
    return { id, body, receiveCount, receipt, sentAt, firstReceivedAt: taken.firstReceivedAt ?? record.at };
  }

  return {
    async send(body) {
      const bytes = Buffer.byteLength(body);
      if (bytes < 1 || bytes > maxBodyBytes) {
        throw new Error(`a message body has 1 to ${maxBodyBytes} bytes, this one has ${bytes}`);
      }
      const record = { kind: 'sent', id: randomId(), body, at: now() } as const;
      await journal.append(record);
      applyRecord(messages, record);
      wake();
    },

    async receive(max) {
      const visible: StoredMessage[] = [];
      const spent: StoredMessage[] = [];
      for (const message of messages.values()) {
        if (visible.length >= max) break;
        if (message.dead || message.visibleAt > now()) continue;
        if (message.receiveCount >= options.maxReceiveCount) spent.push(message);
        else visible.push(message);
      }
      const [taken] = await Promise.all([Promise.all(visible.map(take)), Promise.all(spent.map(bury))]);
      return taken.filter((message) => message !== null);
    },

    async remove(receipt) {
      const message = heldUnder(receipt);
      if (!message) return;
      await journal.append({ kind: 'removed', id: message.id });
      byReceipt.delete(receipt);
      messages.delete(message.id);
    },

    async release(receipt, delaySeconds = 0) {
      unhold(receipt, now() + delaySeconds * 1000);
      wake();
    },

    deadLetters: async () => [...messages.values()].filter(({ dead }) => dead).map(deadLetter),

    async redrive() {
      const dead = [...messages.values()].filter((message) => message.dead);
      await Promise.all(
        dead.map(async ({ id }) => {
          await journal.append({ kind: 'redriven', id });
          applyRecord(messages, { kind: 'redriven', id });
        }),
      );
      if (dead.length > 0) wake();
      return dead.length;
    },

    size: () => [...messages.values()].filter(({ dead }) => !dead).length,

    nextVisibleAt() {
      let earliest: number | null = null;
      for (const { dead, visibleAt } of messages.values()) {
        if (!dead && (earliest === null || visibleAt < earliest)) earliest = visibleAt;
      }
      return earliest;
    },

    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close: () => journal.close(),
  };
}

function deadLetter({ id, body, receiveCount }: StoredMessage): DeadLetter {
  return { id, body, receiveCount };
}
