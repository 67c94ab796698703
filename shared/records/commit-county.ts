import { newestState, nextTime, putCommit } from './chain.ts';
import { figuresAfter } from './figures.ts';
import { publishedCounty, readTrees } from './read-published.ts';
import type { Commit, Head } from './schema.ts';
import { type PublishPorts, type SettledFacts, storeFacts } from './settle-facts.ts';
import { storeTrees } from './store-trees.ts';
import type { Entries, EntryChange } from './tree-changes.ts';

/** A publisher that loses this often in a row gives up and lets the queue try again. */
export const mostAttempts = 20;

/** What is published of a county, read consistently: where its next commit starts from. */
export interface CountyState {
  readonly parent: Head;
  readonly entries: Entries;
  /** Facts ids by `family@period`. */
  readonly known: Readonly<Record<string, string>>;
}

/** Reads the newest state of a county. */
export async function stateOf(ports: PublishPorts, area: string): Promise<CountyState> {
  const parent = await newestState(ports.items, area, ports.now);
  const { entries, facts } = publishedCounty(
    parent,
    await readTrees(ports.items, ports.cache, Object.values(parent.trees)),
  );
  return { parent, entries, known: facts };
}

/** Content first, then the commit; `null` to the loser of a race. */
export async function tryCommit(
  ports: PublishPorts,
  { parent, known }: Pick<CountyState, 'parent' | 'known'>,
  { entries, changes }: EntryChange,
  settled: SettledFacts,
  cause: Commit['cause'],
): Promise<Commit | null> {
  const { area } = parent;
  const made = { generation: parent.generation + 1, time: nextTime(parent, ports.now) };
  const [trees] = await Promise.all([
    storeTrees(ports, parent, area, entries, settled.ids),
    storeFacts(ports, settled.fresh),
  ]);
  const next: Commit = {
    area,
    ...made,
    parent: parent.generation === 0 ? null : parent.generation,
    cause,
    changes,
    trees,
    figures: figuresAfter(parent, made, known, settled.ids),
  };
  return (await putCommit(ports.items, next, ports.now)) ? next : null;
}
