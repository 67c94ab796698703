import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadJob } from './read-thread.ts';

/**
 * Reads and normalises a file in a thread of its own, so that this one can say how long it takes and a file
 * made to exhaust memory ends the thread and not the command. Rejects when the thread dies.
 */
export function readInThread(job: ReadJob): Promise<ReadAnswer> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { module: new URL('./read-thread.ts', import.meta.url).href, job },
  });
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: ReadAnswer) => resolve(answer));
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`reading ended with code ${code}`)));
  });
}
