import { spanOf } from '../programme/periods.ts';
import { contentId } from './ids.ts';
import { keys, splitAtPeriod } from './keys.ts';
import type { Item, Items, Now } from './ports.ts';
import type { ReadCache } from './read-published.ts';
import type { Head, Tree } from './schema.ts';
import type { Entries } from './tree-changes.ts';

/** Writes the tree of every year that is new and remembers it; returns the ids of all years. */
export async function storeTrees(
  ports: { readonly items: Items; readonly now: Now; readonly cache: Pick<ReadCache, 'trees'> },
  parent: Head,
  area: string,
  entries: Entries,
  facts: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const years = new Map<number, { entries: Tree['entries']; facts: Tree['facts'] }>();
  const yearOf = (key: string) => {
    const year = spanOf(splitAtPeriod(key).period).year;
    const found = years.get(year) ?? { entries: {}, facts: {} };
    years.set(year, found);
    return found;
  };
  for (const [key, entry] of Object.entries(entries).sort()) yearOf(key).entries[key] = entry;
  for (const [key, id] of Object.entries(facts).sort()) yearOf(key).facts[key] = id;
  const ids: Record<string, string> = {};
  const fresh: Item[] = [];
  const written = new Map<string, Tree>();
  for (const [year, content] of [...years].sort(([a], [b]) => a - b)) {
    const tree: Tree = { area, year, ...content };
    const body = JSON.stringify(tree);
    const id = contentId('tree', [body]);
    ids[String(year)] = id;
    if (parent.trees[String(year)] === id) continue;
    fresh.push({ ...keys.tree(id), body, writtenAt: ports.now().toISOString() });
    written.set(id, tree);
  }
  if (fresh.length > 0) await ports.items.putMany(fresh);
  for (const [id, tree] of written) ports.cache.trees.set(id, tree);
  return ids;
}
