import { loadTrees, newestState, nextTime, putCommit } from './chain.ts';
import { Fault } from './fault.ts';
import type { Commit, Upload } from './schema.ts';
import { type PublishPorts, settleFacts } from './settle-facts.ts';
import { storeTrees } from './store-trees.ts';
import { allYears, type Entries, type EntryChange, publishParts, withdrawParts } from './tree-changes.ts';

/** What publishing or withdrawing came to in one county. */
export interface PublishOutcome {
  readonly area: string;
  /** The commit that was made; `null` when there was nothing to change. */
  readonly commit: Commit | null;
  /** Facts that were computed and written. */
  readonly factsWritten: number;
}

/** A publisher that loses this often in a row gives up and lets the queue try again. */
const mostAttempts = 20;

/** Publishes the accepted parts of an upload: one commit for each county concerned. */
export function publishUpload(ports: PublishPorts, upload: Upload): Promise<readonly PublishOutcome[]> {
  return forEachCounty(upload, (area) => commitChange(ports, upload, area, 'publish', publishParts));
}

/** Withdraws an upload: where it speaks there is no data until a newer upload comes. */
export function withdrawUpload(ports: PublishPorts, upload: Upload): Promise<readonly PublishOutcome[]> {
  return forEachCounty(upload, (area) => commitChange(ports, upload, area, 'withdraw', withdrawParts));
}

async function forEachCounty(
  upload: Upload,
  work: (area: string) => Promise<PublishOutcome>,
): Promise<readonly PublishOutcome[]> {
  const areas = new Set(upload.parts.filter((part) => part.batch !== null).map((part) => part.area));
  const outcomes: PublishOutcome[] = [];
  for (const area of areas) outcomes.push(await work(area));
  return outcomes;
}

async function commitChange(
  ports: PublishPorts,
  upload: Upload,
  area: string,
  kind: 'publish' | 'withdraw',
  change: (entries: Entries, upload: Upload, area: string) => EntryChange,
): Promise<PublishOutcome> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const parent = await newestState(ports.items, area, ports.now);
    const trees = await loadTrees(ports.items, parent);
    const { entries, changes } = change(allYears(trees, 'entries'), upload, area);
    if (changes.length === 0) return { area, commit: null, factsWritten: 0 };
    const known = allYears(trees, 'facts');
    const { facts, written } = await settleFacts(ports, area, entries, known);
    const next: Commit = {
      area,
      generation: parent.generation + 1,
      parent: parent.generation === 0 ? null : parent.generation,
      time: nextTime(parent, ports.now),
      cause: { kind, uploadId: upload.id },
      changes,
      trees: await storeTrees(ports, parent, area, entries, facts),
    };
    if (await putCommit(ports.items, next, ports.now)) return { area, commit: next, factsWritten: written };
  }
  throw new Fault('publish_contended', area);
}
