import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { queues } from '../shared/contract.ts';
import { type Ground, ProvinceFunction } from './province-function.ts';
import type { TokenKey } from './token-key.ts';

/** What `ingest` works between. */
export interface IngestProps {
  readonly inbox: IBucket;
  readonly ingestQueue: IQueue;
  readonly publishQueue: IQueue;
  readonly tokenKey: TokenKey;
}

/** Workbooks read at once. Bounded here and not by reserved concurrency, so that waiting burns no receives. */
const concurrency = 10;

/**
 * Reads, recognises, normalises and checks one workbook. The only function that sees the token key, and it can
 * write neither the inbox nor anything published.
 */
export class IngestFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground, props: IngestProps) {
    super(scope, id, 'ingest', ground, {
      // The largest file of design.md, Acceptance (64 MB, 300,000 rows) is held as a table in memory.
      memoryMegabytes: 3008,
      timeoutSeconds: queues.ingest.functionTimeoutSeconds,
    });
    const { inbox, publishQueue, tokenKey } = props;
    const statements = [
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [inbox.arnForObjects('*')],
      }),
      // Without it a deleted object looks like a forbidden one, and a county's doing like a fault of ours.
      new PolicyStatement({
        actions: ['s3:ListBucket', 's3:ListBucketVersions'],
        resources: [inbox.bucketArn],
      }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [publishQueue.queueArn] }),
    ];
    for (const statement of statements) this.role.addToPrincipalPolicy(statement);
    tokenKey.readableOnlyBy(this.role);
    this.handler.addEventSource(
      new SqsEventSource(props.ingestQueue, {
        batchSize: queues.ingest.batchSize,
        maxConcurrency: concurrency,
        reportBatchItemFailures: true,
      }),
    );
  }
}
