import { environment, type FunctionName, functionEnvironment, queues } from '../../shared/contract.ts';

/** Keys of the local S3 endpoint and table. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** Region the SDK is told; nothing leaves this machine. */
const region = 'cn-northwest-1';

/** The functions that run locally: those of the stack. */
export const localFunctions = [
  'ingest',
  'indicators',
  'api',
  'documents',
  'cadence',
] as const satisfies readonly FunctionName[];

/** Names of the local resources of a province. */
export interface LocalNames {
  readonly table: string;
  readonly inbox: string;
  readonly reports: string;
  /** What the names of the roles begin with. */
  readonly rolePrefix: string;
}

export function localNames(province: string): LocalNames {
  const all = `anju-${province}`;
  return { table: all, inbox: `${all}-inbox`, reports: `${all}-reports`, rolePrefix: all };
}

/** Settings of the two disk queues: those of the stack. */
export const localQueueSettings = {
  ingest: settingsOf(queues.ingest),
  publish: settingsOf(queues.publish),
} as const;

function settingsOf({ visibilityTimeoutSeconds, maxReceiveCount }: (typeof queues)['ingest' | 'publish']) {
  return { visibilityTimeoutSeconds, maxReceiveCount };
}

/** Variables of one function: those the stack gives it, with local values. */
export function localEnvironment(name: FunctionName, province: string): Record<string, string> {
  const names = localNames(province);
  const values = {
    [environment.province]: province,
    [environment.rolePrefix]: names.rolePrefix,
    [environment.table]: names.table,
    [environment.inboxBucket]: names.inbox,
    [environment.reportsBucket]: names.reports,
    [environment.publishQueueUrl]: 'local:publish',
    [environment.tokenSecretId]: 'local:token',
  };
  return Object.fromEntries(functionEnvironment[name].map((key) => [key, values[key]]));
}

/** What the AWS SDK reads from its environment: the embedded endpoints and their keys, nothing of the user's. */
export function awsEnvironment(tableUrl: string, s3Url: string): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
    AWS_ENDPOINT_URL_S3: s3Url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
