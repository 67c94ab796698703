import type { Audience } from '../../access/roles.ts';
import { headsAt } from '../../records/read-known.ts';
import { publishedAmong, publishedOf, readHeads, readPublished } from '../../records/read-published.ts';
import type { ApiDeps } from '../http/http.ts';
import type { AsOf } from '../query/read-as-of.ts';
import type { Published } from './data-cells.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

/** What reading published figures needs from outside. */
export type ReadDeps = Pick<ApiDeps, 'items' | 'cache' | 'province' | 'now'>;

/** What a query is answered from. */
export interface State {
  readonly published: Published;
  /** What is published now, where `published` is of an earlier time and the audience may not compare the two. */
  readonly newest: Published | null;
  readonly snapshot: Snapshot;
  /** Nothing can change the answer any more: it may be kept for ever. */
  readonly isPinned: boolean;
}

/**
 * Reads what the counties publish now, or had published at a knowledge time. `null`: the snapshot named cannot
 * be given: it is of other counties, or a commit that was under way then has since joined it. What an audience with
 * a k is shown of an earlier time hangs on what is published now, and so is never pinned.
 */
export async function readState(
  { items, cache }: ReadDeps,
  counties: readonly string[],
  asOf: AsOf | null,
  audience: Audience,
): Promise<State | null> {
  if (!asOf) {
    const published = await readPublished(items, cache, counties);
    return { published, newest: null, snapshot: snapshotOf(counties, published), isPinned: false };
  }
  const name = `${asOf.snapshot} ${counties.join(' ')}`;
  const kept = asOf.snapshot === null ? undefined : cache.states.get(name);
  let reading: ReturnType<typeof readHeads> | null = null;
  const newestHeads = () => {
    reading ??= readHeads(items);
    return reading;
  };
  const known = kept
    ? { heads: kept, isPinned: true }
    : await headsAt(items, cache, counties, asOf.time, newestHeads);
  const states = [...known.heads.values()];
  const snapshot = snapshotOf(counties, new Map(states.map((head) => [head.area, { head }])));
  if (asOf.snapshot !== null && snapshot.snapshot !== asOf.snapshot) return null;
  if (asOf.snapshot !== null) cache.states.set(name, known.heads);
  const [published, newest] = await Promise.all([
    publishedOf(items, cache, states),
    audience === 'own' ? null : newestHeads().then((heads) => publishedAmong(items, cache, counties, heads)),
  ]);
  const isPinned = newest === null && (known.isPinned || asOf.snapshot !== null);
  return { published, newest, snapshot, isPinned };
}
