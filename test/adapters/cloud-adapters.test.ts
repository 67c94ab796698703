import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sdkStreamMixin } from '@smithy/util-stream';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { s3Objects } from '../../functions/adapters/s3-objects.ts';
import { sqsQueue } from '../../functions/adapters/sqs-queue.ts';
import { secretsManagerToken } from '../../functions/adapters/token-secret.ts';
import { untilTestEnds } from '../support/until-test-ends.ts';

describe('a bucket', () => {
  const client = new S3Client({ region: 'cn-northwest-1' });
  const objects = s3Objects({ client, bucket: 'inbox' });

  it('reads the version it is asked for, with its metadata', async () => {
    const mock = untilTestEnds(mockClient(S3Client));
    const Body = sdkStreamMixin(Readable.from([Buffer.from('rows')]));
    mock.on(GetObjectCommand).resolves({ Body, Metadata: { 'anju-mode': 'stage' } });
    const found = await objects.get('431222/2017/a.xlsx', 'v1');
    expect(Buffer.from(found?.bytes ?? []).toString()).toBe('rows');
    expect(found?.metadata).toEqual({ 'anju-mode': 'stage' });
    expect(mock.commandCalls(GetObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'inbox',
      Key: '431222/2017/a.xlsx',
      VersionId: 'v1',
    });
  });

  it.each([
    ['there is no such key', new NoSuchKey({ message: 'no', $metadata: {} })],
    ['there is no such version', exception('NoSuchVersion')],
    ['a delete marker stands there', exception('MethodNotAllowed')],
  ])('gives null when %s', async (_, error) => {
    untilTestEnds(mockClient(S3Client)).on(GetObjectCommand).rejects(error);
    expect(await objects.get('key')).toBeNull();
  });

  it('throws a fault of ours on, because the queue tries again', async () => {
    untilTestEnds(mockClient(S3Client)).on(GetObjectCommand).rejects(exception('SlowDown'));
    await expect(objects.get('key')).rejects.toThrow('SlowDown');
  });

  it('puts with the content type', async () => {
    const mock = untilTestEnds(mockClient(S3Client));
    mock.on(PutObjectCommand).resolves({});
    await objects.put('findings/1.json', Buffer.from('{}'), 'application/json');
    expect(mock.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'inbox',
      Key: 'findings/1.json',
      ContentType: 'application/json',
    });
  });
});

describe('a queue', () => {
  it('sends the body to its address', async () => {
    const mock = untilTestEnds(mockClient(SQSClient));
    mock.on(SendMessageCommand).resolves({});
    await sqsQueue({ client: new SQSClient({ region: 'cn-northwest-1' }), url: 'https://queue' }).send('{}');
    expect(mock.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
      QueueUrl: 'https://queue',
      MessageBody: '{}',
    });
  });
});

describe('the token secret', () => {
  const client = new SecretsManagerClient({ region: 'cn-northwest-1' });

  it('comes with the version that is part of every batch id', async () => {
    const mock = untilTestEnds(mockClient(SecretsManagerClient));
    mock.on(GetSecretValueCommand).resolves({ SecretString: 's'.repeat(32), VersionId: 'v7' });
    const token = await secretsManagerToken(client, 'arn');
    expect(token.version).toBe('v7');
    expect(Buffer.from(token.secret).toString()).toBe('s'.repeat(32));
  });

  it.each([
    ['missing', undefined],
    ['too short', 'short'],
  ])('is refused when it is %s', async (_, SecretString) => {
    untilTestEnds(mockClient(SecretsManagerClient))
      .on(GetSecretValueCommand)
      .resolves(SecretString ? { SecretString } : {});
    await expect(secretsManagerToken(client, 'arn')).rejects.toThrow('secret');
  });
});

function exception(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', message: name, $metadata: {} });
}
