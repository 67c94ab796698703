import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  bundling,
  type EnvironmentName,
  entryOf,
  type FunctionName,
  functionEnvironment,
} from '../shared/contract.ts';
import { access } from './access.ts';
import type { ArchitectureName, Deployment, RuntimeName } from './deployment.ts';
import { ServiceLogs } from './service-logs.ts';

const projectRoot = join(import.meta.dirname, '..');

const runtimeOf: Readonly<Record<RuntimeName, Runtime>> = {
  'nodejs22.x': Runtime.NODEJS_22_X,
  'nodejs24.x': Runtime.NODEJS_24_X,
};

const architectureOf: Readonly<Record<ArchitectureName, Architecture>> = {
  arm64: Architecture.ARM_64,
  x86_64: Architecture.X86_64,
};

/** What all five functions stand on. */
export interface Ground {
  readonly deployment: Deployment;
  readonly table: ITable;
  readonly reports: IBucket;
  readonly key: IKey;
  /** A value for every environment name; each function gets those the contract gives it. */
  readonly environment: Readonly<Record<EnvironmentName, string>>;
}

/** Size of one function. */
export interface FunctionSize {
  /** At most 3,008: new accounts are capped there (cloud.md §1.1). 1,769 is one whole processor. */
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  /** Queue for asynchronous calls that failed; only for a function that is called so. */
  readonly undelivered?: IQueue;
}

/** Everything under some prefixes of a bucket, as a policy names it. */
const objectsUnder = (bucket: IBucket, prefixes: readonly string[]): string[] =>
  prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`));

/** Statement on the table, bound to partition keys. `Null` refuses a request that names no key at all. */
function onTable(table: ITable, actions: string[], keys: 'all' | readonly string[]): PolicyStatement {
  const conditions =
    keys === 'all'
      ? {}
      : {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        };
  return new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [table.tableArn], conditions });
}

/** The explicit statements of one function: `access` spelt in IAM, and the key's use that it implies. */
function statementsOf(name: FunctionName, ground: Ground): PolicyStatement[] {
  const { reads, writes, gets, puts, lists } = access[name];
  const writesAnything = writes.length > 0 || puts.length > 0;
  const statements = [
    onTable(ground.table, ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], reads),
    new PolicyStatement({ actions: ['kms:Decrypt', 'kms:DescribeKey'], resources: [ground.key.keyArn] }),
  ];
  if (writes.length > 0) {
    const actions = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'];
    statements.push(onTable(ground.table, actions, writes));
  }
  const objects = [
    { actions: ['s3:GetObject'], prefixes: gets },
    { actions: ['s3:PutObject'], prefixes: puts },
  ];
  for (const { actions, prefixes } of objects) {
    if (prefixes.length === 0) continue;
    statements.push(new PolicyStatement({ actions, resources: objectsUnder(ground.reports, prefixes) }));
  }
  if (lists) {
    statements.push(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [ground.reports.bucketArn] }),
    );
  }
  if (writesAnything) {
    const actions = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
    statements.push(new PolicyStatement({ actions, resources: [ground.key.keyArn] }));
  }
  return statements;
}

/**
 * One of the five functions: its bundle, its role with explicit statements and no managed policy, its logs,
 * and the environment the contract gives it.
 */
export class ProvinceFunction extends Construct {
  readonly handler: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, name: FunctionName, ground: Ground, size: FunctionSize) {
    super(scope, id);
    const { deployment } = ground;
    const logs = new ServiceLogs(this, 'Logs', deployment);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(this.role);
    for (const statement of statementsOf(name, ground)) this.role.addToPrincipalPolicy(statement);

    const ownEnvironment = functionEnvironment[name].map((key) => [key, ground.environment[key]]);
    this.handler = new NodejsFunction(this, 'Function', {
      description: `Anju ${deployment.province.slug}: ${name}`,
      entry: join(projectRoot, entryOf(name)),
      handler: 'handler',
      projectRoot,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      runtime: runtimeOf[deployment.runtime],
      architecture: architectureOf[deployment.architecture],
      memorySize: size.memoryMegabytes,
      timeout: Duration.seconds(size.timeoutSeconds),
      deadLetterQueue: size.undelivered,
      role: this.role,
      logGroup: logs,
      environment: { ...Object.fromEntries(ownEnvironment), NODE_OPTIONS: '--enable-source-maps' },
      awsSdkConnectionReuse: false,
      bundling: {
        format: OutputFormat.ESM,
        target: bundling.target,
        minify: bundling.minify,
        sourceMap: bundling.sourcemap,
        sourcesContent: bundling.sourcesContent,
        mainFields: [...bundling.mainFields],
        charset: bundling.charset === 'utf8' ? Charset.UTF8 : Charset.ASCII,
        bundleAwsSDK: true,
        forceDockerBundling: false,
      },
    });
  }
}
