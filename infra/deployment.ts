import { type Province, provinces } from './provinces.ts';

/** The Lambda runtimes the bundles run on; `nodejs24.x` unless `-c runtime=` says otherwise. */
export const runtimes = ['nodejs22.x', 'nodejs24.x'] as const;
export type RuntimeName = (typeof runtimes)[number];

/** Processors of the functions; the code is pure JavaScript and runs on either. */
export const architectures = ['arm64', 'x86_64'] as const;
export type ArchitectureName = (typeof architectures)[number];

/** One province, at one stage, in one region: everything a stack must be told. */
export interface Deployment {
  readonly province: Province;
  /** `prod` keeps its data whatever happens to the stack; any other stage is thrown away with it. */
  readonly stage: string;
  readonly region: string;
  /** Account to deploy to; unknown when synthesising without credentials. */
  readonly account: string | undefined;
  readonly runtime: RuntimeName;
  readonly architecture: ArchitectureName;
  /** Existing SNS topic that alarms are sent to; without it they are only shown. */
  readonly alarmTopicArn: string | undefined;
}

/** What the command line and the CDK CLI say about a deployment. */
export interface DeploymentSource {
  /** A `-c name=value` of the command line, or a value of cdk.json. */
  context(name: string): unknown;
  /** `CDK_DEFAULT_ACCOUNT`: account of the caller's credentials. */
  readonly account: string | undefined;
  /** `CDK_DEFAULT_REGION`: region the caller's credentials are set to. */
  readonly region: string | undefined;
}

/** Whether a region belongs to the partition `aws-cn`, whose accounts, endpoints and services are its own. */
export const isInChina = (region: string): boolean => region.startsWith('cn-');

/** Whether the deployment's data outlives the stack. */
export const keepsData = (deployment: Deployment): boolean => deployment.stage === 'prod';

/** Stack name: `Anju-43`, and `Anju-43-dev` for the stage `dev`. */
export const stackNameOf = (deployment: Deployment): string =>
  keepsData(deployment)
    ? `Anju-${deployment.province.code}`
    : `Anju-${deployment.province.code}-${deployment.stage}`;

/** What the names of the stack's IAM roles begin with: `anju-43`, and `anju-43-dev` for the stage `dev`. */
export const rolePrefixOf = (deployment: Deployment): string => stackNameOf(deployment).toLowerCase();

function option(source: DeploymentSource, name: string, shape: RegExp, expected: string): string | undefined {
  const value = source.context(name);
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && shape.test(value)) return value;
  throw new Error(`-c ${name}=${String(value)}: expected ${expected}. Correct the option or leave it out.`);
}

function choice<T extends string>(
  source: DeploymentSource,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = source.context(name);
  if (value === undefined || value === '') return undefined;
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Error(`-c ${name}=${String(value)}: expected one of ${allowed.join(', ')}.`);
}

/**
 * Region of a province's stack: `-c region=` if given; the table's region for credentials of China; the
 * credentials' own region for any other account.
 *
 * An account outside China cannot deploy into China, nor the other way round, so the partition of the
 * credentials decides which of the two a plain `cdk deploy Anju-43` means: the province itself, or a rehearsal
 * of it with made-up data.
 */
function regionOf(province: Province, source: DeploymentSource): string {
  const asked = option(source, 'region', /^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as cn-northwest-1');
  if (asked !== undefined) return asked;
  const own = source.region;
  return own === undefined || isInChina(own) === isInChina(province.region) ? province.region : own;
}

/**
 * The deployment of one province.
 *
 * @throws when an option of the command line is not one of those that exist; the message names them.
 */
export function deploymentOf(province: Province, source: DeploymentSource): Deployment {
  const region = regionOf(province, source);
  return {
    province,
    stage:
      option(source, 'stage', /^[a-z][a-z0-9]{0,11}$/, 'up to twelve small letters and digits') ?? 'prod',
    region,
    account: source.account,
    runtime: choice(source, 'runtime', runtimes) ?? 'nodejs24.x',
    architecture: choice(source, 'architecture', architectures) ?? (isInChina(region) ? 'x86_64' : 'arm64'),
    alarmTopicArn: option(source, 'alarmTopicArn', /^arn:aws[a-z-]*:sns:/, 'the ARN of an SNS topic'),
  };
}

/** The deployments of all provinces of the table. */
export const deploymentsOf = (source: DeploymentSource): readonly Deployment[] =>
  provinces.map((province) => deploymentOf(province, source));
