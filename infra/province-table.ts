import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { table } from '../shared/contract.ts';
import { type Deployment, keepsData } from './deployment.ts';
import { removalOf } from './removal.ts';

/**
 * The one table of a province (design.md, Storage). Paid per request, restorable to any second of the last 35
 * days, and without TTL: content is thrown away by the sweeper only.
 */
export class ProvinceTable extends Table {
  constructor(scope: Construct, id: string, deployment: Deployment, key: IKey) {
    super(scope, id, {
      partitionKey: { name: table.partitionKey, type: AttributeType.STRING },
      sortKey: { name: table.sortKey, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      deletionProtection: keepsData(deployment),
      removalPolicy: removalOf(deployment),
    });
  }
}
