import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { environment } from '../../shared/contract.ts';
import type { BatchInput } from '../../shared/indicators/facts.ts';
import { Cache } from '../../shared/records/cache.ts';
import { parsePublishMessage } from '../../shared/records/events.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items, Now, Objects } from '../../shared/records/ports.ts';
import { newReadCache } from '../../shared/records/read-published.ts';
import { workMessage } from '../../shared/records/work-message.ts';
import { cloudItems, cloudObjects } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { eachMessage } from '../adapters/queue-batch.ts';
import { computation } from './computation.ts';

/** What `indicators` is given: the table, recorded commands and what it reports; no bucket of raw files. */
export interface IndicatorsWiring {
  readonly items: Items;
  readonly reports: Objects;
  readonly now: Now;
  readonly log: Log;
}

type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** Rows of the batches kept decoded between messages: a city's year, some 100 MB. */
const rowsKept = 300_000;

/** The handler of the publish queue: an upload to publish or to look at, or a command to obey. */
export function create({ items, reports, now, log }: IndicatorsWiring): QueueHandler {
  const batches = new Cache<BatchInput>(rowsKept, ({ table }) => table.numRows() + 1);
  const ports = { items, reports, now, computation, batches, cache: newReadCache() };
  return (event) =>
    eachMessage(event, log, async (body) => {
      const message = parsePublishMessage(body);
      if (!message) {
        log.info('message is none of the publish queue; nothing to do');
        return;
      }
      const outcomes = await workMessage(ports, message);
      if (outcomes.length === 0) log.info('nothing to publish', { ...message });
      for (const { area, commit, factsWritten } of outcomes) {
        log.info('committed', { ...message, area, generation: commit?.generation, factsWritten });
      }
    });
}

/** Wires the handler from the environment; the log may be replaced. */
export async function wire(env: Environment, replaced: { readonly log?: Log } = {}): Promise<QueueHandler> {
  return create({
    items: cloudItems(env),
    reports: cloudObjects(required(environment.reportsBucket, env)),
    now: () => new Date(),
    log: replaced.log ?? powertoolsLog('indicators'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: QueueHandler = async (event) => (await wired())(event);
