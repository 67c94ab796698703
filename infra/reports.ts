import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { reports } from '../shared/contract.ts';
import { bucketRules } from './bucket-rules.ts';
import type { Deployment } from './deployment.ts';

/** Days a county's own annotated copy is kept (design.md, Access and privacy). */
const privateDays = 30;

/** Days an answer too large to be sent at once is kept; its links are good for five minutes. */
const exportDays = 1;

/**
 * Findings and recorded commands, and under `private/` the only objects that may show a person. A bucket of
 * its own, because a function must never write into the bucket that triggers it.
 */
export class Reports extends Bucket {
  constructor(scope: Construct, id: string, deployment: Deployment, key: IKey, accessLogs: IBucket) {
    super(scope, id, {
      ...bucketRules(deployment),
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'reports/',
      lifecycleRules: [
        {
          id: 'ForgetPrivateCopies',
          prefix: reports.private,
          expiration: Duration.days(privateDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          id: 'ForgetExports',
          prefix: reports.exports,
          expiration: Duration.days(exportDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          id: 'DropReplacedVersions',
          noncurrentVersionExpiration: Duration.days(deployment.province.retention.replacedRawDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }
}
