import { generationName, keys } from './keys.ts';
import type { Items, Now } from './ports.ts';
import { type Commit, commit, type Head, head } from './schema.ts';

/** A county before its first commit. */
const unborn = (area: string): Head => ({ area, generation: 0, time: '', trees: {} });

/** The head a commit gives. */
export function headOf({ area, generation, time, trees, figures }: Commit): Head {
  return { area, generation, time, trees, ...(figures ? { figures } : {}) };
}

async function readHead(items: Items, area: string): Promise<Head> {
  const row = await items.get(keys.head(area));
  return row ? head.parse(JSON.parse(row.body ?? '')) : unborn(area);
}

/** Moves the head forward to a commit; a head that is further already stays. */
export async function moveHead(items: Items, to: Head, now: Now): Promise<void> {
  await items.put(
    {
      ...keys.head(to.area),
      body: JSON.stringify(to),
      generation: to.generation,
      writtenAt: now().toISOString(),
    },
    { generationBelow: to.generation },
  );
}

/**
 * The newest published state of a county, strongly consistent. Whoever finds a commit newer than the head
 * moves the head first, so that a publisher that died in between leaves nothing behind.
 */
export async function newestState(items: Items, area: string, now: Now): Promise<Head> {
  const known = await readHead(items, area);
  const newer = await items.query(keys.commit(area, 0).pk, { after: generationName(known.generation) });
  const last = newer.at(-1);
  if (!last) return known;
  const newest = headOf(commit.parse(JSON.parse(last.body ?? '')));
  await moveHead(items, newest, now);
  return newest;
}

/**
 * Publishes: one put of the next commit on condition that nobody else put it. Returns false to the loser
 * of a race, who re-reads and tries again. Trees and facts are written before.
 */
export async function putCommit(items: Items, next: Commit, now: Now): Promise<boolean> {
  const won = await items.put(
    {
      ...keys.commit(next.area, next.generation),
      body: JSON.stringify(next),
      writtenAt: now().toISOString(),
    },
    { absent: true },
  );
  if (won) await moveHead(items, headOf(next), now);
  return won;
}

/** Time of the next commit: now, but always after its parent, whatever the clocks say. */
export function nextTime(parent: Head, now: Now): string {
  const at = now().getTime();
  const after = parent.time === '' ? at : new Date(parent.time).getTime() + 1;
  return new Date(Math.max(at, after)).toISOString();
}

/** All commits of a county, oldest first. */
export async function readCommits(items: Items, area: string): Promise<readonly Commit[]> {
  const rows = await items.query(keys.commit(area, 0).pk, {});
  return rows.map((row) => commit.parse(JSON.parse(row.body ?? '')));
}
