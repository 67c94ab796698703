import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { environment } from '../../shared/contract.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { normaliserVersion } from '../../shared/normalise/version.ts';
import { createTokeniser } from '../../shared/privacy/tokens.ts';
import { parseObjectCreated } from '../../shared/records/events.ts';
import { ingestUpload } from '../../shared/records/ingest-upload.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items, Now, Objects, Queue, TokenSecret } from '../../shared/records/ports.ts';
import { cloudItems, cloudObjects, cloudQueue, cloudToken } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { eachMessage } from '../adapters/queue-batch.ts';
import { readFile } from './read-file.ts';

/** What `ingest` is given: the inbox it reads, where it writes, whom it tells, and the token secret. */
export interface IngestWiring {
  readonly province: string;
  readonly items: Items;
  readonly inbox: Objects;
  readonly reports: Objects;
  readonly publishQueue: Queue;
  readonly token: TokenSecret;
  readonly now: Now;
  readonly log: Log;
}

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** The handler of the ingest queue: every message is one put into the inbox. */
export function create(wiring: IngestWiring): QueueHandler {
  const tokens = createTokeniser(wiring.token.secret);
  const ports = {
    ...wiring,
    contracts,
    versions: { normaliser: normaliserVersion, tokenKey: wiring.token.version },
    readFile: (request: Parameters<typeof readFile>[2]) => readFile(wiring.province, tokens, request),
  };
  return (event) =>
    eachMessage(event, wiring.log, async (body) => {
      const object = parseObjectCreated(body);
      if (object) await ingestUpload(ports, object);
      else wiring.log.info('message is no put into the inbox; nothing to do');
    });
}

/** Ports that differ between the cloud and the local run (design.md, The embedded default). */
export type Replaceable = Partial<Pick<IngestWiring, 'publishQueue' | 'token' | 'log'>>;

/** Wires the handler from the environment; queue, secret and log may be replaced. */
export async function wire(env: Environment, replaced: Replaceable = {}): Promise<QueueHandler> {
  return create({
    province: required(environment.province, env),
    items: cloudItems(env),
    inbox: cloudObjects(required(environment.inboxBucket, env)),
    reports: cloudObjects(required(environment.reportsBucket, env)),
    publishQueue: replaced.publishQueue ?? cloudQueue(required(environment.publishQueueUrl, env)),
    token: replaced.token ?? (await cloudToken(required(environment.tokenSecretId, env))),
    now: () => new Date(),
    log: replaced.log ?? powertoolsLog('ingest'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: QueueHandler = async (event) => (await wired())(event);
