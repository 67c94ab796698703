import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type LegacyFormat, type LegacyReader, readLegacyWorkbook } from '../../shared/workbook/legacy.ts';
import type { LegacyWorkbook } from '../../shared/workbook/legacy-cells.ts';
import { tooLarge } from '../../shared/workbook/refusals.ts';
import { type ReadLimits, type RefusalCode, WorkbookRefused } from '../../shared/workbook/source.ts';

/** What one reading in the thread may cost. */
export interface ThreadBounds {
  /** Seconds until the thread is ended. */
  readonly seconds: number;
  /** Heap of the thread in megabytes. */
  readonly megabytes: number;
  /** Resolves when the time is up; a test decides itself when that is. */
  readonly deadline?: () => { readonly passed: Promise<void>; cancel(): void };
  /** Module the thread runs instead of this one: a job that never ends, or eats memory. */
  readonly module?: URL;
}

/** Issue 3: formats that are not streamed are ended by their worker within 20 s and 1 GB. */
export const threadBounds: ThreadBounds = { seconds: 20, megabytes: 1024 };

/** The job a thread is started with. */
interface Job {
  readonly kind: 'anju-legacy-read';
  readonly bytes: Uint8Array;
  readonly format: LegacyFormat;
  readonly limits: ReadLimits;
}

/** What the thread answers: the workbook, or why the file cannot be read. */
type Answer =
  | { readonly workbook: LegacyWorkbook }
  | { readonly refused: { readonly code: RefusalCode; readonly params: WorkbookRefused['params'] } };

/**
 * Reads .xls, .et and HTML in a thread of its own, which is ended when its time or its memory is used up: a
 * file made to keep a reader busy costs one refusal, never the function.
 *
 * The thread runs the very module this code stands in, so that a bundle of one file is enough, in the cloud
 * and locally; {@link serveThread} at the module's end tells the two apart.
 *
 * @throws WorkbookRefused `too_slow_to_read`, `too_large` (memory), or what the reader refuses
 */
export function threadedReader(bounds: ThreadBounds = threadBounds): LegacyReader {
  return (bytes, format, limits) => {
    const job: Job = { kind: 'anju-legacy-read', bytes, format, limits };
    return runInThread(job, bounds);
  };
}

/** Beginning of a thread that runs a source and not a bundle (tests): it needs the TypeScript loader first. */
const fromSource = `const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => register()).then(() => import(workerData.module));`;

async function runInThread(job: Job, bounds: ThreadBounds): Promise<LegacyWorkbook> {
  const { module = new URL(import.meta.url), seconds, megabytes } = bounds;
  const resourceLimits = { maxOldGenerationSizeMb: megabytes };
  const worker = module.pathname.endsWith('.ts')
    ? new Worker(fromSource, {
        eval: true,
        workerData: { ...job, module: module.href, loader: 'tsx/esm/api' },
        resourceLimits,
      })
    : new Worker(module, { workerData: job, resourceLimits });
  const { passed, cancel } = (bounds.deadline ?? (() => secondsFromNow(seconds)))();
  const slow = passed.then(() => {
    throw new WorkbookRefused('too_slow_to_read', { limit: seconds });
  });
  try {
    const answer = await Promise.race([answerOf(worker, bounds), slow]);
    if ('refused' in answer) throw new WorkbookRefused(answer.refused.code, answer.refused.params);
    return answer.workbook;
  } finally {
    cancel();
    await worker.terminate();
  }
}

function secondsFromNow(seconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

function answerOf(worker: Worker, { megabytes }: ThreadBounds): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('messageerror', reject);
    worker.on('error', (error: Error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? tooLarge('memory', megabytes, megabytes) : error);
    });
    worker.on('exit', (code) => reject(new Error(`the reading thread ended with code ${code}`)));
  });
}

function isJob(data: unknown): data is Job {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'anju-legacy-read';
}

async function serveThread(): Promise<void> {
  if (isMainThread || parentPort === null || !isJob(workerData)) return;
  const { bytes, format, limits } = workerData;
  parentPort.postMessage(await answerTo(() => readLegacyWorkbook(bytes, format, limits)));
}

async function answerTo(read: () => Promise<LegacyWorkbook>): Promise<Answer> {
  try {
    return { workbook: await read() };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return { refused: { code: error.code, params: error.params } };
  }
}

await serveThread();
