import { Worker } from 'node:worker_threads';

/** Starts a TypeScript module of this folder in a worker thread; it finds `data` as `workerData.data`. */
export function startThread(module: string, data: unknown, env?: NodeJS.ProcessEnv): Worker {
  return new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { module: new URL(module, import.meta.url).href, data },
    ...(env ? { env } : {}),
  });
}
