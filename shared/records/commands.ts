import * as z from 'zod';
import { reports } from '../contract.ts';
import { datasetIds } from '../datasets/dataset-ids.ts';
import { contentId } from './ids.ts';
import type { Objects } from './ports.ts';

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

/**
 * Id of a command: by the key the client gave, or by its content, so that a repetition is the same command. An
 * upload is published, confirmed or withdrawn once; a mapping may come back after another, so its instant counts.
 */
export function commandId(area: string, order: Order, idempotencyKey: string | null, at: string): string {
  if (idempotencyKey !== null) return contentId('command-key', [area, idempotencyKey]);
  const content = contentOf(area, order);
  return contentId('command', order.kind === 'mapping' ? [...content, at] : content);
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
