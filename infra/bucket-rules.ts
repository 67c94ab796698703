import { BlockPublicAccess, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Deployment } from './deployment.ts';
import { removalOf } from './removal.ts';

/** Rules no bucket of a province is without: nobody anonymous, nothing unencrypted on the wire, no ACLs. */
export const bucketRules = (deployment: Deployment): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: removalOf(deployment),
});
