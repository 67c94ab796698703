import * as z from 'zod';
import { table } from '../contract.ts';
import { type DatasetId, datasetIds } from '../datasets/dataset-ids.ts';
import type { HeaderMappings } from '../normalise/mapping.ts';
import { contentId } from './ids.ts';
import { keys } from './keys.ts';
import type { Items, Now } from './ports.ts';

/** A county's confirmed reading of odd headers of one dataset, as kept: every version, never changed. */
const storedMapping = z.object({
  area: z.string(),
  dataset: z.enum(datasetIds),
  version: z.string(),
  /** Instant the command was given: files put after it are read by it. */
  at: z.string(),
  headers: z.record(z.string(), z.string()),
});
export type StoredMapping = z.infer<typeof storedMapping>;

const { mapping: prefix } = table.prefixes;

/** Version of a mapping: by its content, so that the same headers make the same batches. */
export function mappingVersion(headers: Readonly<Record<string, string>>): string {
  return contentId('mapping', [JSON.stringify(Object.entries(headers).sort())]).slice(0, 12);
}

/** Keeps a mapping from its command; again changes nothing. */
export async function storeMapping(
  { items, now }: { readonly items: Items; readonly now: Now },
  given: Pick<StoredMapping, 'area' | 'dataset' | 'at' | 'headers'>,
): Promise<void> {
  const { area, dataset, at, headers } = given;
  const body: StoredMapping = { area, dataset, at, headers, version: mappingVersion(headers) };
  await items.put({
    ...keys.mapping(area, dataset, at),
    body: JSON.stringify(body),
    writtenAt: now().toISOString(),
  });
}

/** The mapping in force at an instant, the newest given until then; `null` when none was. */
export async function readMapping(
  items: Items,
  area: string,
  dataset: DatasetId,
  until: string,
): Promise<StoredMapping | null> {
  const { pk } = keys.mapping(area, dataset, '');
  const range = {
    after: `${prefix}${dataset}#`,
    before: `${prefix}${dataset}#${until}~`,
    descending: true,
    limit: 1,
  };
  const [row] = await items.query(pk, range);
  return row ? storedMapping.parse(JSON.parse(row.body ?? '')) : null;
}

/** All mappings of an area in force at an instant, by dataset: one query. An empty one says nothing. */
export async function readMappings(items: Items, area: string, until: string): Promise<HeaderMappings> {
  const { pk } = keys.mapping(area, '', '');
  const rows = await items.query(pk, { after: prefix, before: `${prefix}~` });
  const found: Partial<Record<DatasetId, StoredMapping>> = {};
  for (const row of rows) {
    const one = storedMapping.parse(JSON.parse(row.body ?? ''));
    if (one.at <= until) found[one.dataset] = one;
  }
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, { headers }]) => Object.keys(headers).length > 0)
      .map(([dataset, { version, headers }]) => [dataset, { version, headers }]),
  );
}
