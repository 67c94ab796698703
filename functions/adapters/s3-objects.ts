import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Objects } from '../../shared/records/ports.ts';

/** One bucket, as far as functions read and write it. */
export function s3Objects({ client, bucket }: { client: S3Client; bucket: string }): Objects {
  return {
    async get(key, versionId) {
      try {
        const answer = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
        );
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes, metadata: answer.Metadata ?? {} };
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },

    async put(key, bytes, contentType) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
      );
    },
  };
}

/** No such key or version, or a delete marker in its place. */
function isGone(error: unknown): boolean {
  if (error instanceof NoSuchKey) return true;
  return (
    error instanceof S3ServiceException &&
    ['NoSuchVersion', 'MethodNotAllowed', 'NoSuchKey'].includes(error.name)
  );
}
