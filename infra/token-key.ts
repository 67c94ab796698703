import { AnyPrincipal, Effect, type IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnResourcePolicy, CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { removalOf } from './removal.ts';

/**
 * The province's HMAC key that turns identity numbers into tokens (design.md, Access and privacy). Made by the
 * stack and seen by nobody: 64 random letters and digits, more than 380 bits.
 *
 * The L1 resource, because the L2 writes a key policy with an endpoint name that does not exist in China.
 */
export class TokenKey extends Construct {
  /** ARN of the secret; Secrets Manager ends it in six characters of its own, so it is never guessed. */
  readonly secretArn: string;

  constructor(scope: Construct, id: string, deployment: Deployment, key: IKey) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', {
      description: `Anju ${deployment.province.slug}: HMAC key of identity tokens; losing it orphans every token`,
      kmsKeyId: key.keyArn,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    secret.applyRemovalPolicy(removalOf(deployment));
    this.secretArn = secret.ref;
  }

  /** Lets one role read the key and forbids it to every other principal of the account, administrators too. */
  readableOnlyBy(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretArn] }),
    );
    new CfnResourcePolicy(this, 'OnlyReader', {
      secretId: this.secretArn,
      blockPublicPolicy: true,
      resourcePolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['secretsmanager:GetSecretValue'],
            resources: ['*'],
            conditions: { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
          }),
        ],
      }),
    });
  }
}
