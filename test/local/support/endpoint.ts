import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type S3Endpoint, type S3EndpointOptions, startS3Endpoint } from '../../../local/s3/endpoint.ts';
import type { ObjectCreatedEvent } from '../../../local/s3/event.ts';

export const inbox = 'anju-43-inbox';
export const reports = 'anju-43-reports';
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A fresh folder under the system's temporary one. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'anju-local-'));
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Ids 1, 2, 3 … as text. */
export function countingIds(prefix = 'id'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${last}`;
  };
}

/** An endpoint over a folder, its events, and faults it was not meant to have. */
export interface TestEndpoint {
  readonly endpoint: S3Endpoint;
  readonly events: ObjectCreatedEvent[];
  readonly faults: unknown[];
}

let starts = 0;

export async function startTestEndpoint(
  folder: string,
  options: Partial<S3EndpointOptions> = {},
): Promise<TestEndpoint> {
  const events: ObjectCreatedEvent[] = [];
  const faults: unknown[] = [];
  starts += 1;
  const endpoint = await startS3Endpoint({
    folder,
    port: 0,
    buckets: [inbox, reports],
    credentials,
    notify: async (event) => void events.push(event),
    notifyBuckets: [inbox],
    now: () => new Date(),
    randomId: countingIds(`start${starts}`),
    onFault: (error) => faults.push(error),
    ...options,
  });
  return { endpoint, events, faults };
}

export function s3Client(url: string, config: S3ClientConfig = {}): S3Client {
  return new S3Client({ endpoint: url, region: 'cn-northwest-1', credentials, ...config });
}
