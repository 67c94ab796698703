import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { SignedFiles } from '../../shared/api/http/signed-files.ts';

/** How long a link is good for. */
const linkSeconds = 300;

/** Objects of a bucket that are handed out by links of five minutes. */
export function s3SignedFiles({ client, bucket }: { client: S3Client; bucket: string }): SignedFiles {
  return {
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
