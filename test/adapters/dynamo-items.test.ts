import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { dynamoItems } from '../../functions/adapters/dynamo-items.ts';
import { startTable } from '../../local/run/table.ts';
import { memoryItems } from '../support/memory-items.ts';
import { untilTestEnds } from '../support/until-test-ends.ts';
import { itemsContract } from './items-contract.ts';

const tableName = 'anju-test';
const noPause = async () => {};

itemsContract('DynamoDB', async () => {
  const { url, close } = await startTable(undefined, tableName);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: url, region: 'local', credentials });
  return { items: dynamoItems({ client, table: tableName, pause: noPause }), close };
});

itemsContract('memory', async () => ({ items: memoryItems(), close: async () => {} }));

describe('the DynamoDB adapter', () => {
  const client = new DynamoDBClient({ region: 'local' });
  const items = dynamoItems({ client, table: tableName, pause: noPause });
  const writtenAt = 'now';
  const key = (sk: string) => ({ pk: 'p', sk });
  const stored = (sk: string) => ({ ...key(sk), writtenAt });

  it('asks again for keys that were not processed', async () => {
    const mock = untilTestEnds(mockClient(DynamoDBDocumentClient));
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { [tableName]: [stored('1')] },
        UnprocessedKeys: { [tableName]: { Keys: [key('2')] } },
      })
      .resolvesOnce({ Responses: { [tableName]: [stored('2')] } });
    const found = await items.getMany([
      { pk: 'p', sk: '1' },
      { pk: 'p', sk: '2' },
    ]);
    expect(found.map((one) => one?.sk)).toEqual(['1', '2']);
    expect(mock.commandCalls(BatchGetCommand)).toHaveLength(2);
  });

  it('writes again what was not processed, and gives up in the end', async () => {
    const mock = untilTestEnds(mockClient(DynamoDBDocumentClient));
    const unprocessed = { UnprocessedItems: { [tableName]: [{ PutRequest: { Item: stored('1') } }] } };
    mock.on(BatchWriteCommand).resolvesOnce(unprocessed).resolves({});
    await items.putMany([{ pk: 'p', sk: '1', writtenAt }]);
    expect(mock.commandCalls(BatchWriteCommand)).toHaveLength(2);
    mock.on(BatchWriteCommand).resolves(unprocessed);
    await expect(items.putMany([{ pk: 'p', sk: '1', writtenAt }])).rejects.toThrow('unprocessed');
  });

  it('reads strongly unless told otherwise', async () => {
    const mock = untilTestEnds(mockClient(DynamoDBDocumentClient));
    mock.on(QueryCommand).resolves({ Items: [] });
    mock.on(BatchGetCommand).resolves({ Responses: {} });
    await items.query('p', {});
    await items.getMany([{ pk: 'p', sk: '1' }], 'eventual');
    expect(mock.commandCalls(QueryCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
    const request = mock.commandCalls(BatchGetCommand)[0]?.args[0].input.RequestItems?.[tableName];
    expect(request?.ConsistentRead).toBe(false);
  });

  it('tells a lost condition from a fault', async () => {
    const mock = untilTestEnds(mockClient(DynamoDBDocumentClient));
    const lost = new ConditionalCheckFailedException({ message: 'no', $metadata: {} });
    mock.on(PutCommand).rejectsOnce(lost).rejects(new Error('throttled'));
    expect(await items.put({ pk: 'p', sk: '1', writtenAt }, { absent: true })).toBe(false);
    await expect(items.put({ pk: 'p', sk: '1', writtenAt }, { absent: true })).rejects.toThrow('throttled');
  });
});
