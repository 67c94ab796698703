import * as z from 'zod';

/** A message handed to a receiver. `receipt` stands for this one receive, as in SQS. */
export interface Message {
  readonly id: string;
  readonly body: string;
  /** How often the message was received, this time included. */
  readonly receiveCount: number;
  readonly receipt: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
}

/** A message that was received `maxReceiveCount` times and never removed. */
export interface DeadLetter {
  readonly id: string;
  readonly body: string;
  readonly receiveCount: number;
}

/** A message as the queue keeps it. */
export interface StoredMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly firstReceivedAt: number | null;
  readonly receiveCount: number;
  /** When it can be received (again); in memory only, a restart makes everything visible. */
  readonly visibleAt: number;
  readonly receipt: string | null;
  readonly dead: boolean;
}

/** What the queue's journal records; `kept` carries a whole message through a rewrite. */
export const queueRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), id: z.string(), body: z.string(), at: z.number() }),
  z.object({ kind: z.literal('received'), id: z.string(), at: z.number() }),
  z.object({ kind: z.literal('removed'), id: z.string() }),
  z.object({ kind: z.literal('dead'), id: z.string() }),
  z.object({ kind: z.literal('redriven'), id: z.string() }),
  z.object({
    kind: z.literal('kept'),
    id: z.string(),
    body: z.string(),
    sentAt: z.number(),
    firstReceivedAt: z.number().nullable(),
    receiveCount: z.number(),
    dead: z.boolean(),
  }),
]);

export type QueueRecord = z.infer<typeof queueRecord>;
