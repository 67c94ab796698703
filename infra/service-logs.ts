import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { removalOf } from './removal.ts';

/** A log group that ends: CloudWatch keeps logs for ever unless told otherwise. */
export class ServiceLogs extends LogGroup {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    const retention: RetentionDays = deployment.province.retention.logDays;
    super(scope, id, { retention, removalPolicy: removalOf(deployment) });
  }
}
