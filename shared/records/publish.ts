import { changeUpload } from './change-upload.ts';
import { mostAttempts, stateOf, tryCommit } from './commit-county.ts';
import { Fault } from './fault.ts';
import { atPeriod } from './keys.ts';
import { type ComparedPart, compareParts, limitOf, writeDiff } from './preview.ts';
import type { Commit, Upload } from './schema.ts';
import { type PublishPorts, settleFacts } from './settle-facts.ts';
import { isHeld } from './staging.ts';
import { type Entries, publishAllParts, publishParts, withdrawParts } from './tree-changes.ts';

/** What publishing or withdrawing came to in one county. */
export interface PublishOutcome {
  readonly area: string;
  /** The commit that was made; `null` when there was nothing to change. */
  readonly commit: Commit | null;
  /** Facts that were computed and written. */
  readonly factsWritten: number;
}

/**
 * Publishes the accepted parts of an upload: one commit for each county concerned. A part that would remove
 * more published keys than the policy lets pass, or lacks them of the period before, is held back, before the commit, until a command confirms it;
 * the others go through (design.md, Acceptance). A withdrawn upload never speaks again.
 */
export async function publishUpload(ports: PublishPorts, upload: Upload): Promise<readonly PublishOutcome[]> {
  if (upload.withdrawn !== undefined) return [];
  const outcomes: PublishOutcome[] = [];
  let record = upload;
  for (const area of areasOf(upload)) {
    const { held, ...outcome } = await publishCounty(ports, record, area);
    record = held;
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Withdraws an upload: where it speaks there is no data until a newer upload comes. */
export async function withdrawUpload(
  ports: PublishPorts,
  upload: Upload,
): Promise<readonly PublishOutcome[]> {
  const outcomes: PublishOutcome[] = [];
  for (const area of areasOf(upload)) outcomes.push(await withdrawCounty(ports, upload, area));
  return outcomes;
}

/** Writes down what a staged upload would do to each of its counties; publishes nothing. */
export async function previewUpload(ports: PublishPorts, upload: Upload): Promise<void> {
  for (const area of areasOf(upload)) {
    const { parent, entries, known } = await stateOf(ports, area);
    const compared = await compareParts(ports, upload, area, entries);
    const all = publishAllParts(entries, upload, area);
    await writeDiff(ports, upload, parent, compared, await settleFacts(ports, area, all.entries, known));
  }
}

function areasOf(upload: Upload): readonly string[] {
  return [...new Set(upload.parts.filter((part) => part.batch !== null).map((part) => part.area))];
}

async function publishCounty(
  ports: PublishPorts,
  upload: Upload,
  area: string,
): Promise<PublishOutcome & { readonly held: Upload }> {
  let record = upload;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const state = await stateOf(ports, area);
    const all = publishAllParts(state.entries, record, area);
    const nothing = { area, commit: null, factsWritten: 0, held: record };
    if (all.changes.length === 0) return nothing;
    const compared = await compareParts(ports, record, area, state.entries);
    record = await holdBack(ports, record, compared);
    const wanted = await settleFacts(ports, area, all.entries, state.known);
    if (!hasSpoken(state.entries, record, area)) {
      await writeDiff(ports, record, state.parent, compared, wanted);
    }
    if (record.withdrawn !== undefined) return { ...nothing, held: record };
    const change = publishParts(state.entries, record, area);
    if (change.changes.length === 0) return { ...nothing, held: record };
    const isWhole = change.changes.length === all.changes.length;
    const settled = isWhole ? wanted : await settleFacts(ports, area, change.entries, state.known);
    const commit = await tryCommit(ports, state, change, settled, {
      kind: 'publish',
      uploadId: record.id,
    });
    if (commit) return { area, commit, factsWritten: settled.fresh.length, held: record };
  }
  throw new Fault('publish_contended', area);
}

async function withdrawCounty(ports: PublishPorts, upload: Upload, area: string): Promise<PublishOutcome> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const state = await stateOf(ports, area);
    const change = withdrawParts(state.entries, upload, area);
    if (change.changes.length === 0) return { area, commit: null, factsWritten: 0 };
    const settled = await settleFacts(ports, area, change.entries, state.known);
    const commit = await tryCommit(ports, state, change, settled, {
      kind: 'withdraw',
      uploadId: upload.id,
    });
    if (commit) return { area, commit, factsWritten: settled.fresh.length };
  }
  throw new Fault('publish_contended', area);
}

/** Records on the upload which of its parts wait; a confirmation that came meanwhile lets them through. */
async function holdBack(
  ports: PublishPorts,
  upload: Upload,
  compared: readonly ComparedPart[],
): Promise<Upload> {
  const large = compared.filter(({ part, isLarge }) => isLarge && part.hold === undefined);
  if (large.length === 0 || upload.confirmed !== undefined) return upload;
  const at = ports.now().toISOString();
  return changeUpload(ports, upload, (record) => {
    if (record.confirmed !== undefined || record.withdrawn !== undefined) return null;
    const parts = record.parts.map((part) => {
      const found = large.find((one) => isSamePart(one, part));
      return found && part.hold === undefined ? { ...part, hold: holdOf(found, at) } : part;
    });
    return { ...record, parts };
  });
}

function isSamePart({ part: { area, dataset, period } }: ComparedPart, other: ComparedPart['part']): boolean {
  return area === other.area && dataset === other.dataset && period === other.period;
}

function holdOf(
  { part, against, comparison }: ComparedPart,
  at: string,
): NonNullable<ComparedPart['part']['hold']> {
  return {
    code: 'LARGE_REMOVAL',
    against: against?.uploadId ?? '',
    period: against?.period ?? part.period,
    published: comparison?.keys.published ?? 0,
    removed: comparison?.keys.removed ?? 0,
    limitPercent: limitOf(part),
    at,
  };
}

/** Whether a part of the upload spoke in the county already: what it did is then written down. */
function hasSpoken(entries: Entries, upload: Upload, area: string): boolean {
  return upload.parts.some(
    (part) =>
      part.area === area &&
      !isHeld(upload, part) &&
      entries[atPeriod(part.dataset, part.period)]?.uploadId === upload.id,
  );
}
