import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { queues } from '../shared/contract.ts';
import { type Ground, ProvinceFunction } from './province-function.ts';

/** Counties published at once; two publishers of one county race for its next commit and one retries. */
const concurrency = 10;

/** Resolves across datasets, computes facts and commits: the only function that publishes. */
export class IndicatorsFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground, publishQueue: IQueue) {
    super(scope, id, 'indicators', ground, {
      memoryMegabytes: 1769,
      timeoutSeconds: queues.publish.functionTimeoutSeconds,
    });
    this.handler.addEventSource(
      new SqsEventSource(publishQueue, {
        batchSize: queues.publish.batchSize,
        maxConcurrency: concurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}
