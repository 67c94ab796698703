import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { localAccount, localRegion } from '../local-account.ts';
import type { Message } from './message.ts';

/** The event a function gets from the event source mapping of a queue. */
export function sqsEvent(messages: readonly Message[], queueName: string): SQSEvent {
  const eventSourceARN = `arn:aws:sqs:${localRegion}:${localAccount}:${queueName}`;
  return { Records: messages.map((message) => record(message, eventSourceARN)) };
}

function record(message: Message, eventSourceARN: string): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: localAccount,
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(message.body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion: localRegion,
  };
}

/**
 * Which messages failed, read from a function's answer as Lambda reads it: no answer or an empty list means
 * none; an answer that is malformed or names a message that was not in the batch means all.
 */
export function failedMessages(answer: unknown, messages: readonly Message[]): ReadonlySet<string> {
  const all = new Set(messages.map(({ id }) => id));
  if (answer === undefined || answer === null) return new Set();
  if (typeof answer !== 'object') return all;
  if (!('batchItemFailures' in answer)) return new Set();
  const { batchItemFailures } = answer;
  if (batchItemFailures === null || batchItemFailures === undefined) return new Set();
  if (!Array.isArray(batchItemFailures)) return all;
  const failed = new Set<string>();
  for (const item of batchItemFailures as readonly unknown[]) {
    const id = identifierOf(item);
    if (id === null || !all.has(id)) return all;
    failed.add(id);
  }
  return failed;
}

function identifierOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || !('itemIdentifier' in item)) return null;
  return typeof item.itemIdentifier === 'string' ? item.itemIdentifier : null;
}
