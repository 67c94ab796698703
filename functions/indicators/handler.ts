import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { BatchInput } from '../../shared/indicators/facts.ts';
import { Cache } from '../../shared/records/cache.ts';
import { parsePublishMessage } from '../../shared/records/events.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items, Now } from '../../shared/records/ports.ts';
import { publishUpload, withdrawUpload } from '../../shared/records/publish.ts';
import { readUpload } from '../../shared/records/uploads.ts';
import { cloudItems } from '../adapters/cloud.ts';
import type { Environment } from '../adapters/environment.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { eachMessage } from '../adapters/queue-batch.ts';
import { computation } from './computation.ts';

/** What `indicators` is given: the table, and no bucket of raw files. */
export interface IndicatorsWiring {
  readonly items: Items;
  readonly now: Now;
  readonly log: Log;
}

type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** Batches kept decoded between messages: enough for one county's year. */
const batchesKept = 64;

/** The handler of the publish queue: every message publishes or withdraws one upload. */
export function create({ items, now, log }: IndicatorsWiring): QueueHandler {
  const ports = { items, now, computation, batches: new Cache<BatchInput>(batchesKept) };
  return (event) =>
    eachMessage(event, log, async (body) => {
      const message = parsePublishMessage(body);
      const upload = message ? await readUpload(items, message.uploadId) : null;
      if (!message || upload?.state !== 'accepted') {
        log.info('nothing to publish', { upload: message?.uploadId });
        return;
      }
      const outcomes = await (message.kind === 'publish' ? publishUpload : withdrawUpload)(ports, upload);
      for (const { area, commit, factsWritten } of outcomes) {
        log.info('committed', { upload: upload.id, area, generation: commit?.generation, factsWritten });
      }
    });
}

/** Wires the handler from the environment; the log may be replaced. */
export async function wire(env: Environment, replaced: { readonly log?: Log } = {}): Promise<QueueHandler> {
  return create({
    items: cloudItems(env),
    now: () => new Date(),
    log: replaced.log ?? powertoolsLog('indicators'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: QueueHandler = async (event) => (await wired())(event);
