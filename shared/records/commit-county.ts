import { loadTrees, newestState, nextTime, putCommit } from './chain.ts';
import type { Commit, Head } from './schema.ts';
import { type PublishPorts, type SettledFacts, storeFacts } from './settle-facts.ts';
import { storeTrees } from './store-trees.ts';
import { allYears, type Entries, type EntryChange } from './tree-changes.ts';

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
  const trees = await loadTrees(ports.items, parent);
  return { parent, entries: allYears(trees, 'entries'), known: allYears(trees, 'facts') };
}

/** Content first, then the commit; `null` to the loser of a race. */
export async function tryCommit(
  ports: PublishPorts,
  parent: Head,
  { entries, changes }: EntryChange,
  settled: SettledFacts,
  cause: Commit['cause'],
): Promise<Commit | null> {
  const { area } = parent;
  await storeFacts(ports, settled.fresh);
  const next: Commit = {
    area,
    generation: parent.generation + 1,
    parent: parent.generation === 0 ? null : parent.generation,
    time: nextTime(parent, ports.now),
    cause,
    changes,
    trees: await storeTrees(ports, parent, area, entries, settled.ids),
  };
  return (await putCommit(ports.items, next, ports.now)) ? next : null;
}
