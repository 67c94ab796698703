import { headOf } from './chain.ts';
import { generationName, keys } from './keys.ts';
import type { Items } from './ports.ts';
import type { ReadCache } from './read-published.ts';
import { commit, type Head } from './schema.ts';

/** What was known of a set of counties at an instant. */
export interface KnownHeads {
  /** A county that had not published by then is not in the map. */
  readonly heads: ReadonlyMap<string, Head>;
  /** No later commit can change it: every county asked has published at or after the instant. */
  readonly isPinned: boolean;
}

/**
 * The newest commit of each county that is not later than an instant (design.md, Two times). Commits' times only
 * increase, so a county whose head is at or after the instant can have no further commit before it; where all
 * are, the state is kept for ever and asked for again without a read. `heads` reads the newest ones, where they are
 * needed.
 */
export async function headsAt(
  items: Items,
  cache: ReadCache,
  areas: readonly string[],
  time: string,
  heads: () => Promise<ReadonlyMap<string, Head>>,
): Promise<KnownHeads> {
  const name = `${time} ${areas.join(' ')}`;
  const kept = cache.states.get(name);
  if (kept) return { heads: kept, isPinned: true };
  const newest = await heads();
  const found = await Promise.all(
    areas.map(async (area) => {
      const head = newest.get(area);
      if (!head || head.time <= time) return head ?? null;
      return commitBefore(items, head, time);
    }),
  );
  const known = new Map(found.flatMap((head) => (head ? [[head.area, head] as const] : [])));
  const isPinned = areas.every((area) => (newest.get(area)?.time ?? '') >= time);
  if (isPinned) cache.states.set(name, known);
  return { heads: known, isPinned };
}

/** How many commits are read at first; what is asked for is mostly recent. */
const firstPage = 8;

/** The newest commit before a head that is not later than an instant, page by page from the head back. */
async function commitBefore(items: Items, head: Head, time: string): Promise<Head | null> {
  const { pk } = keys.commit(head.area, 0);
  let before = head.generation;
  for (let limit = firstPage; ; limit *= 4) {
    const rows = await items.query(pk, { before: generationName(before), descending: true, limit });
    const commits = rows.map((row) => commit.parse(JSON.parse(row.body ?? '')));
    const found = commits.find((one) => one.time <= time);
    const oldest = commits.at(-1);
    if (found || !oldest || rows.length < limit) return found ? headOf(found) : null;
    before = oldest.generation;
  }
}
