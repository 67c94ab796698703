import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { queueRetentionDays } from '../shared/contract.ts';

/** Settings every queue shares: encrypted, TLS only, two weeks for a person to notice. */
const common = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(queueRetentionDays),
} as const;

/** What a queue must know of the function that empties it; the contract holds one for each queue. */
export interface QueueSettings {
  readonly visibilityTimeoutSeconds: number;
  readonly maxReceiveCount: number;
}

/**
 * A standard queue and its dead letters. What lands among the dead letters is a fault of ours, never a bad
 * workbook: that is a result (design.md, Two kinds of trouble).
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, settings: QueueSettings) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', common);
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(settings.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: settings.maxReceiveCount },
    });
  }
}

/**
 * Events EventBridge could not hand over, and clock ticks `cadence` could not answer. Apart from the dead
 * letters of the work queues, because these are sent on to the ingest queue by hand (docs/deploy.md).
 */
export class UndeliveredEvents extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, common);
  }
}
