import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Item, ItemKey, ItemRange, Items, PutCondition } from '../../shared/records/ports.ts';

const item = z.object({
  pk: z.string(),
  sk: z.string(),
  body: z.string().optional(),
  bytes: z.instanceof(Uint8Array).optional(),
  generation: z.number().optional(),
  chunks: z.number().optional(),
  writtenAt: z.string(),
});

/** Pause before what DynamoDB did not process is asked for again; passed in so that tests do not wait. */
export type Pause = (attempt: number) => Promise<void>;

export interface DynamoItemsOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly pause: Pause;
}

const readsAtOnce = 100;
/** BatchWriteItem takes 25 items and 16 MB; an item of ours is below 400 kB. */
const writesAtOnce = 25;
const mostRounds = 12;

/** The table on DynamoDB: plain Gets, Queries and conditional Puts; no transactions, no Scan. */
export function dynamoItems({ client, table, pause }: DynamoItemsOptions): Items {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  async function getSome(keys: readonly ItemKey[], consistent: boolean): Promise<Map<string, Item>> {
    const found = new Map<string, Item>();
    let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let round = 0; wanted.length > 0; round += 1) {
      if (round >= mostRounds) throw new Error(`${wanted.length} keys still unprocessed`);
      if (round > 0) await pause(round);
      const answer = await documents.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: consistent } } }),
      );
      for (const raw of answer.Responses?.[table] ?? []) {
        const one = item.parse(raw);
        found.set(`${one.pk}\n${one.sk}`, one);
      }
      wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return found;
  }

  async function putSome(items: readonly Item[]): Promise<void> {
    let requests: { PutRequest: { Item: Record<string, unknown> } }[] = items.map((one) => ({
      PutRequest: { Item: { ...one } },
    }));
    for (let round = 0; requests.length > 0; round += 1) {
      if (round >= mostRounds) throw new Error(`${requests.length} items still unprocessed`);
      if (round > 0) await pause(round);
      const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
      requests = (answer.UnprocessedItems?.[table] ?? []).flatMap((one) =>
        one.PutRequest?.Item ? [{ PutRequest: { Item: one.PutRequest.Item } }] : [],
      );
    }
  }

  return {
    async get({ pk, sk }) {
      const answer = await documents.send(
        new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
      );
      return answer.Item ? item.parse(answer.Item) : null;
    },

    async getMany(keys, read = 'consistent') {
      const slices = slicesOf(keys, readsAtOnce);
      const maps = await Promise.all(slices.map((slice) => getSome(slice, read === 'consistent')));
      return keys.map(({ pk, sk }) => maps.map((map) => map.get(`${pk}\n${sk}`)).find(Boolean) ?? null);
    },

    async query(pk, range) {
      const items: Item[] = [];
      const enough = range.limit ?? Number.POSITIVE_INFINITY;
      let start: Record<string, unknown> | undefined;
      do {
        const answer = await documents.send(
          new QueryCommand({ ...queryOf(table, pk, range), ExclusiveStartKey: start }),
        );
        const read = z.array(item).parse(answer.Items ?? []);
        items.push(...read.filter((one) => one.sk !== range.after && one.sk !== range.before));
        start = answer.LastEvaluatedKey;
      } while (start && items.length < enough);
      return items.slice(0, enough);
    },

    async put(one, condition) {
      try {
        await documents.send(
          new PutCommand({ TableName: table, Item: { ...one }, ...conditionOf(condition) }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async putMany(items) {
      await Promise.all(slicesOf(items, writesAtOnce).map(putSome));
    },
  };
}

function slicesOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

function conditionOf(condition: PutCondition | undefined) {
  if (!condition) return {};
  if ('absent' in condition) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: 'attribute_not_exists(generation) OR generation < :below',
    ExpressionAttributeValues: { ':below': condition.generationBelow },
  };
}

/** DynamoDB takes one range with inclusive bounds; the bounds themselves are dropped by the caller. */
function queryOf(table: string, pk: string, range: ItemRange) {
  const { after, before, limit } = range;
  const bound =
    after !== undefined && before !== undefined
      ? { expression: ' AND sk BETWEEN :after AND :before', values: { ':after': after, ':before': before } }
      : after !== undefined
        ? { expression: ' AND sk >= :after', values: { ':after': after } }
        : before !== undefined
          ? { expression: ' AND sk <= :before', values: { ':before': before } }
          : { expression: '', values: {} };
  return {
    TableName: table,
    KeyConditionExpression: `pk = :pk${bound.expression}`,
    ExpressionAttributeValues: { ':pk': pk, ...bound.values },
    ScanIndexForward: !range.descending,
    ConsistentRead: true,
    ...(limit === undefined ? {} : { Limit: limit + 2 }),
  };
}
