import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/**
 * Inside a worker thread: loads a function's bundle, wires it from the environment as the cloud does, with
 * queue, secret and log replaced, and hands it events.
 */
type Handler = (event: unknown) => Promise<unknown>;
type Wire = (env: NodeJS.ProcessEnv, replaced: object) => Promise<Handler>;

const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread');
const start: WorkerStart = workerData;
const say = (message: FromWorker) => port.postMessage(message);

let lastSend = 0;
const sending = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();

const publishQueue = {
  send: (body: string) =>
    new Promise<void>((resolve, reject) => {
      lastSend += 1;
      sending.set(lastSend, { resolve, reject });
      say({ kind: 'send', id: lastSend, body });
    }),
};

const logAt =
  (level: 'info' | 'warn' | 'error') =>
  (message: string, fields: object = {}) =>
    say({ kind: 'log', level, message, fields: JSON.stringify(fields) });
const log = { info: logAt('info'), warn: logAt('warn'), error: logAt('error') };

function hasWire(module: unknown): module is { wire: Wire } {
  return (
    typeof module === 'object' && module !== null && 'wire' in module && typeof module.wire === 'function'
  );
}

const module: unknown = await import(start.bundle);
if (!hasWire(module)) throw new Error(`${start.bundle} exports no wire()`);
const token =
  start.tokenSecret === null ? null : { secret: Buffer.from(start.tokenSecret, 'hex'), version: '1' };
const handle = await module.wire(process.env, {
  log,
  publishQueue,
  inbox: start.inbox,
  ...(token ? { token } : {}),
});

port.on('message', (message: ToWorker) => {
  if (message.kind === 'sent') {
    const waiting = sending.get(message.id);
    sending.delete(message.id);
    if (message.error === null) waiting?.resolve();
    else waiting?.reject(new Error(message.error));
    return;
  }
  handle(message.event).then(
    (result) => say({ kind: 'handled', id: message.id, result }),
    (error: unknown) =>
      say({
        kind: 'failed',
        id: message.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  );
});
say({ kind: 'ready' });
