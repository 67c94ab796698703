import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Log } from '../../shared/records/log.ts';

/**
 * Works through the messages of a queue event and names those that failed, so that the queue gives only
 * them again. A fault in one message never touches its neighbours, and is always logged.
 */
export function eachMessage(
  event: SQSEvent,
  log: Log,
  work: (body: string) => Promise<void>,
): Promise<SQSBatchResponse> {
  const handle = async (record: SQSRecord) => {
    try {
      await work(record.body);
    } catch (error) {
      log.error('message failed', { message: record.messageId, fault: describe(error) });
      throw error;
    }
  };
  const processor = new BatchProcessor(EventType.SQS);
  return processPartialResponse(event, handle, processor, { throwOnFullBatchFailure: false });
}

/** Name, words and stack of a fault: ours, never a cell's content. */
function describe(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause === undefined ? undefined : describe(error.cause);
  return { name: error.name, message: error.message, stack: error.stack, cause };
}
