import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { renameDurably, syncFolder } from './durable.ts';
import { JournalCorrupt, readLines, toLine } from './journal-lines.ts';

/** An append-only file of records; whoever awaits `append` may answer for the record. */
export interface Journal<T> {
  /** Resolves when the record is on disk; rejects when it is not in the file. */
  append(record: T): Promise<void>;
  close(): Promise<void>;
}

export interface JournalOptions<T> {
  readonly file: string;
  readonly schema: z.ZodType<T>;
  /** Called for every record in the file, in order, while opening. */
  readonly replay: (record: T) => void;
  /** What the file would hold if it were written afresh; asked once, after the replay. */
  readonly live: () => readonly T[];
}

interface Waiting<T> {
  readonly record: T;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const spareRecords = 1000;

/**
 * Opens the journal, or makes it. A torn last line, what a kill in the middle of an append leaves, was
 * acknowledged to nobody and is cut off; damage elsewhere throws {@link JournalCorrupt}. A file that is mostly
 * history is rewritten. Appends that come together are one line, written and synced together.
 */
export async function openJournal<T>(options: JournalOptions<T>): Promise<Journal<T>> {
  const { file } = options;
  await mkdir(dirname(file), { recursive: true });
  await rm(`${file}.new`, { force: true });
  let { length, records } = await replayFile(options);
  const live = options.live();
  if (records > 2 * live.length + spareRecords) length = await rewrite(file, live);
  const handle = await open(file, 'a+');
  await handle.truncate(length);
  await handle.sync();
  await syncFolder(dirname(file));
  return appender(handle, length);
}

async function replayFile<T>({ file, schema, replay }: JournalOptions<T>) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const batch = z.array(schema);
  let records = 0;
  const length = readLines(bytes, file, (value, line) => {
    const parsed = batch.safeParse(value);
    if (!parsed.success) throw new JournalCorrupt(file, line, 'holds what this version does not know');
    for (const record of parsed.data) replay(record);
    records += parsed.data.length;
  });
  return { length, records };
}

async function rewrite<T>(file: string, records: readonly T[]): Promise<number> {
  const bytes = Buffer.from(records.map((record) => toLine([record])).join(''), 'utf8');
  const handle = await open(`${file}.new`, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await renameDurably(`${file}.new`, file);
  return bytes.length;
}

function appender<T>(handle: FileHandle, start: number): Journal<T> {
  let length = start;
  let broken: unknown = null;
  let closed = false;
  let waiting: Waiting<T>[] = [];
  let writing: Promise<void> | null = null;

  async function writeBatch(batch: readonly Waiting<T>[]): Promise<void> {
    if (broken) throw broken;
    const bytes = Buffer.from(toLine(batch.map(({ record }) => record)), 'utf8');
    try {
      await handle.appendFile(bytes);
      await handle.datasync();
      length += bytes.length;
    } catch (error) {
      await handle.truncate(length).catch(() => {
        broken = error;
      });
      throw error;
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeBatch(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = null;
  }

  return {
    append(record) {
      if (closed) return Promise.reject(new Error('the journal is closed'));
      return new Promise((resolve, reject) => {
        waiting.push({ record, resolve, reject });
        writing ??= drain();
      });
    },
    async close() {
      if (closed) return;
      closed = true;
      await writing;
      await handle.close();
    },
  };
}
