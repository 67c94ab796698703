import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { answerSeconds } from './api-function.ts';
import { type Ground, ProvinceFunction } from './province-function.ts';

/**
 * Templates, annotated workbooks, exports, lineage and rows: answers that need the heavy libraries. It reads the
 * workbooks as they were sent, object by object: it cannot list them, and it writes private copies only.
 */
export class DocumentsFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground, inbox: IBucket) {
    super(scope, id, 'documents', ground, { memoryMegabytes: 1769, timeoutSeconds: answerSeconds });
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [inbox.arnForObjects('*')],
      }),
    );
  }
}
