import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dynamoItems } from '../../functions/adapters/dynamo-items.ts';
import { create } from '../../functions/api/handler.ts';
import type { Items } from '../../shared/records/ports.ts';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { factsOf, now, publishFacts, startRate } from './support/county.ts';
import { commitTime, publishFigures } from './support/figures-city.ts';
import { httpEvent } from './support/http-event.ts';

const client = mockClient(DynamoDBDocumentClient);
const key = z.object({ pk: z.string(), sk: z.string() });

/** The SDK's client over a table in memory. */
function answerFrom(items: Items): void {
  client.reset();
  client
    .on(QueryCommand)
    .callsFake(async ({ ExpressionAttributeValues: values, ScanIndexForward, Limit }) => {
      const range = { descending: ScanIndexForward === false, ...(Limit ? { limit: Limit } : {}) };
      const before = values[':before'] === undefined ? {} : { before: `${values[':before']}~` };
      return { Items: await items.query(values[':pk'], { ...range, ...before }) };
    });
  client.on(BatchGetCommand).callsFake(async ({ RequestItems }) => {
    const wanted = z.array(key).parse(RequestItems.table.Keys);
    return { Responses: { table: (await items.getMany(wanted)).filter(Boolean) } };
  });
}

/** Commands sent since the last time, each with the kinds of item it asked for. */
function commands(): readonly (readonly [string, string])[] {
  const sent = client.calls().map(({ firstArg }) => {
    const { input } = firstArg;
    const partitions: string[] = input.RequestItems
      ? z
          .array(key)
          .parse(input.RequestItems.table.Keys)
          .map(({ pk }) => pk)
      : [String(input.ExpressionAttributeValues[':pk'])];
    const kinds = new Set(partitions.map((pk) => pk.split('#')[0]));
    return [firstArg.constructor.name, [...kinds].join()] as const;
  });
  client.resetHistory();
  return sent;
}

let items: ReturnType<typeof memoryItems>;
let ask: (query: string) => Promise<number | undefined>;

beforeEach(async () => {
  items = memoryItems();
  await publishFigures(items);
  answerFrom(items);
  const api = create({
    province: '43',
    rolePrefix: 'anju-43',
    items: dynamoItems({
      client: new DynamoDBClient({ region: 'cn-northwest-1' }),
      table: 'table',
      pause: async () => {},
    }),
    reports: memoryObjects(),
    publishQueue: { send: async () => {} },
    now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  ask = async (query) => (await api(httpEvent('GET', '/v1/data', query))).statusCode;
});

const query =
  'indicator=reloc.start_rate,fund.leak_amount&area=children(4312)&period=latest,2017-04&vs=year,peers';

describe('commands an answer sends to the table', () => {
  it('cold: heads, trees, facts, one after the other; warm: heads', async () => {
    expect(await ask(query)).toBe(200);
    expect(commands()).toEqual([
      ['QueryCommand', 'HEADS'],
      ['BatchGetCommand', 'TREE'],
      ['BatchGetCommand', 'FACTS'],
    ]);
    await ask(query);
    expect(commands()).toEqual([['QueryCommand', 'HEADS']]);
  });

  it('with a pinned knowledge time: the commits once, then none at all', async () => {
    const asked = 'indicator=reloc.start_rate&area=431202,431224&period=latest';
    for (const county of ['431202', '431224']) {
      const facts = factsOf(county, 'reloc', '2017-04-X3', '2017-04-25', startRate(2017, [1, 9], [1, 2]));
      await publishFacts(items, county, [facts], {}, () => new Date(commitTime(9)));
    }
    const pinned = `${asked}&asOf=${commitTime(3)}`;
    expect(await ask(pinned)).toBe(200);
    expect(commands()).toEqual([
      ['QueryCommand', 'HEADS'],
      ['QueryCommand', 'COMMITS'],
      ['QueryCommand', 'COMMITS'],
      ['BatchGetCommand', 'TREE'],
      ['BatchGetCommand', 'FACTS'],
    ]);
    expect(await ask(pinned)).toBe(200);
    expect(commands()).toEqual([]);
  });

  it('are never a Scan, and never ask for a batch', async () => {
    for (const more of ['', '&asOf=2017-05-02', '&limit=1', '&shape=long&by=mode']) await ask(query + more);
    expect(client.commandCalls(ScanCommand)).toHaveLength(0);
    expect(commands().filter(([, kinds]) => kinds.includes('BATCH'))).toEqual([]);
  });
});
