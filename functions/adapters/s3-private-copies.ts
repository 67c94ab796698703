import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { PrivateCopies } from '../../shared/handback/private-copies.ts';
import { s3SignedFiles } from './s3-signed-files.ts';

/** The private part of a bucket. */
export function s3PrivateCopies({ client, bucket }: { client: S3Client; bucket: string }): PrivateCopies {
  return {
    ...s3SignedFiles({ client, bucket }),
    async has(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      } catch (error) {
        // Without the right to list, S3 answers 403 for what is not there.
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status === 404 || status === 403) return false;
        throw error;
      }
    },
  };
}
