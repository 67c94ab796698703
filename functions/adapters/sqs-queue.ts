import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queue } from '../../shared/records/ports.ts';

/** A standard queue. */
export function sqsQueue({ client, url }: { client: SQSClient; url: string }): Queue {
  return {
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
    },
  };
}
