import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, CfnBucket, type IBucket, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketRules } from './bucket-rules.ts';
import type { Deployment } from './deployment.ts';

/** Days after which a workbook moves to the cheaper class; it can still be read at once, so rebuilds work. */
const daysInStandardClass = 90;

/**
 * The bucket counties put workbooks into. Every version is kept, since an upload is known by its object
 * version, and every object made is told to EventBridge.
 */
export class Inbox extends Bucket {
  constructor(scope: Construct, id: string, deployment: Deployment, key: IKey, accessLogs: IBucket) {
    const { rawDays, replacedRawDays } = deployment.province.retention;
    super(scope, id, {
      ...bucketRules(deployment),
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'inbox/',
      lifecycleRules: [
        {
          transitions: [
            {
              storageClass: StorageClass.INFREQUENT_ACCESS,
              transitionAfter: Duration.days(daysInStandardClass),
            },
          ],
          expiration: Duration.days(rawDays),
          noncurrentVersionExpiration: Duration.days(replacedRawDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    this.tellEventBridge();
  }

  /** The L2's own flag would add a custom-resource function for this one property (toolchain.md, CDK). */
  private tellEventBridge(): void {
    const bucket = this.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) {
      throw new Error(
        'The inbox has no CfnBucket as default child; adapt infra/inbox.ts to this aws-cdk-lib.',
      );
    }
    bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  }
}
