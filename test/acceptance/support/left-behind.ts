import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { dynamoItems } from '../../../functions/adapters/dynamo-items.ts';
import { localCredentials, localNames } from '../../../local/run/local-environment.ts';
import { startTable } from '../../../local/run/table.ts';
import { countiesOf } from '../../../shared/programme/areas.ts';
import { decodeTable } from '../../../shared/records/batches.ts';
import { splitAtPeriod } from '../../../shared/records/keys.ts';
import { unpack } from '../../../shared/records/packed.ts';
import { newReadCache, readFacts, readPublished } from '../../../shared/records/read-published.ts';

const names = localNames('43');

async function withTable<Result>(
  dataFolder: string,
  work: (client: DynamoDBClient) => Promise<Result>,
): Promise<Result> {
  const table = await startTable(join(dataFolder, 'table'), names.table);
  const client = new DynamoDBClient({ endpoint: table.url, region: 'local', credentials: localCredentials });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await table.close();
  }
}

/** SHA-256 over all facts of a data folder, without the ids of batches: these hang on the bytes of files. */
export function factsHash(dataFolder: string): Promise<string> {
  return withTable(dataFolder, async (client) => {
    const items = dynamoItems({ client, table: names.table, pause: async () => {} });
    const published = await readPublished(items, newReadCache(), countiesOf('43'));
    const refs = [...published].flatMap(([area, { facts }]) =>
      Object.entries(facts).map(([key, id]) => {
        const { name: family, period } = splitAtPeriod(key);
        return { area, family, period, id };
      }),
    );
    const facts = await readFacts(items, newReadCache(), refs);
    const lines = refs
      .map(({ id }) => facts.get(id))
      .map((one) => ({
        ...one,
        findings: one?.findings.map(({ batch: _, ...finding }) => finding),
        alerts: one?.alerts.map((alert) => ({
          ...alert,
          evidence: alert.evidence.map(({ batch: _, ...place }) => place),
        })),
      }))
      .map((one) => JSON.stringify(one))
      .sort();
    return createHash('sha256').update(lines.join('\n')).digest('hex');
  });
}

/** Every text the table holds: keys, bodies, and the cells of batches and facts unpacked. */
export function tableTexts(dataFolder: string): Promise<ReadonlySet<string>> {
  return withTable(dataFolder, async (client) => {
    const texts = new Set<string>();
    const chunks = new Map<string, { sk: string; bytes: Uint8Array }[]>();
    for await (const page of paginateScan(
      { client: DynamoDBDocumentClient.from(client) },
      { TableName: names.table },
    )) {
      for (const item of page.Items ?? []) {
        const { pk, sk, body, bytes } = item;
        for (const text of [pk, sk, body]) if (typeof text === 'string') texts.add(text);
        if (!(bytes instanceof Uint8Array)) continue;
        const content = pk.startsWith('BATCH#') ? pk : `${pk}/${String(sk).slice(0, -5)}`;
        chunks.set(content, [...(chunks.get(content) ?? []), { sk, bytes }]);
      }
    }
    for (const [content, parts] of chunks) {
      const bytes = unpack(parts.sort((a, b) => (a.sk < b.sk ? -1 : 1)).map((part) => part.bytes));
      for (const text of textsOf(content, bytes)) texts.add(text);
    }
    return texts;
  });
}

function textsOf(content: string, bytes: Uint8Array): readonly string[] {
  if (!content.startsWith('BATCH#')) return [Buffer.from(bytes).toString('utf8')];
  const table = decodeTable(bytes);
  return table.columnNames().flatMap((name) => Array.from(table.array(name), String));
}

/** Every text of the stored objects that are not raw workbooks, and of the other files of the folder. */
export function fileTexts(folder: string, wanted: (text: string) => boolean): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    if (!name.isFile()) continue;
    const text = readFileSync(join(name.parentPath, name.name), 'utf8');
    if (wanted(text)) texts.add(text);
  }
  return texts;
}
