import { mkdirSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';
import { table as keys } from '../../shared/contract.ts';
import { isLoopbackHost } from '../loopback.ts';

/** The embedded table: its endpoint and how to close it. */
export interface LocalTable {
  readonly url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Starts DynamoDB's protocol over LevelDB in a folder (without one, in memory) and makes the table when it is
 * not there. Throws LevelDB's error when the folder is locked or damaged.
 */
export async function startTable(folder: string | undefined, name: string): Promise<LocalTable> {
  if (folder !== undefined) await tryOpening(folder);
  const server = dynalite({ ...(folder === undefined ? {} : { path: folder }), createTableMs: 0 });
  guard(server);
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopback, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const url = `http://${loopback}:${port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  try {
    await makeTable(url, name);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

/**
 * Puts a guard before the server, which itself answers whoever asks, with any signature: only programs on this
 * machine, never a page in a browser.
 */
function guard(server: Server): void {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isProgram = isLoopbackHost(request.headers.host) && request.headers.origin === undefined;
    if (isProgram && request.headers['sec-fetch-site'] === undefined) answer?.call(server, request, response);
    else response.writeHead(403).end();
  });
}

/** Opens and closes the database once, because the server would hide why it cannot be opened. */
async function tryOpening(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const database = new ClassicLevel(folder);
  await database.open();
  await database.close();
}

async function makeTable(url: string, name: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: url, region: 'local', credentials, maxAttempts: 1 });
  try {
    await client.send(new DescribeTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(new CreateTableCommand(tableDefinition(name)));
  } finally {
    client.destroy();
  }
}

/** The table as the stack defines it: two string keys, paid per request. */
export function tableDefinition(name: string) {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [
      { AttributeName: keys.partitionKey, AttributeType: 'S' as const },
      { AttributeName: keys.sortKey, AttributeType: 'S' as const },
    ],
    KeySchema: [
      { AttributeName: keys.partitionKey, KeyType: 'HASH' as const },
      { AttributeName: keys.sortKey, KeyType: 'RANGE' as const },
    ],
  };
}
