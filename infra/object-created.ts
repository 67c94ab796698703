import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { objectCreated } from '../shared/contract.ts';

/** What the rule listens to and feeds. */
export interface ObjectCreatedProps {
  readonly inbox: IBucket;
  readonly ingestQueue: IQueue;
  readonly undelivered: IQueue;
}

/**
 * Every object made in the inbox, by whatever means (a put, a copy, a multipart upload), becomes a message of
 * the ingest queue. No other bucket's objects do: nothing a function writes can start it again.
 */
export class ObjectCreated extends Rule {
  constructor(scope: Construct, id: string, { inbox, ingestQueue, undelivered }: ObjectCreatedProps) {
    super(scope, id, {
      description: 'Objects made in the inbox, to the ingest queue',
      eventPattern: {
        source: [objectCreated.source],
        detailType: [objectCreated.detailType],
        detail: { bucket: { name: [inbox.bucketName] } },
      },
      targets: [
        new SqsQueue(ingestQueue, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
