import { expect, it } from 'vitest';
import { computation } from '../../functions/indicators/computation.ts';
import type { Items } from '../../shared/records/ports.ts';
import { publishUpload } from '../../shared/records/publish.ts';
import { newReadCache, readPublished } from '../../shared/records/read-published.ts';
import { memoryItems } from '../support/memory-items.ts';
import { acceptedUpload, county, publishPorts } from './support/harness.ts';

/** Facts ids of the relocation family by period, as a reader finds them. */
async function relocationFacts(items: Items): Promise<Readonly<Record<string, string>>> {
  const published = (await readPublished(items, newReadCache(), [county])).get(county);
  const found = Object.entries(published?.facts ?? {}).filter(([key]) => key.startsWith('reloc@'));
  return Object.fromEntries(found);
}

it('a back-dated correction recomputes its own period and exactly the later one that looks back on it', async () => {
  const items = memoryItems();
  const ports = { ...publishPorts(items), computation };
  const send = async (name: string, minute: number, period: string, rows: number) =>
    publishUpload(ports, await acceptedUpload(items, { name, minute, period, rows }));
  const periods = ['2017-03-X3', '2017-04-X3', '2017-05-X3', '2017-06-X3'];
  for (const [index, period] of periods.entries()) await send(period, index, period, 3);
  const before = await relocationFacts(items);
  await send('corrected', 9, '2017-03-X3', 2);
  const after = await relocationFacts(items);
  const changed = periods.filter((period) => before[`reloc@${period}`] !== after[`reloc@${period}`]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(changed).toEqual(['2017-03-X3', '2017-04-X3']);
});
