import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { PrivateCopies } from '../../shared/handback/private-copies.ts';

/** How long a link to a private copy is good for. */
const linkSeconds = 300;

/** The private part of a bucket. */
export function s3PrivateCopies({ client, bucket }: { client: S3Client; bucket: string }): PrivateCopies {
  return {
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

    async put(key, bytes, contentType) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
      );
    },

    link(key, method, disposition) {
      const input = { Bucket: bucket, Key: key, ResponseContentDisposition: disposition };
      const command = method === 'HEAD' ? new HeadObjectCommand(input) : new GetObjectCommand(input);
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}
