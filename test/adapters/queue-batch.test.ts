import type { SQSEvent } from 'aws-lambda';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachMessage } from '../../functions/adapters/queue-batch.ts';
import { sqsEvent } from '../../local/queue/sqs-event.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

function eventOf(count: number): SQSEvent {
  const messages = Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    body: String(index),
    receiveCount: 1,
    receipt: `r${index}`,
    sentAt: 0,
    firstReceivedAt: 0,
  }));
  return sqsEvent(messages, 'test');
}

describe('the messages of an event', () => {
  it('are worked on one by one, and only those that failed are named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), async (failing) => {
        const worked: string[] = [];
        const answer = await eachMessage(eventOf(failing.length), silent, async (body) => {
          worked.push(body);
          if (failing[Number(body)]) throw new Error('fault');
        });
        const expected = failing.flatMap((fails, index) => (fails ? [`m${index}`] : []));
        expect(answer.batchItemFailures.map((one) => one.itemIdentifier).sort()).toEqual(expected);
        expect(worked.sort()).toEqual(failing.map((_, index) => String(index)));
      }),
    );
  });

  it('are logged when they fail, with the fault and its cause', async () => {
    const logged: unknown[] = [];
    const log = {
      ...silent,
      error: (_message: string, fields?: object) => logged.push(fields),
    };
    await eachMessage(eventOf(1), log, async () => {
      throw new Error('outer', { cause: new Error('inner') });
    });
    expect(logged).toMatchObject([{ fault: { message: 'outer', cause: { message: 'inner' } } }]);
  });
});
