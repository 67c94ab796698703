import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { removalOf } from './removal.ts';

/**
 * The province's one encryption key, for the table, both buckets and the token key. It turns by itself every
 * year; what it encrypted stays readable, so it is kept as long as the data is.
 */
export class ProvinceKey extends Key {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      description: `Anju ${deployment.province.slug}: table, buckets and token key`,
      enableKeyRotation: true,
      removalPolicy: removalOf(deployment),
    });
  }
}
