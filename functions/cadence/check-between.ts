import {
  type AreaAlert,
  checkTargetSums,
  searchIdentities,
} from '../../shared/indicators/between-counties.ts';
import { batchesOf } from '../../shared/indicators/resolve.ts';
import { balanceTransfers } from '../../shared/indicators/transfers-between.ts';
import { loadBatch } from '../../shared/records/batches.ts';
import type { Items } from '../../shared/records/ports.ts';
import { newReadCache, readHeads, readPublished } from '../../shared/records/read-published.ts';
import { publishedBatches } from '../../shared/records/settle-facts.ts';

/**
 * Checks what is published in the areas of the table against each other (X1, X6, I6): targets all together, persons
 * and households by the newest batch of each county, ledgers by all of them, one county's rows in memory at a time.
 */
export async function checkBetween(items: Items): Promise<readonly AreaAlert[]> {
  const areas = [...(await readHeads(items)).keys()].sort();
  const published = await readPublished(items, newReadCache(), areas);
  const stated = [];
  const identities = searchIdentities();
  const transfers = balanceTransfers();
  for (const [area, { entries }] of published) {
    const all = publishedBatches(entries);
    const targets = batchesOf(all, 'targets').map(({ batch }) => loadBatch(items, batch));
    stated.push({ area, batches: await Promise.all(targets) });
    const ledgers = batchesOf(all, 'fundLedger').map(({ batch }) => loadBatch(items, batch));
    transfers.read(area, await Promise.all(ledgers));
    for (const dataset of ['households', 'persons'] as const) {
      const newest = batchesOf(all, dataset).at(-1);
      if (newest) identities.read(area, await loadBatch(items, newest.batch));
    }
  }
  return [...checkTargetSums(stated), ...identities.list(), ...transfers.list()];
}
