import { changeUpload } from './change-upload.ts';
import type { Command, UploadOrder } from './commands.ts';
import { Fault } from './fault.ts';
import { storeMapping } from './mappings.ts';
import { type PublishOutcome, publishUpload, withdrawUpload } from './publish.ts';
import type { Upload } from './schema.ts';
import type { PublishPorts } from './settle-facts.ts';
import { readUpload } from './uploads.ts';

/**
 * Obeys a recorded command. Doing it again changes nothing; what it was given for is checked when it is
 * recorded, not here, so that a rebuild obeys whatever was obeyed once.
 */
export async function obeyCommand(ports: PublishPorts, given: Command): Promise<readonly PublishOutcome[]> {
  if (given.kind === 'mapping') {
    await storeMapping(ports, given);
    return [];
  }
  const upload = await readUpload(ports.items, given.uploadId);
  if (!upload || upload.state === 'received' || upload.state === 'reading') {
    throw new Fault('upload_not_read', given.uploadId);
  }
  const record = await changeUpload(ports, upload, (known) => marked(known, given.kind, given.id));
  if (record.state !== 'accepted') return [];
  return given.kind === 'withdraw' ? withdrawUpload(ports, record) : publishUpload(ports, record);
}

/** The record with the command on it: the first of a kind counts, and after a withdrawal none. */
function marked(record: Upload, kind: UploadOrder, id: string): Upload | null {
  if (record.state === 'rejected' || record.withdrawn !== undefined) return null;
  if (kind === 'withdraw') return { ...record, withdrawn: id };
  const state = 'accepted';
  if (kind === 'confirm') return record.confirmed === undefined ? { ...record, state, confirmed: id } : null;
  return record.state === 'staged' ? { ...record, state, published: id } : null;
}
