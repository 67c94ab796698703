import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import * as z from 'zod';
import { dynamoItems } from '../../../functions/adapters/dynamo-items.ts';
import type { Items } from '../../../shared/records/ports.ts';
import { untilTestEnds } from '../../support/until-test-ends.ts';

const key = z.object({ pk: z.string(), sk: z.string() });

/** Commands that were under way together: none of them waited for another's answer. */
export type Step = readonly string[];

/** The SDK's client over a table in memory, which tells what was sent to it, and what of it at the same time. */
export function countedTable(stored: Items) {
  const client = untilTestEnds(mockClient(DynamoDBDocumentClient));
  let steps: string[][] = [];
  let together: Promise<void> | null = null;
  /** Answers come together, once nothing more is sent without one. */
  const answered = (): Promise<void> => {
    together ??= new Promise((resolve) =>
      setImmediate(() => {
        together = null;
        resolve();
      }),
    );
    return together;
  };
  const sent = async (command: string, partitions: readonly string[]): Promise<void> => {
    if (together === null) steps.push([]);
    const kinds = new Set(partitions.map((pk) => pk.split('#')[0]));
    steps.at(-1)?.push(`${command} ${[...kinds].join()}`);
    await answered();
  };

  client
    .on(QueryCommand)
    .callsFake(async ({ ExpressionAttributeValues: values, ScanIndexForward, Limit }) => {
      await sent('Query', [String(values[':pk'])]);
      const [after, before] = [values[':after'], values[':before']];
      const items = await stored.query(values[':pk'], {
        descending: ScanIndexForward === false,
        ...(Limit ? { limit: Limit } : {}),
        ...(after === undefined ? {} : { after }),
        // The SDK's bound is inclusive, the adapter drops the bound itself.
        ...(before === undefined ? {} : { before: `${before}~` }),
      });
      return { Items: items };
    });
  client.on(BatchGetCommand).callsFake(async ({ RequestItems }) => {
    const wanted = z.array(key).parse(RequestItems.table.Keys);
    await sent(
      'BatchGet',
      wanted.map(({ pk }) => pk),
    );
    return { Responses: { table: (await stored.getMany(wanted)).filter(Boolean) } };
  });

  return {
    items: dynamoItems({
      client: new DynamoDBClient({ region: 'cn-northwest-1' }),
      table: 'table',
      pause: async () => {},
    }),
    /** What was sent since the last time, step by step. */
    taken(): readonly Step[] {
      const taken = steps;
      steps = [];
      return taken;
    },
    /** Every command the client was given by name, also those it has no answer to. */
    commands: (): readonly string[] => client.calls().map(({ firstArg }) => firstArg.constructor.name),
  };
}
