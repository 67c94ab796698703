import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SignedFiles } from '../../shared/api/http/signed-files.ts';
import { environment } from '../../shared/contract.ts';
import type { PrivateCopies } from '../../shared/handback/private-copies.ts';
import type { Items, Objects, Queue, TokenSecret } from '../../shared/records/ports.ts';
import { dynamoItems } from './dynamo-items.ts';
import { type Environment, required } from './environment.ts';
import { s3Objects } from './s3-objects.ts';
import { s3PrivateCopies } from './s3-private-copies.ts';
import { s3SignedFiles } from './s3-signed-files.ts';
import { sqsQueue } from './sqs-queue.ts';
import { secretsManagerToken } from './token-secret.ts';

/** Pause before unprocessed items are asked for again: 50 ms doubling up to 3.2 s. */
const backOff = (attempt: number) => sleep(25 * 2 ** Math.min(attempt, 7));

/** The table of this stack. Region and endpoint come from the environment, as the SDK reads them. */
export function cloudItems(env: Environment): Items {
  return dynamoItems({
    client: new DynamoDBClient({}),
    table: required(environment.table, env),
    pause: backOff,
  });
}

/** A bucket of this stack; `mayList` is false where the function may only get objects. */
export function cloudObjects(bucket: string, { mayList = true } = {}): Objects {
  return s3Objects({ client: new S3Client({}), bucket, mayList });
}

/** The private copies in the reports bucket of this stack. */
export function cloudPrivateCopies(bucket: string): PrivateCopies {
  return s3PrivateCopies({ client: new S3Client({}), bucket });
}

/** Files of the reports bucket of this stack that are handed out by links. */
export function cloudSignedFiles(bucket: string): SignedFiles {
  return s3SignedFiles({ client: new S3Client({}), bucket });
}

/** A queue of this stack. */
export function cloudQueue(url: string): Queue {
  return sqsQueue({ client: new SQSClient({}), url });
}

/** The token secret of this province. */
export function cloudToken(secretId: string): Promise<TokenSecret> {
  return secretsManagerToken(new SecretsManagerClient({}), secretId);
}
