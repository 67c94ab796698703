import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccountRootPrincipal,
  ArnPrincipal,
  CompositePrincipal,
  Role as IamRole,
  type IPrincipal,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { mayEver } from '../shared/access/actions.ts';
import { type Principal, roleNameOf } from '../shared/access/principal.ts';
import { type Role, roleNames } from '../shared/access/roles.ts';
import { routeAccess } from '../shared/access/route-access.ts';
import { routes } from '../shared/contract.ts';
import { type Deployment, rolePrefixOf } from './deployment.ts';
import { principalsOf } from './province-access.ts';

/** What the roles of people are let to. */
export interface AccessGround {
  readonly api: HttpApi;
  readonly inbox: IBucket;
  readonly key: IKey;
}

/** Method and path of every call a role may make, `*` for what varies; HEAD is answered wherever GET is. */
export function callsOf(role: Role): readonly string[] {
  const allowed = routes.filter(({ id }) => mayEver(role, routeAccess[id].action));
  const calls = allowed.map(({ method, path }) => `${method}${path.replaceAll(/\{\w+\}/g, '*')}`);
  return [...new Set(calls), 'HEAD/*'];
}

/**
 * One IAM role for each principal of the province table, named as the endpoint reads it, and one policy for each
 * kind of role: the routes its people may ever call. Which areas they may ask of the endpoint decides, by the
 * role's name. A county's office may also put workbooks into its own folder of the inbox, and nothing else.
 */
export class AccessRoles extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment, ground: AccessGround) {
    super(scope, id);
    const principals = principalsOf(deployment.province);
    const trusted = this.trustedBy(deployment);
    for (const role of roleNames) {
      const own = principals.filter((principal) => principal.role === role);
      if (own.length === 0) continue;
      const policy = new ManagedPolicy(this, `${role}Calls`, {
        description: `Anju ${deployment.province.slug}: routes a ${role} may call`,
        statements: [this.callStatement(role, ground)],
      });
      for (const principal of own) {
        new IamRole(this, `${role}${principal.area}`, {
          roleName: roleNameOf(principal, { rolePrefix: rolePrefixOf(deployment) }),
          description: `Anju ${deployment.province.slug}: ${role} of ${principal.area}`,
          assumedBy: trusted,
          managedPolicies: [policy],
          ...(role === 'county' ? { inlinePolicies: { Inbox: this.inboxPolicy(principal, ground) } } : {}),
        });
      }
    }
  }

  private trustedBy({ province }: Deployment): IPrincipal {
    const { assumedBy } = province.access;
    if (assumedBy === 'account') return new AccountRootPrincipal();
    const [first, ...others] = assumedBy.map((name) => {
      const [resource = '', ...path] = name.split('/');
      const resourceName = path.join('/');
      const arn = Stack.of(this).formatArn({ service: 'iam', region: '', resource, resourceName });
      return new ArnPrincipal(arn);
    });
    if (first === undefined) throw new Error('infra/provinces.ts: access.assumedBy names nobody.');
    return new CompositePrincipal(first, ...others);
  }

  private callStatement(role: Role, { api }: AccessGround): PolicyStatement {
    const resources = callsOf(role).map((call) =>
      Stack.of(this).formatArn({
        service: 'execute-api',
        resource: api.apiId,
        resourceName: `$default/${call}`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    );
    return new PolicyStatement({ actions: ['execute-api:Invoke'], resources });
  }

  /** Encrypting what is put is done by S3 alone: the key cannot be used otherwise. */
  private inboxPolicy({ area }: Principal, { inbox, key }: AccessGround): PolicyDocument {
    const { region } = Stack.of(this);
    return new PolicyDocument({
      statements: [
        new PolicyStatement({
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          resources: [inbox.arnForObjects(`${area}/*`)],
        }),
        new PolicyStatement({
          actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${Aws.URL_SUFFIX}` } },
        }),
      ],
    });
  }
}
