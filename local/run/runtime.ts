import { randomUUID } from 'node:crypto';
import { cadenceAt, type FunctionName, queues, routes } from '../../shared/contract.ts';
import { startGateway } from '../http/gateway.ts';
import { localPrincipals } from '../http/local-principal.ts';
import { openDiskQueue } from '../queue/disk-queue.ts';
import { startPoller } from '../queue/poller.ts';
import { startS3Endpoint } from '../s3/endpoint.ts';
import type { DataFolder } from './data-folder.ts';
import { startEveryMorning } from './every-morning.ts';
import { type FunctionWorker, startFunction } from './function-worker.ts';
import { keptBundles } from './kept-bundles.ts';
import {
  awsEnvironment,
  localCredentials,
  localEnvironment,
  localFunctions,
  localNames,
  localQueueSettings,
} from './local-environment.ts';
import { startTable } from './table.ts';

/** Where and with what a local Anju runs. */
export interface RuntimeOptions {
  readonly province: string;
  readonly data: DataFolder;
  /** Project root: where the functions' sources are. */
  readonly root: string;
  readonly port: number;
  readonly s3Port: number;
  readonly onLog: (level: 'info' | 'warn' | 'error', message: string, fields: string) => void;
}

/**
 * Events that `indicators` works on at once, in its one thread: while one waits for the table, another computes. In the
 * cloud they are containers; either way counties that meet are settled by the commit.
 */
const publishersAtOnce = 3;

/** A local Anju that is running. */
export interface Runtime {
  readonly url: string;
  readonly s3Url: string;
  readonly inboxBucket: string;
  /** How many messages wait or are being worked on. */
  pending(): { readonly ingest: number; readonly publish: number };
  /** Resolves when both queues are empty and nothing is under way. */
  idle(): Promise<void>;
  /** Says of objects of the inbox, by key, when they came in, until it is told otherwise. */
  simulateArrivals(arrivals: ReadonlyMap<string, Date>): void;
  /** Has `cadence` do at once what it does every morning; resolves when it is done, whatever came of it. */
  wakeCadence(): Promise<void>;
  deadLetters(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts table, buckets, queues, functions and endpoint over one data folder. */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { data, province, onLog } = options;
  const names = localNames(province);
  const onDeadLetter = (queue: string) => (letter: { readonly id: string }) =>
    onLog('error', `a message of the ${queue} queue could not be worked on and was put aside`, letter.id);
  const closing: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closing.reverse().splice(0)) await close();
  };
  try {
    const bundles = keptBundles(localFunctions, options.root, data.bundles);
    const table = await startTable(data.table, names.table);
    closing.push(table.close);
    const [ingestQueue, publishQueue] = await Promise.all([
      openQueue(data.ingestQueue, localQueueSettings.ingest, onDeadLetter('ingest')),
      openQueue(data.publishQueue, localQueueSettings.publish, onDeadLetter('publish')),
    ]);
    closing.push(
      () => ingestQueue.close(),
      () => publishQueue.close(),
    );
    let arrivals: ReadonlyMap<string, Date> = new Map();
    const s3 = await startS3Endpoint({
      folder: data.objects,
      port: options.s3Port,
      buckets: [names.inbox, names.reports],
      credentials: localCredentials,
      notify: (event) => ingestQueue.send(JSON.stringify(event)),
      notifyBuckets: [names.inbox],
      now: () => new Date(),
      randomId: randomUUID,
      arrivedAt: (bucket, key) => (bucket === names.inbox ? (arrivals.get(key) ?? null) : null),
    });
    closing.push(() => s3.close());
    const workers = new Map<FunctionName, FunctionWorker>();
    const { functions, thread } = await bundles;
    await Promise.all(
      localFunctions.map(async (name) => {
        const worker = await startFunction({
          thread,
          bundle: functions.get(name) ?? '',
          inbox: { bucket: names.inbox, endpoint: s3.url },
          tokenSecret: name === 'ingest' ? Buffer.from(data.tokenSecret()).toString('hex') : null,
          env: { ...localEnvironment(name, province), ...awsEnvironment(table.url, s3.url) },
          publishQueue: name === 'ingest' || name === 'api' ? publishQueue : null,
          onLog,
        });
        closing.push(worker.stop);
        workers.set(name, worker);
      }),
    );
    const invoke = (name: FunctionName) => (event: unknown) => {
      const worker = workers.get(name);
      if (!worker) throw new Error(`function ${name} does not run`);
      return worker.invoke(event);
    };
    const poll = (
      queue: typeof ingestQueue,
      name: 'ingest' | 'indicators',
      rates: { readonly batchSize: number; readonly concurrency: number },
    ) =>
      startPoller({
        ...rates,
        queue,
        handle: invoke(name),
        onFault: (error: unknown) => onLog('error', `${name} failed`, String(error)),
      });
    const pollers = [
      poll(ingestQueue, 'ingest', { batchSize: queues.ingest.batchSize, concurrency: 1 }),
      poll(publishQueue, 'indicators', {
        batchSize: queues.publish.batchSize,
        concurrency: publishersAtOnce,
      }),
    ] as const;
    closing.push(() => Promise.all(pollers.map((poller) => poller.stop())));
    const cadence = startEveryMorning({
      at: cadenceAt,
      handle: () => invoke('cadence')({}),
      onFault: (error) => onLog('error', 'cadence failed', String(error)),
    });
    closing.push(() => cadence.stop());
    const gateway = await startGateway({
      port: options.port,
      host: '127.0.0.1',
      routes,
      handlers: { api: invoke('api'), documents: invoke('documents') },
      principals: localPrincipals(province, names.rolePrefix),
      now: () => new Date(),
      randomId: randomUUID,
    });
    closing.push(() => gateway.close());
    return {
      url: gateway.url,
      s3Url: s3.url,
      inboxBucket: names.inbox,
      pending: () => ({ ingest: ingestQueue.size(), publish: publishQueue.size() }),
      idle: async () => {
        await pollers[0].idle();
        await pollers[1].idle();
      },
      simulateArrivals(told) {
        arrivals = told;
      },
      wakeCadence: () => cadence.wake(),
      deadLetters: async () =>
        (await ingestQueue.deadLetters()).length + (await publishQueue.deadLetters()).length,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openQueue(
  folder: string,
  settings: { visibilityTimeoutSeconds: number; maxReceiveCount: number },
  onDeadLetter: (letter: { readonly id: string }) => void,
) {
  return openDiskQueue({ folder, ...settings, now: Date.now, randomId: randomUUID, onDeadLetter });
}
