import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { reports } from '../../local/support/endpoint.ts';

/** Every audit record that was left, oldest first. */
export async function auditRecords(client: S3Client): Promise<readonly unknown[]> {
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: reports, Prefix: 'audit/' }),
  );
  return Promise.all(
    Contents.map(async ({ Key }): Promise<unknown> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: reports, Key }));
      return JSON.parse((await Body?.transformToString()) ?? '');
    }),
  );
}
