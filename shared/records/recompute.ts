import { type Period, spanOf } from '../programme/periods.ts';
import { mostAttempts, stateOf, tryCommit } from './commit-county.ts';
import { Fault } from './fault.ts';
import type { PublishOutcome } from './publish.ts';
import type { Recomputation } from './recomputations.ts';
import { type PublishPorts, settleFacts } from './settle-facts.ts';

/**
 * Computes the facts of a county-year anew under the catalogue and the policy of today, from `from` on, and
 * publishes them in one commit; every other period keeps the facts it has, and what was published before stays
 * answerable as of before. Where nothing comes out otherwise there is no commit.
 */
export async function recompute(
  ports: PublishPorts,
  { area, year, from }: Recomputation,
): Promise<PublishOutcome> {
  const isAsked = (period: Period): boolean =>
    spanOf(period).year === year && spanOf(period).last >= spanOf(from).first;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { parent, entries, known } = await stateOf(ports, area);
    const settled = await settleFacts(ports, area, entries, known, isAsked);
    if (settled.fresh.length === 0) return { area, commit: null, factsWritten: 0 };
    const cause = { kind: 'recompute', uploadId: null } as const;
    const commit = await tryCommit(ports, { parent, known }, { entries, changes: [] }, settled, cause);
    if (commit) return { area, commit, factsWritten: settled.fresh.length };
  }
  throw new Fault('publish_contended', area);
}
