import { join } from 'node:path';
import { type Blob, type BlobDraft, type BlobFolder, openBlobFolder } from '../disk/blobs.ts';
import { openJournal } from '../disk/journal.ts';
import { keyedLock } from '../keyed-lock.ts';
import { type ObjectCreatedEvent, objectCreatedEvent } from './event.ts';
import { type ObjectIndex, objectIndex } from './object-index.ts';
import {
  type MarkerRecord,
  type ObjectRecord,
  type PartRecord,
  type StoreRecord,
  storeRecord,
  type UploadRecord,
  type VersionRecord,
} from './records.ts';

/** An object about to be stored; version, time and sequence are given to it. */
export type NewObject = Omit<ObjectRecord, 'kind' | 'versionId' | 'sequence' | 'time' | 'pending'>;

/** Objects and their versions in a folder. What a method resolves with is durable. */
export interface ObjectStore {
  readonly index: Omit<ObjectIndex, 'apply' | 'live'>;
  draft(): Promise<BlobDraft>;
  /** Bytes `start` to `end` of an object, both inclusive. */
  read(record: ObjectRecord, start: number, end: number): AsyncIterable<Uint8Array>;
  /** All bytes of content that is no object yet. */
  readPieces(pieces: readonly Blob[]): AsyncIterable<Uint8Array>;
  /**
   * Stores a version and has its event recorded. `check` sees the newest version and throws to refuse; no
   * other version of the key comes between. Rejects when the event cannot be recorded: then the object
   * is there and is announced by {@link announce} or at the next start.
   */
  store(object: NewObject, check: (current: VersionRecord | undefined) => void): Promise<ObjectRecord>;
  /** Has the event of a stored object recorded if it is not yet. */
  announce(record: ObjectRecord): Promise<void>;
  /** Writes a delete marker. */
  mark(bucket: string, key: string): Promise<MarkerRecord>;
  /** Removes one version for good. */
  remove(version: VersionRecord): Promise<void>;
  beginUpload(upload: Omit<UploadRecord, 'kind' | 'uploadId' | 'time'>): Promise<UploadRecord>;
  storePart(part: Omit<PartRecord, 'kind' | 'time'>): Promise<PartRecord>;
  abort(uploadId: string): Promise<void>;
  close(): Promise<void>;
}

export interface ObjectStoreOptions {
  readonly folder: string;
  readonly notify: (event: ObjectCreatedEvent) => Promise<void>;
  readonly notifyBuckets: readonly string[];
  readonly now: () => Date;
  readonly randomId: () => string;
  /** When an object is said to have come in, where that is not now: the examples were sent long ago. */
  readonly arrivedAt?: (bucket: string, key: string) => Date | null;
}

/**
 * Opens the folder, or makes it: a journal of versions and a folder of content. Content that no version
 * names is swept, and events that a kill kept from the queue are recorded now.
 */
export async function openObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const { folder, notify, randomId } = options;
  const index = objectIndex();
  const lock = keyedLock();
  const journal = await openJournal<StoreRecord>({
    file: join(folder, 'objects.journal'),
    schema: storeRecord,
    replay: index.apply,
    live: index.live,
  });
  const blobs = await openBlobFolder(join(folder, 'content'));
  const wanted = contentOf(index.live());
  await blobs.sweep((sha256) => wanted.has(sha256));
  let clock = index.clock;

  function tick(arrivedAt: Date | null = null): { time: number; sequence: number } {
    const sequence = clock.sequence + 1;
    const time = arrivedAt?.getTime() ?? Math.max(options.now().getTime(), clock.time + 1);
    clock = { time: Math.max(clock.time, time), sequence };
    return { time, sequence };
  }

  async function write<T extends StoreRecord>(record: T): Promise<T> {
    await journal.append(record);
    index.apply(record);
    return record;
  }

  async function announce(record: ObjectRecord): Promise<void> {
    const known = index.version(record.bucket, record.key, record.versionId);
    if (known?.kind !== 'object' || !known.pending) return;
    await notify(objectCreatedEvent(known));
    const { bucket, key, versionId } = known;
    const notified = { kind: 'notified', bucket, key, versionId } as const;
    index.apply(notified);
    // Not awaited: losing it only means that the event is recorded a second time.
    journal.append(notified).catch(() => undefined);
  }

  for (const record of index.pending()) await announce(record);

  return {
    index,
    draft: blobs.draft,

    read: ({ pieces }, start, end) => readRange(blobs, pieces, start, end),
    readPieces: (pieces) => readRange(blobs, pieces, 0, Number.POSITIVE_INFINITY),

    async store(object, check) {
      const { bucket, key } = object;
      const stored = await lock(placeOf(bucket, key), () => {
        check(index.current(bucket, key));
        const pending = options.notifyBuckets.includes(bucket);
        const stamp = tick(options.arrivedAt?.(bucket, key) ?? null);
        return write({ ...object, ...stamp, kind: 'object', versionId: randomId(), pending } as const);
      });
      await announce(stored);
      return stored;
    },

    announce,
    mark: (bucket, key) =>
      lock(placeOf(bucket, key), () =>
        write({ kind: 'marker', bucket, key, versionId: randomId(), ...tick() } as const),
      ),
    async remove({ bucket, key, versionId }) {
      await lock(placeOf(bucket, key), () => write({ kind: 'removed', bucket, key, versionId } as const));
    },
    beginUpload: (upload) =>
      write({ ...upload, kind: 'upload', uploadId: randomId(), time: options.now().getTime() } as const),
    storePart: (part) => write({ ...part, kind: 'part', time: options.now().getTime() } as const),
    async abort(uploadId) {
      await write({ kind: 'aborted', uploadId } as const);
    },
    close: () => journal.close(),
  };
}

async function* readRange(blobs: BlobFolder, pieces: readonly Blob[], start: number, end: number) {
  let from = 0;
  for (const blob of pieces) {
    const first = Math.max(0, start - from);
    const last = Math.min(blob.size - 1, end - from);
    if (first <= last) yield* blobs.read(blob, first, last);
    from += blob.size;
  }
}

const placeOf = (bucket: string, key: string) => `${bucket}/${key}`;

function contentOf(records: readonly StoreRecord[]): ReadonlySet<string> {
  const blobs = records.flatMap((record): readonly Blob[] => {
    if (record.kind === 'object') return record.pieces;
    return record.kind === 'part' ? [record.blob] : [];
  });
  return new Set(blobs.map(({ sha256 }) => sha256));
}
