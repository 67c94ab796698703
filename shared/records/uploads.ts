import { table } from '../contract.ts';
import { areasWithin, isWithin } from '../programme/areas.ts';
import { atPeriod, keys } from './keys.ts';
import type { Items } from './ports.ts';
import type { PublishedCounty } from './read-published.ts';
import { type TreeEntry, type Upload, type UploadPart, upload, uploadPointer } from './schema.ts';
import { expiryOf, isWaiting } from './staging.ts';

/**
 * An upload's state as a county sees it: the stored ones, those that follow from the head, and `expired`: it
 * waited for seven days, nobody published it, and its file must be sent again.
 */
export type UploadState = Upload['state'] | 'published' | 'superseded' | 'withdrawn' | 'expired';

/** Which uploads are asked for; `before` is the order and id after which a listing goes on. */
export interface UploadFilter {
  /** Only uploads all of whose areas lie within this one are listed. */
  readonly scope: string;
  readonly area: string | null;
  readonly key: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** Reads one upload by its id, or `null`. */
export async function readUpload(items: Items, id: string): Promise<Upload | null> {
  const pointer = await items.get(keys.uploadPointer(id));
  if (!pointer) return null;
  const { area, order } = uploadPointer.parse(JSON.parse(pointer.body ?? ''));
  const row = await items.get(keys.upload(area, order, id));
  return row ? upload.parse(JSON.parse(row.body ?? '')) : null;
}

/** Position of an upload in listings: newest first. */
export function uploadPosition(record: Upload): string {
  return `${record.order}#${record.id}`;
}

/** Areas whose partitions may hold uploads of an area: itself, what lies inside it, and its parents. */
function partitionsOf(filter: UploadFilter): readonly string[] {
  const all = areasWithin(filter.scope).map((area) => area.code);
  const asked = filter.area;
  return asked === null ? all : all.filter((code) => isWithin(code, asked) || isWithin(asked, code));
}

/** Whether an upload concerns an area: it was sent for it, or a part of it is of it. */
function concerns(record: Upload, area: string): boolean {
  return isWithin(record.area, area) || record.parts.some((part) => isWithin(part.area, area));
}

/** Every area an upload speaks of: the one it was sent for and those of its parts. */
export function areasOfUpload({ area, parts }: Pick<Upload, 'area' | 'parts'>): readonly string[] {
  return [...new Set([area, ...parts.map((part) => part.area)])];
}

/** Lists uploads newest first: one query a partition, in parallel, merged. */
export async function listUploads(items: Items, filter: UploadFilter): Promise<readonly Upload[]> {
  const wanted = (record: Upload) =>
    areasOfUpload(record).every((area) => isWithin(area, filter.scope)) &&
    (filter.key === null || record.key === filter.key) &&
    (filter.area === null || concerns(record, filter.area));
  const lists = await Promise.all(
    partitionsOf(filter).map((area) => listPartition(items, area, filter, wanted)),
  );
  return lists
    .flat()
    .sort((a, b) => (uploadPosition(a) > uploadPosition(b) ? -1 : 1))
    .slice(0, filter.limit);
}

async function listPartition(
  items: Items,
  area: string,
  filter: UploadFilter,
  wanted: (record: Upload) => boolean,
): Promise<readonly Upload[]> {
  const found: Upload[] = [];
  const { county, upload: prefix } = table.prefixes;
  let before = filter.before === null ? `${prefix}~` : `${prefix}${filter.before}`;
  for (;;) {
    const rows = await items.query(`${county}${area}`, {
      after: prefix,
      before,
      descending: true,
      limit: filter.limit,
    });
    for (const row of rows) {
      const record = upload.parse(JSON.parse(row.body ?? ''));
      if (wanted(record)) found.push(record);
    }
    const last = rows.at(-1);
    if (!last || rows.length < filter.limit || found.length >= filter.limit) return found;
    before = last.sk;
  }
}

/**
 * What an upload has come to, given what its counties have published at an instant: the state of the part that
 * asks most of somebody. Something waits, or speaks, or will; else all of it is over.
 */
export function uploadState(
  record: Upload,
  published: ReadonlyMap<string, PublishedCounty>,
  now: Date,
): UploadState {
  if (record.state !== 'accepted' && record.state !== 'staged') return record.state;
  const fates = record.parts
    .filter((part) => part.batch !== null)
    .map((part) => partState(record, part, published, now));
  return byUrgency.find((state) => fates.includes(state)) ?? 'superseded';
}

const byUrgency = ['staged', 'published', 'accepted', 'expired', 'withdrawn'] as const;

/** What one part of an upload that was read has come to. */
export function partState(
  record: Upload,
  part: UploadPart,
  published: ReadonlyMap<string, PublishedCounty>,
  now: Date,
): UploadState {
  if (part.batch === null) return 'rejected';
  const entry = published.get(part.area)?.entries[atPeriod(part.dataset, part.period)];
  if (!isWaiting(record, part)) return fateOf(record, entry);
  if (record.withdrawn !== undefined) return 'withdrawn';
  if (entry && entry.order > record.order) return 'superseded';
  return now >= expiryOf(record, part) ? 'expired' : 'staged';
}

function fateOf(record: Upload, entry: TreeEntry | undefined): UploadState {
  if (!entry || entry.order < record.order) return 'accepted';
  if (entry.uploadId !== record.id) return record.withdrawn === undefined ? 'superseded' : 'withdrawn';
  return entry.batch === null ? 'withdrawn' : 'published';
}
