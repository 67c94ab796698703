import { headsAt } from '../records/read-known.ts';
import { publishedOf, readPublished } from '../records/read-published.ts';
import type { Published } from './data-cells.ts';
import type { ApiDeps } from './http.ts';
import type { AsOf } from './read-as-of.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What reading published figures needs from outside. */
export type ReadDeps = Pick<ApiDeps, 'items' | 'cache' | 'province'>;

/** What a query is answered from. */
export interface State {
  readonly published: Published;
  readonly snapshot: Snapshot;
  /** Nothing can change the answer any more: it may be kept for ever. */
  readonly isPinned: boolean;
}

/**
 * Reads what the counties publish now, or had published at a knowledge time. `null`: the snapshot named cannot
 * be given: it is of other counties, or a commit that was under way then has since joined it.
 */
export async function readState(
  { items, cache }: ReadDeps,
  counties: readonly string[],
  asOf: AsOf | null,
): Promise<State | null> {
  if (!asOf) {
    const published = await readPublished(items, cache, counties);
    return { published, snapshot: snapshotOf(counties, published), isPinned: false };
  }
  const name = `${asOf.snapshot} ${counties.join(' ')}`;
  const kept = asOf.snapshot === null ? undefined : cache.states.get(name);
  const known = kept ? { heads: kept, isPinned: true } : await headsAt(items, cache, counties, asOf.time);
  const states = [...known.heads.values()];
  const snapshot = snapshotOf(counties, new Map(states.map((head) => [head.area, { head }])));
  if (asOf.snapshot !== null && snapshot.snapshot !== asOf.snapshot) return null;
  if (asOf.snapshot !== null) cache.states.set(name, known.heads);
  const published = await publishedOf(items, cache, states);
  return { published, snapshot, isPinned: known.isPinned || asOf.snapshot !== null };
}
