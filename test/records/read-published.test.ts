import { describe, expect, it } from 'vitest';
import type { Facts } from '../../shared/indicators/facts.ts';
import { Cache } from '../../shared/records/cache.ts';
import { Fault } from '../../shared/records/fault.ts';
import { newReadCache, readFacts, readPublished } from '../../shared/records/read-published.ts';
import { factsOf, publishFacts, startRate } from '../api/support/county.ts';
import { memoryItems } from '../support/memory-items.ts';

const area = '431202';
const periods = ['2017-02-X3', '2017-03-X3', '2017-04-X1', '2017-04-X2'];

async function published() {
  const items = memoryItems();
  const facts = periods.map((period, index) =>
    factsOf(area, 'reloc', period, '2017-04-10', startRate(2017, [index, 10], [1, 2])),
  );
  await publishFacts(items, area, facts);
  const county = (await readPublished(items, newReadCache(), [area])).get(area);
  const refs = periods.map((period) => ({
    area,
    family: 'reloc',
    period,
    id: county?.facts[`reloc@${period}`] ?? '',
  }));
  return { items, refs };
}

describe('reading facts', () => {
  it('gives every one asked for, also when the cache has room for fewer', async () => {
    const { items, refs } = await published();
    const small = { ...newReadCache(), facts: new Cache<Facts>(2) };
    const found = await readFacts(items, small, refs);
    expect([...found.values()].map((one) => one.period)).toEqual(periods);
    const again = await readFacts(items, small, refs);
    expect([...again.keys()].sort()).toEqual([...found.keys()].sort());
  });

  it('is a fault when facts that a tree names are not there, never no data', async () => {
    const { items, refs } = await published();
    const missing = refs.map((ref) => ({ ...ref, id: `${ref.id}x` }));
    await expect(readFacts(items, newReadCache(), missing)).rejects.toThrow(Fault);
  });
});
