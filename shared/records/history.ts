import type { Facts, FamilyId } from '../indicators/facts.ts';
import type { Period } from '../programme/periods.ts';
import { readCommits } from './chain.ts';
import { Fault } from './fault.ts';
import { atPeriod, splitAtPeriod } from './keys.ts';
import type { Items } from './ports.ts';
import { type ReadCache, readFacts, readTrees } from './read-published.ts';
import type { Commit } from './schema.ts';

/** What a county answered to a question about one family from one commit on. */
export interface PublishedState {
  readonly commit: Commit;
  /** The reported period that answered; `null`: none did. */
  readonly period: Period | null;
  /** `null`: nothing reported; `gone`: what was published is no longer kept. */
  readonly facts: Facts | null | 'gone';
}

/** Which of the periods a county has reported answers a question. */
export type PeriodChoice = (reported: readonly Period[]) => Period | null;

/**
 * The states a county went through in one family, oldest first: one for each commit after which other facts answered
 * than before. Commits are kept for ever; trees and facts that retention has swept are `gone`, never a fault.
 */
export async function historyOf(
  items: Items,
  cache: ReadCache,
  area: string,
  family: FamilyId,
  choose: PeriodChoice,
): Promise<readonly PublishedState[]> {
  const states: PublishedState[] = [];
  let standing = '';
  for (const commit of await readCommits(items, area)) {
    const found = await factsAt(items, cache, commit, family, choose);
    const name = found === 'gone' ? found : `${found?.period} ${found?.id}`;
    if (name === standing) continue;
    standing = name;
    if (found === 'gone') states.push({ commit, period: null, facts: 'gone' });
    else if (!found) states.push({ commit, period: null, facts: null });
    else {
      const ref = { area, family, ...found };
      const facts = await kept(async () => (await readFacts(items, cache, [ref])).get(found.id) ?? null);
      states.push({ commit, period: found.period, facts });
    }
  }
  return states;
}

async function factsAt(
  items: Items,
  cache: ReadCache,
  { trees }: Commit,
  family: FamilyId,
  choose: PeriodChoice,
) {
  const read = await kept(() => readTrees(items, cache, Object.values(trees)));
  if (read === 'gone') return read;
  const facts: Readonly<Record<string, string>> = Object.assign(
    {},
    ...[...read.values()].map((tree) => tree.facts),
  );
  const periods = Object.keys(facts).flatMap((key) => {
    const { name, period } = splitAtPeriod(key);
    return name === family ? [period] : [];
  });
  const period = choose(periods);
  const id = period === null ? undefined : facts[atPeriod(family, period)];
  return period !== null && id !== undefined ? { period, id } : null;
}

/** What retention has swept is gone; any other fault stays one. */
async function kept<Value>(read: () => Promise<Value>): Promise<Value | 'gone'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Fault && error.code === 'content_missing') return 'gone';
    throw error;
  }
}
