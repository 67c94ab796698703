import { beforeEach, describe, expect, it } from 'vitest';
import type { MemoryItems } from '../support/memory-items.ts';
import { memoryItems } from '../support/memory-items.ts';
import { publishFacts } from './support/county.ts';
import { endpoint } from './support/endpoint.ts';
import { building, concentrated, publishShapedCity } from './support/shaped-city.ts';

let items: MemoryItems;
let city: ReturnType<typeof endpoint>;
beforeEach(async () => {
  items = memoryItems();
  city = endpoint({ items });
  await publishShapedCity(items);
  items.calls.length = 0;
});

/** Operations since the last time, each with the kinds of item it asked for, uploads by themselves. */
function reads() {
  const all = items.calls.map(({ operation, partitions }) => {
    const kinds = [...new Set(partitions.map((pk) => pk.split('#')[0] ?? ''))];
    return `${operation} ${kinds.join()}`;
  });
  items.calls.length = 0;
  return {
    steps: all.filter((one) => !one.includes('COUNTY')),
    uploads: all.length - all.filter((one) => !one.includes('COUNTY')).length,
  };
}

describe('what the page reads', () => {
  it('cold: heads, trees, facts, one after the other, with its charts; warm: heads', async () => {
    await city.get('/?area=4312');
    expect(reads().steps).toEqual(['query HEADS', 'getMany TREE', 'getMany FACTS']);
    await city.get('/?area=4312');
    expect(reads().steps).toEqual(['query HEADS']);
  });

  it('of the uploads: each partition once for the list and once for the grid; none of a province for the grid', async () => {
    await city.get('/?area=4312');
    const { uploads } = reads();
    // 13 counties with the city, and besides the province for the grid
    expect(uploads).toBeLessThanOrEqual(2 * 15 + 1);
    await city.get('/?area=43');
    const list = reads().uploads;
    await city.get('/v1/uploads?area=43');
    expect(list).toBe(reads().uploads);
  });

  it('of a long series of reports only the newest', async () => {
    const periods = ['01', '02', '03', '04', '05', '06', '07', '08'].flatMap((month) =>
      ['X1', 'X2'].map(
        (xun, index) => [`2017-${month}-${xun}`, `2017-${month}-${index === 0 ? '10' : '20'}`] as const,
      ),
    );
    const long = memoryItems();
    await publishFacts(
      long,
      concentrated,
      periods.map(([period, day], index) =>
        building(concentrated, period, day, [index * 100, index * 50], 6286),
      ),
    );
    long.calls.length = 0;
    await endpoint({ items: long }).get(`/?area=${concentrated}`);
    const facts = long.calls.flatMap(({ partitions }) => partitions.filter((pk) => pk.startsWith('FACTS#')));
    // twelve points, the last of which is `latest` and rests on the facts of the one before
    expect(facts).toHaveLength(11);
  });
});

describe('what a shaped answer reads', () => {
  it.each([
    ['/v1/progress/334?area=4312', 0],
    ['/v1/funds/waterfall?area=4312', 0],
    ['/v1/ranking?indicator=reloc.start_rate&area=children(4312)', 0],
    ['/v1/ladder?area=4312', 0],
    // thirteen counties, their city and the province, each once
    ['/v1/completeness?area=children(4312)', 15],
  ])('%s: heads, trees, facts, and the uploads of %d areas; warm: heads', async (url, uploads) => {
    const stored = uploads === 0 ? ['getMany FACTS'] : [];
    await city.get(url);
    expect(reads()).toEqual({ steps: ['query HEADS', 'getMany TREE', ...stored], uploads });
    await city.get(url);
    expect(reads()).toEqual({ steps: ['query HEADS'], uploads });
  });
});
