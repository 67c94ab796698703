import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Ground, ProvinceFunction } from './province-function.ts';

/** Seconds an answer may take: one less than the HTTP API waits, so that the function's own answer arrives. */
export const answerSeconds = 28;

/**
 * Answers from published facts, and records orders and passes them on. It cannot read a row, the inbox or the
 * token key, nor write anything but an order.
 */
export class ApiFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground, publishQueue: IQueue) {
    super(scope, id, 'api', ground, { memoryMegabytes: 1024, timeoutSeconds: answerSeconds });
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [publishQueue.queueArn] }),
    );
  }
}
