import { table } from '../contract.ts';
import type { Facts } from '../indicators/facts.ts';
import type { Mask } from '../privacy/mask.ts';
import { Cache } from './cache.ts';
import { Fault } from './fault.ts';
import { keys } from './keys.ts';
import { unpack } from './packed.ts';
import type { Item, ItemKey, Items } from './ports.ts';
import { facts as factsSchema, type Head, head, type Tree, type TreeEntry, tree } from './schema.ts';
import { allYears } from './tree-changes.ts';

/** What one county has published: its head and the maps of all its years in one. */
export interface PublishedCounty {
  readonly head: Head;
  /** `dataset@period` → what speaks for it. */
  readonly entries: Readonly<Record<string, TreeEntry>>;
  /** `family@period` → facts id. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Which facts item is wanted. */
export interface FactsRef {
  readonly area: string;
  readonly family: string;
  readonly period: string;
  readonly id: string;
}

/** Immutable content met before; one per process. */
export interface ReadCache {
  readonly trees: Cache<Tree>;
  readonly facts: Cache<Facts>;
  /** Masks by what they were made of. */
  readonly masks: Cache<Mask>;
  /** Heads of sets of counties as they stood at an instant that no later commit can reach. */
  readonly states: Cache<ReadonlyMap<string, Head>>;
}

export function newReadCache(): ReadCache {
  return {
    trees: new Cache(2_000),
    facts: new Cache(5_000),
    masks: new Cache(500),
    states: new Cache(500),
  };
}

/** Reads immutable items, again and strongly where they are not found; still missing is a fault. */
async function mustRead(items: Items, wanted: readonly ItemKey[]): Promise<readonly Item[]> {
  const first = await items.getMany(wanted, 'eventual');
  const missing = wanted.filter((_, index) => first[index] === null);
  const again = missing.length > 0 ? await items.getMany(missing, 'consistent') : [];
  let next = 0;
  return first.map((item, index) => {
    const found = item ?? again[next++] ?? null;
    const key = wanted[index];
    if (!found) throw new Fault('content_missing', `${key?.pk}/${key?.sk}`);
    return found;
  });
}

/** The heads of all counties of the province, strongly consistent: one read. */
export async function readHeads(items: Items): Promise<ReadonlyMap<string, Head>> {
  const rows = await items.query(table.prefixes.heads, {});
  return new Map(rows.map((row) => [row.sk, head.parse(JSON.parse(row.body ?? ''))]));
}

/** Trees by id, cached for ever. Every tree asked for is in the answer, whatever the cache has room for. */
export async function readTrees(
  items: Items,
  cache: ReadCache,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Tree>> {
  const { found, missing } = fromCache(cache.trees, ids);
  const rows = missing.length > 0 ? await mustRead(items, missing.map(keys.tree)) : [];
  rows.forEach((row, index) => {
    const id = missing[index] ?? '';
    const value = tree.parse(JSON.parse(row.body ?? ''));
    found.set(id, value);
    cache.trees.set(id, value);
  });
  return found;
}

/** What a cache has of the ids asked, each once, and which it lacks. */
function fromCache<Value>(cache: Cache<Value>, ids: readonly string[]) {
  const found = new Map<string, Value>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const value = cache.get(id);
    if (value === undefined) missing.push(id);
    else found.set(id, value);
  }
  return { found, missing };
}

/** Joins a head with the trees of its years. */
export function publishedCounty(county: Head, trees: ReadonlyMap<string, Tree>): PublishedCounty {
  const years = Object.values(county.trees).flatMap((id) => {
    const found = trees.get(id);
    return found ? [found] : [];
  });
  return {
    head: county,
    entries: allYears(years, 'entries'),
    facts: allYears(years, 'facts'),
  };
}

/** What the given counties have published; a county that never published is not in the map. */
export async function readPublished(
  items: Items,
  cache: ReadCache,
  areas: readonly string[],
): Promise<ReadonlyMap<string, PublishedCounty>> {
  return publishedAmong(items, cache, areas, await readHeads(items));
}

/** What the given counties publish at heads that were read already. */
export function publishedAmong(
  items: Items,
  cache: ReadCache,
  areas: readonly string[],
  heads: ReadonlyMap<string, Head>,
): Promise<ReadonlyMap<string, PublishedCounty>> {
  return publishedOf(
    items,
    cache,
    areas.flatMap((area) => heads.get(area) ?? []),
  );
}

/** What counties publish at the given states, read from their trees. */
export async function publishedOf(
  items: Items,
  cache: ReadCache,
  states: readonly Head[],
): Promise<ReadonlyMap<string, PublishedCounty>> {
  const trees = await readTrees(
    items,
    cache,
    states.flatMap((county) => Object.values(county.trees)),
  );
  return new Map(states.map((county) => [county.area, publishedCounty(county, trees)]));
}

/** Facts by id, cached for ever. Every one asked for is in the answer, whatever the cache has room for. */
export async function readFacts(
  items: Items,
  cache: ReadCache,
  refs: readonly FactsRef[],
): Promise<ReadonlyMap<string, Facts>> {
  const byId = new Map(refs.map((ref) => [ref.id, ref]));
  const { found, missing } = fromCache(cache.facts, [...byId.keys()]);
  const wanted = missing.flatMap((id) => byId.get(id) ?? []);
  const firsts =
    wanted.length > 0
      ? await mustRead(
          items,
          wanted.map((ref) => factsKey(ref, 0)),
        )
      : [];
  const rests = wanted.flatMap((ref, index) => {
    const chunks = firsts[index]?.chunks ?? 1;
    return Array.from({ length: chunks - 1 }, (_, chunk) => factsKey(ref, chunk + 1));
  });
  const further = rests.length > 0 ? [...(await mustRead(items, rests))] : [];
  wanted.forEach((ref, index) => {
    const first = firsts[index];
    const chunks = [first, ...further.splice(0, (first?.chunks ?? 1) - 1)];
    const value = unpackFacts(
      ref.id,
      chunks.map((item) => item?.bytes ?? new Uint8Array()),
    );
    found.set(ref.id, value);
    cache.facts.set(ref.id, value);
  });
  return found;
}

function factsKey(ref: FactsRef, chunk: number): ItemKey {
  return keys.facts(ref.area, ref.family, ref.period, ref.id, chunk);
}

function unpackFacts(id: string, chunks: readonly Uint8Array[]): Facts {
  const parsed = factsSchema.safeParse(JSON.parse(Buffer.from(unpack(chunks)).toString('utf8')));
  if (!parsed.success) throw new Fault('content_damaged', `facts ${id}`, parsed.error);
  return parsed.data;
}
