import type { ObjectRecord, PartRecord, StoreRecord, UploadRecord, VersionRecord } from './records.ts';

/** All versions of one key, oldest first. */
export interface KeyEntry {
  readonly key: string;
  /** The key's UTF-8 bytes as Latin-1 text: comparing it compares keys as S3 sorts them. */
  readonly order: string;
  readonly versions: VersionRecord[];
}

/** A multipart upload under way with the parts it has. */
export interface OpenUpload {
  readonly upload: UploadRecord;
  readonly parts: Map<number, PartRecord>;
}

/** What the journal says, in memory: rebuilt at start, kept up with every record. */
export interface ObjectIndex {
  apply(record: StoreRecord): void;
  /** The newest version of a key, which may be a delete marker. */
  current(bucket: string, key: string): VersionRecord | undefined;
  version(bucket: string, key: string, versionId: string): VersionRecord | undefined;
  /** Keys that have versions, in S3's order. */
  keys(bucket: string): readonly KeyEntry[];
  upload(uploadId: string): OpenUpload | undefined;
  /** The object a multipart upload became. */
  completed(uploadId: string): ObjectRecord | undefined;
  /** Objects whose event may not be in the queue, oldest first. */
  pending(): readonly ObjectRecord[];
  /** Newest time and highest sequence ever given. */
  readonly clock: { readonly time: number; readonly sequence: number };
  /** The records that say all this. */
  live(): readonly StoreRecord[];
}

/** The key in the order S3 lists. */
export function keyOrder(key: string): string {
  return Buffer.from(key, 'utf8').toString('latin1');
}

/** Position of the first entry whose order is not below `order`. */
export function lowerBound(entries: readonly KeyEntry[], order: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.order ?? '') < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPending(version: VersionRecord): version is ObjectRecord {
  return version.kind === 'object' && version.pending;
}

/** An empty index. */
export function objectIndex(): ObjectIndex {
  const buckets = new Map<string, Map<string, KeyEntry>>();
  const sorted = new Map<string, KeyEntry[]>();
  const uploads = new Map<string, OpenUpload>();
  const completed = new Map<string, ObjectRecord>();
  let clock = { time: 0, sequence: 0 };

  const entryOf = (bucket: string, key: string) => buckets.get(bucket)?.get(key);

  function addVersion(record: VersionRecord): void {
    const entries = buckets.get(record.bucket) ?? new Map<string, KeyEntry>();
    buckets.set(record.bucket, entries);
    const known = entries.get(record.key);
    if (known) known.versions.push(record);
    else {
      const entry = { key: record.key, order: keyOrder(record.key), versions: [record] };
      entries.set(record.key, entry);
      const list = sorted.get(record.bucket);
      if (list) list.splice(lowerBound(list, entry.order), 0, entry);
    }
  }

  function removeVersion(bucket: string, key: string, versionId: string): void {
    const entry = entryOf(bucket, key);
    const at = entry?.versions.findIndex((version) => version.versionId === versionId) ?? -1;
    if (!entry || at < 0) return;
    const [removed] = entry.versions.splice(at, 1);
    if (removed?.kind === 'object' && removed.uploadId !== null) completed.delete(removed.uploadId);
    if (entry.versions.length > 0) return;
    buckets.get(bucket)?.delete(key);
    const list = sorted.get(bucket);
    if (list) list.splice(lowerBound(list, entry.order), 1);
  }

  function markNotified(bucket: string, key: string, versionId: string): void {
    const versions = entryOf(bucket, key)?.versions ?? [];
    const at = versions.findLastIndex((version) => version.versionId === versionId);
    const version = versions[at];
    if (version?.kind !== 'object') return;
    const notified = { ...version, pending: false };
    versions[at] = notified;
    if (notified.uploadId !== null) completed.set(notified.uploadId, notified);
  }

  function allVersions(): VersionRecord[] {
    return [...buckets.values()]
      .flatMap((entries) => [...entries.values()])
      .flatMap(({ versions }) => versions)
      .sort((a, b) => a.sequence - b.sequence);
  }

  return {
    apply(record) {
      switch (record.kind) {
        case 'object':
          addVersion(record);
          if (record.uploadId !== null) {
            uploads.delete(record.uploadId);
            completed.set(record.uploadId, record);
          }
          break;
        case 'marker':
          addVersion(record);
          break;
        case 'removed':
          removeVersion(record.bucket, record.key, record.versionId);
          break;
        case 'notified':
          markNotified(record.bucket, record.key, record.versionId);
          break;
        case 'upload':
          uploads.set(record.uploadId, { upload: record, parts: new Map() });
          break;
        case 'part':
          uploads.get(record.uploadId)?.parts.set(record.number, record);
          break;
        case 'aborted':
          uploads.delete(record.uploadId);
          break;
        case 'clock':
          break;
      }
      if ('sequence' in record) {
        const { time, sequence } = record;
        clock = { time: Math.max(clock.time, time), sequence: Math.max(clock.sequence, sequence) };
      }
    },

    current: (bucket, key) => entryOf(bucket, key)?.versions.at(-1),
    version: (bucket, key, versionId) =>
      entryOf(bucket, key)?.versions.find((version) => version.versionId === versionId),

    keys(bucket) {
      const known = sorted.get(bucket);
      if (known) return known;
      const list = [...(buckets.get(bucket)?.values() ?? [])].sort((a, b) => (a.order < b.order ? -1 : 1));
      sorted.set(bucket, list);
      return list;
    },

    upload: (uploadId) => uploads.get(uploadId),
    completed: (uploadId) => completed.get(uploadId),
    pending: () => allVersions().filter(isPending),
    get clock() {
      return clock;
    },
    live: () => [
      { kind: 'clock', ...clock },
      ...[...uploads.values()].flatMap(({ upload, parts }) => [upload, ...parts.values()]),
      ...allVersions(),
    ],
  };
}
