import { Duration } from 'aws-cdk-lib';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketRules } from './bucket-rules.ts';
import type { Deployment } from './deployment.ts';

/**
 * Where S3 writes who touched which object. S3's own key encrypts it, because the log service cannot write
 * under a customer's key.
 */
export class AccessLogs extends Bucket {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      ...bucketRules(deployment),
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [
        {
          expiration: Duration.days(deployment.province.retention.logDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
  }
}
