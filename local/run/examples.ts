import type { ExampleFile } from '../../examples/huaihua/files.ts';
import { localCredentials } from './local-environment.ts';
import type { Progress } from './progress.ts';
import type { Runtime } from './runtime.ts';
import { startThread } from './start-thread.ts';

/** What the thread that loads examples is given. */
export interface ExamplesStart {
  readonly s3Url: string;
  readonly bucket: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** What it reports. */
export type ExamplesMessage =
  | { readonly kind: 'planned'; readonly files: readonly PlannedFile[] }
  | { readonly kind: 'put' }
  | { readonly kind: 'done' };

/** A file that will be put: how many rows it has, and when it is said to have come in. */
export type PlannedFile = Pick<ExampleFile, 'key' | 'rows' | 'arrivesAt'>;

/** What the thread waits for before it puts the first file. */
export const go = 'go';

/** How often progress is looked at, in milliseconds. */
const lookEvery = 100;

/**
 * Puts the example files into the inbox and waits until every one of them is published. They are said to have come
 * in when the offices of 2016 and 2017 sent them, so that what is measured of reporting (`rpt.ontime`) speaks of
 * them and not of this machine; when they were published is today.
 */
export async function loadExamples(
  runtime: Runtime,
  progress: Progress,
): Promise<{ files: number; rows: number }> {
  let rows: readonly number[] = [];
  let put = 0;
  const show = () => {
    const { ingest, publish } = runtime.pending();
    const done = Math.max(0, put - ingest - publish);
    const rowsDone = sum(rows.slice(0, done));
    const stage = ingest > 0 || put < rows.length ? 'reading' : 'publishing';
    progress.show({ stage, files: done, filesTotal: rows.length, rows: rowsDone, rowsTotal: sum(rows) });
  };
  const looking = setInterval(show, lookEvery);
  try {
    await runThread(runtime, (message) => {
      if (message.kind === 'planned') {
        rows = message.files.map((file) => file.rows);
        runtime.simulateArrivals(
          new Map(message.files.map(({ key, arrivesAt }) => [key, new Date(arrivesAt)])),
        );
      }
      if (message.kind === 'put') put += 1;
    });
    await runtime.idle();
    show();
    return { files: rows.length, rows: sum(rows) };
  } finally {
    runtime.simulateArrivals(new Map());
    clearInterval(looking);
    progress.end();
  }
}

function runThread(runtime: Runtime, onMessage: (message: ExamplesMessage) => void): Promise<void> {
  const start: ExamplesStart = {
    s3Url: runtime.s3Url,
    bucket: runtime.inboxBucket,
    credentials: localCredentials,
  };
  const thread = startThread('./examples-thread.ts', start);
  return new Promise((resolve, reject) => {
    thread.on('error', reject);
    thread.on('message', (message: ExamplesMessage) => {
      onMessage(message);
      if (message.kind === 'planned') thread.postMessage(go);
      if (message.kind === 'done') resolve();
    });
    thread.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`loading examples ended with code ${code}`)),
    );
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
