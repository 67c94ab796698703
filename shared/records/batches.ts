import { type ColumnTable, fromArrow, toArrowIPC } from 'arquero';
import type { BatchInput } from '../indicators/facts.ts';
import type { NormalisedPart } from '../normalise/part.ts';
import { Fault } from './fault.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packed.ts';
import type { Items } from './ports.ts';
import { type BatchHeader, batchHeader } from './schema.ts';

/** Arrow bytes of a table of strings, numbers and booleans; the same rows give the same bytes. */
export function encodeTable(table: ColumnTable): Uint8Array {
  return toArrowIPC(table, { format: 'stream' });
}

/** The table back from its bytes. */
export function decodeTable(bytes: Uint8Array): ColumnTable {
  return fromArrow(bytes);
}

/**
 * Stores the accepted rows of a part, encoded, under its id: chunks first, `complete` last, so that a batch is either
 * whole or not there. Storing it again changes nothing but the time of writing.
 */
export async function storeBatch(
  items: Items,
  id: string,
  part: NormalisedPart,
  bytes: Uint8Array,
  writtenAt: string,
): Promise<void> {
  const chunks = pack(bytes);
  const header: BatchHeader = {
    area: part.area,
    dataset: part.dataset,
    period: part.period,
    dataDate: part.dataDate,
    rows: part.counts.accepted,
    chunks: chunks.length,
  };
  await items.putMany(chunks.map((bytes, chunk) => ({ ...keys.batchChunk(id, chunk), bytes, writtenAt })));
  await items.put({ ...keys.batchComplete(id), body: JSON.stringify(header), writtenAt });
}

/** Reads a batch whole, in one query; one that a tree names and that is not there is a fault, never `no data`. */
export async function loadBatch(items: Items, id: string): Promise<BatchInput> {
  const key = keys.batchComplete(id);
  const stored = await items.query(key.pk, {});
  const complete = stored.find(({ sk }) => sk === key.sk);
  if (!complete) throw new Fault('content_missing', `batch ${id}`);
  const header = batchHeader.parse(JSON.parse(complete.body ?? ''));
  const chunks = new Map(stored.map((item) => [item.sk, item.bytes]));
  const wanted = Array.from({ length: header.chunks }, (_, chunk) => keys.batchChunk(id, chunk));
  const table = decodeTable(unpack(wanted.map(({ sk }) => chunks.get(sk) ?? missing(id))));
  if (table.numRows() !== header.rows) throw new Fault('content_damaged', `batch ${id}`);
  return { id, dataset: header.dataset, period: header.period, dataDate: header.dataDate, table };
}

function missing(id: string): never {
  throw new Fault('content_missing', `batch ${id}`);
}
