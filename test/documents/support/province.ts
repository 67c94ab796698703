import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { s3Objects } from '../../../functions/adapters/s3-objects.ts';
import { s3PrivateCopies } from '../../../functions/adapters/s3-private-copies.ts';
import { s3SignedFiles } from '../../../functions/adapters/s3-signed-files.ts';
import { create as createDocuments } from '../../../functions/documents/handler.ts';
import { create as createIndicators } from '../../../functions/indicators/handler.ts';
import { create as createIngest } from '../../../functions/ingest/handler.ts';
import { sqsEvent } from '../../../local/queue/sqs-event.ts';
import { newReadCache, readPublished } from '../../../shared/records/read-published.ts';
import type { Upload } from '../../../shared/records/schema.ts';
import { listUploads, uploadState } from '../../../shared/records/uploads.ts';
import { admin, httpEvent } from '../../api/support/http-event.ts';
import {
  inbox,
  removeFolder,
  reports,
  s3Client,
  startTestEndpoint,
  temporaryFolder,
} from '../../local/support/endpoint.ts';
import { memoryItems } from '../../support/memory-items.ts';
import { testSecret } from '../../support/workbooks.ts';

/** An event signed by a role. */
export function signedEvent(
  method: string,
  path: string,
  caller: string | null,
  headers = {},
): APIGatewayProxyEventV2 {
  const [rawPath = '', query = ''] = path.split('?');
  return httpEvent(method, rawPath, query, headers, caller);
}

/** Hunan's functions over a real S3 endpoint and a table in memory; what is put is worked to its end. */
export async function startProvince() {
  const folder = await temporaryFolder();
  const { endpoint, events, faults } = await startTestEndpoint(folder);
  const client = s3Client(endpoint.url);
  const items = memoryItems();
  const faultsLogged: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (message: string) => void faultsLogged.push(message) };
  const messages: string[] = [];
  const now = () => new Date('2017-05-02T01:30:00Z');
  const common = { province: '43', rolePrefix: 'anju-43', items, now, log };
  const objects = {
    inbox: s3Objects({ client, bucket: inbox }),
    reports: s3Objects({ client, bucket: reports }),
  };
  const ingest = createIngest({
    ...common,
    ...objects,
    publishQueue: { send: async (body) => void messages.push(body) },
    token: { secret: testSecret, version: '1' },
  });
  const indicators = createIndicators({ ...common, reports: objects.reports });
  const documents = createDocuments({
    ...common,
    ...objects,
    copies: s3PrivateCopies({ client, bucket: reports }),
    exports: s3SignedFiles({ client, bucket: reports }),
  });
  const message = (body: string) => ({
    id: '1',
    receipt: '1',
    body,
    receiveCount: 1,
    sentAt: 0,
    firstReceivedAt: 0,
  });

  return {
    items,
    client,
    faults,
    faultsLogged,
    documents,
    ask: (path: string, { method = 'GET', caller = admin as string | null, headers = {} } = {}) =>
      documents(signedEvent(method, path, caller, headers)),
    reports: objects.reports,
    /** Puts a file and works off all it leads to; gives the upload with what it came to. */
    async put(key: string, bytes: Uint8Array, Metadata: Record<string, string> = {}) {
      await client.send(new PutObjectCommand({ Bucket: inbox, Key: key, Body: bytes, Metadata }));
      for (const event of events.splice(0))
        await ingest(sqsEvent([message(JSON.stringify(event))], 'ingest'));
      for (const body of messages.splice(0)) await indicators(sqsEvent([message(body)], 'publish'));
      const filter = { scope: '43', area: null, key, before: null, limit: 1 };
      const [upload] = await listUploads(items, filter);
      if (!upload) throw new Error(`no upload of ${key}`);
      return { upload, state: await stateOf(upload) };
    },
    async close() {
      await endpoint.close();
      await removeFolder(folder);
    },
  };

  async function stateOf(upload: Upload) {
    const counties = upload.parts.map(({ area }) => area);
    return uploadState(upload, await readPublished(items, newReadCache(), counties), now());
  }
}
