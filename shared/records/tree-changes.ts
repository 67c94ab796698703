import { atPeriod } from './keys.ts';
import type { Commit, Tree, TreeEntry, Upload, UploadPart } from './schema.ts';
import { isHeld } from './staging.ts';

/** `dataset@period` → what speaks for it, in one county over all years. */
export type Entries = Readonly<Record<string, TreeEntry>>;

/** The maps of all years in one; a key names its period, so no two years share one. */
export function allYears<Name extends 'entries' | 'facts'>(years: readonly Tree[], name: Name): Tree[Name] {
  const all: Tree[Name] = {};
  for (const year of years) Object.assign(all, year[name]);
  return all;
}

export interface EntryChange {
  readonly entries: Entries;
  readonly changes: Commit['changes'];
}

function describe(entry: string, before: TreeEntry | undefined, after: TreeEntry): Commit['changes'][number] {
  const speaker = before && before.batch !== null ? before.uploadId : null;
  const next = after.batch === null ? null : after.uploadId;
  return { entry, before: speaker, after: next, sameBatch: before?.batch === after.batch };
}

/**
 * What an accepted upload does to a county's entries: it replaces an entry or a withdrawal of a smaller
 * order and nothing else, whatever order events arrive in (design.md, Storage). A part that is held back
 * changes nothing until it is confirmed.
 */
export function publishParts(entries: Entries, upload: Upload, area: string): EntryChange {
  return apply(entries, upload, area, (part, before) =>
    isHeld(upload, part) ? null : speakFor(upload, part, before),
  );
}

/** What it would do if nothing of it were held back. */
export function publishAllParts(entries: Entries, upload: Upload, area: string): EntryChange {
  return apply(entries, upload, area, (part, before) => speakFor(upload, part, before));
}

function speakFor(
  { id, order }: Upload,
  { batch }: UploadPart,
  before: TreeEntry | undefined,
): TreeEntry | null {
  return before && before.order >= order ? null : { batch, uploadId: id, order };
}

/**
 * What withdrawing an upload does: wherever it speaks, or would speak when its event is replayed, a
 * tombstone of its order stands, which only a newer upload replaces. A part that is held back never spoke.
 */
export function withdrawParts(entries: Entries, upload: Upload, area: string): EntryChange {
  return apply(entries, upload, area, (part, before) =>
    isHeld(upload, part) || isPast(upload, before)
      ? null
      : { batch: null, uploadId: upload.id, order: upload.order },
  );
}

/** Whether something newer speaks already, or this very upload is withdrawn already. */
function isPast({ order }: Upload, before: TreeEntry | undefined): boolean {
  if (!before) return false;
  return before.order > order || (before.order === order && before.batch === null);
}

function apply(
  entries: Entries,
  upload: Upload,
  area: string,
  replace: (part: UploadPart, before: TreeEntry | undefined) => TreeEntry | null,
): EntryChange {
  const next: Record<string, TreeEntry> = { ...entries };
  const changes: Commit['changes'] = [];
  for (const part of upload.parts) {
    if (part.area !== area || part.batch === null) continue;
    const key = atPeriod(part.dataset, part.period);
    const entry = replace(part, entries[key]);
    if (!entry) continue;
    next[key] = entry;
    changes.push(describe(key, entries[key], entry));
  }
  return { entries: next, changes };
}
