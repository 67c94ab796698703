import { Fault } from './fault.ts';
import { keys } from './keys.ts';
import type { Items, Now } from './ports.ts';
import { type Upload, upload } from './schema.ts';

/** A writer that loses this often in a row gives up and lets the queue try again. */
const mostAttempts = 20;

/**
 * Changes the record of an upload, beginning from a state of it that may be old: a write succeeds only over
 * the revision it was made from, and the loser makes its change anew from what it finds. `change` gives `null`
 * where there is nothing to do. Returns the record as it stands then.
 */
export async function changeUpload(
  { items, now }: { readonly items: Items; readonly now: Now },
  known: Upload,
  change: (record: Upload) => Upload | null,
): Promise<Upload> {
  const key = keys.upload(known.area, known.order, known.id);
  let record = known;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const next = change(record);
    if (!next) return record;
    const revision = (record.revision ?? 0) + 1;
    const saved: Upload = { ...next, revision };
    const item = {
      ...key,
      body: JSON.stringify(saved),
      generation: revision,
      writtenAt: now().toISOString(),
    };
    if (await items.put(item, { generationBelow: revision })) return saved;
    const stored = await items.get(key);
    if (!stored?.body) throw new Fault('content_missing', `upload ${known.id}`);
    record = upload.parse(JSON.parse(stored.body));
  }
  throw new Fault('upload_contended', known.id);
}
