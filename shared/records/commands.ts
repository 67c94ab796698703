import * as z from 'zod';
import { reports } from '../contract.ts';
import { datasetIds } from '../datasets/dataset-ids.ts';
import { changeUpload } from './change-upload.ts';
import { Fault } from './fault.ts';
import { contentId } from './ids.ts';
import { storeMapping } from './mappings.ts';
import type { Objects } from './ports.ts';
import { type PublishOutcome, publishUpload, withdrawUpload } from './publish.ts';
import type { Upload } from './schema.ts';
import type { PublishPorts } from './settle-facts.ts';
import { readUpload } from './uploads.ts';

/** What may be ordered of an upload. */
export const uploadOrders = ['publish', 'confirm', 'withdraw'] as const;
export type UploadOrder = (typeof uploadOrders)[number];

const common = { id: z.string(), area: z.string(), at: z.string(), by: z.string().nullable() };

/**
 * An order somebody gave, as it is recorded before anything follows from it (design.md, Storage): with the
 * files of the inbox, all that a rebuild needs. `at` is the instant it was accepted.
 */
export const command = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.enum(uploadOrders), uploadId: z.string() }),
  z.object({
    ...common,
    kind: z.literal('mapping'),
    dataset: z.enum(datasetIds),
    /** Folded header → field name of the contract. */
    headers: z.record(z.string(), z.string()),
  }),
]);
export type Command = z.infer<typeof command>;

/** What a command orders, without who, when and under which id. */
export type Order =
  | { readonly kind: UploadOrder; readonly uploadId: string }
  | {
      readonly kind: 'mapping';
      readonly dataset: (typeof datasetIds)[number];
      readonly headers: Readonly<Record<string, string>>;
    };

/** What makes two orders the same. */
function contentOf(area: string, order: Order): readonly string[] {
  return order.kind === 'mapping'
    ? [order.kind, area, order.dataset, JSON.stringify(Object.entries(order.headers).sort())]
    : [order.kind, area, order.uploadId];
}

/** Id of a command: by the key the client gave, or by its content, so that a repetition is the same command. */
export function commandId(area: string, order: Order, idempotencyKey: string | null): string {
  return idempotencyKey === null
    ? contentId('command', contentOf(area, order))
    : contentId('command-key', [area, idempotencyKey]);
}

/** Where a command lies in the reports bucket. */
export function commandKey(area: string, id: string): string {
  return `${reports.commands}${area}/${id}.json`;
}

/**
 * Records a command, or finds it recorded. `null`: the client's key was used for another order.
 */
export async function recordCommand(
  objects: Objects,
  given: Command,
): Promise<{ readonly command: Command; readonly isNew: boolean } | null> {
  const key = commandKey(given.area, given.id);
  const found = await readCommand(objects, key);
  if (!found) {
    await objects.put(key, Buffer.from(`${JSON.stringify(given, null, 1)}\n`), 'application/json');
    return { command: given, isNew: true };
  }
  const isSame = contentOf(found.area, found).join('\n') === contentOf(given.area, given).join('\n');
  return isSame ? { command: found, isNew: false } : null;
}

/** Reads a recorded command; `null` when there is none; throws when it is damaged (a fault of ours). */
export async function readCommand(objects: Objects, key: string): Promise<Command | null> {
  const object = await objects.get(key);
  return object ? command.parse(JSON.parse(Buffer.from(object.bytes).toString('utf8'))) : null;
}

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
