import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Objects } from '../../shared/records/ports.ts';

/** A bucket and how it is reached. */
export interface S3ObjectsOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Without the right to list, S3 answers 403 also for what is not there. */
  readonly mayList?: boolean;
}

/** One bucket, as far as functions read and write it. */
export function s3Objects({ client, bucket, mayList = true }: S3ObjectsOptions): Objects {
  return {
    async get(key, versionId) {
      try {
        const answer = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
        );
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes, metadata: answer.Metadata ?? {} };
      } catch (error) {
        if (isGone(error, mayList)) return null;
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
function isGone(error: unknown, mayList: boolean): boolean {
  if (error instanceof NoSuchKey) return true;
  if (!(error instanceof S3ServiceException)) return false;
  if (!mayList && error.$metadata.httpStatusCode === 403) return true;
  return ['NoSuchVersion', 'MethodNotAllowed', 'NoSuchKey'].includes(error.name);
}
