import { Worker } from 'node:worker_threads';
import type { Queue } from '../../shared/records/ports.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** One function, running in a thread of its own so that the endpoints keep answering. */
export interface FunctionWorker {
  /** Hands the function an event; rejects when the function throws or its thread is gone. */
  invoke(event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface FunctionWorkerOptions extends WorkerStart {
  /** URL of the bundled thread. */
  readonly thread: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where the function's messages go. */
  readonly publishQueue: Queue | null;
  readonly onLog: (level: 'info' | 'warn' | 'error', message: string, fields: string) => void;
}

/** Starts the thread and resolves when the function is wired. */
export function startFunction(options: FunctionWorkerOptions): Promise<FunctionWorker> {
  const { thread, bundle, tokenSecret, inbox } = options;
  const start: WorkerStart = { bundle, tokenSecret, inbox };
  const worker = new Worker(new URL(thread), { workerData: start, env: { ...options.env } });
  const say = (message: ToWorker) => worker.postMessage(message);
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let stopped: Error | null = null;

  const invoke = (event: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      if (stopped) {
        reject(stopped);
        return;
      }
      last += 1;
      waiting.set(last, { resolve, reject });
      say({ kind: 'handle', id: last, event });
    });

  const settle = (id: number) => {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  };

  return new Promise((ready, failed) => {
    const end = (error: Error) => {
      stopped = error;
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
      failed(error);
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('the function has stopped')));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') ready({ invoke, stop: async () => void (await worker.terminate()) });
      else if (message.kind === 'handled') settle(message.id)?.resolve(message.result);
      else if (message.kind === 'failed') settle(message.id)?.reject(new Error(message.error));
      else if (message.kind === 'log') options.onLog(message.level, message.message, message.fields);
      else forward(options.publishQueue, message.id, message.body, say);
    });
  });
}

function forward(queue: Queue | null, id: number, body: string, say: (message: ToWorker) => void): void {
  const sent = queue ? queue.send(body) : Promise.reject(new Error('this function may send nothing'));
  sent.then(
    () => say({ kind: 'sent', id, error: null }),
    (error: unknown) => say({ kind: 'sent', id, error: String(error) }),
  );
}
