import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { create as createApi } from '../../functions/api/handler.ts';
import { create as createDocuments } from '../../functions/documents/handler.ts';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { countedTable, type Step } from './support/counted-table.ts';
import { factsOf, now, publishFacts, startRate, storeUpload, uploadOf } from './support/county.ts';
import { commitTime, publishFigures } from './support/figures-city.ts';
import { admin, httpEvent } from './support/http-event.ts';

const stored = memoryItems();
let table: ReturnType<typeof countedTable>;
let ask: (path: string, query: string, caller?: string) => Promise<number | undefined>;

beforeAll(async () => {
  await publishFigures(stored);
  for (const county of ['431202', '431224']) {
    const facts = factsOf(county, 'reloc', '2017-04-X3', '2017-04-25', startRate(2017, [1, 9], [1, 2]));
    await publishFacts(stored, county, [facts], {}, () => new Date(commitTime(9)));
  }
  await storeUpload(stored, uploadOf({ id: 'u1', order: `${commitTime(1)}~${'0'.repeat(32)}~v1` }));
});

/** Both functions as they start: nothing read yet. */
beforeEach(() => {
  table = countedTable(stored);
  const unused = async (): Promise<never> => {
    throw new Error('not asked for here');
  };
  const wiring = {
    province: '43',
    rolePrefix: 'anju-43',
    items: table.items,
    reports: memoryObjects(),
    now,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const api = createApi({ ...wiring, publishQueue: { send: async () => {} } });
  const documents = createDocuments({
    ...wiring,
    inbox: memoryObjects(),
    copies: { has: unused, put: unused, link: unused },
    exports: { put: async () => {}, link: async () => 'https://files.example/' },
  });
  ask = async (path, query, caller = admin) => {
    const handler = /xlsx|arrow|data-files/.test(path) ? documents : api;
    return (await handler(httpEvent('GET', path, query, {}, caller))).statusCode;
  };
});

const ofApi = ['/v1/data', '/v1/data.json', '/v1/data.csv', '/v1/data.jsonstat'];
const ofDocuments = ['/v1/data.xlsx', '/v1/data.arrow', '/v1/data-files/csv'];
const addresses = [...ofApi, ...ofDocuments];

const two = 'indicator=reloc.start_rate,fund.leak_amount&area=children(4312)';
const questions: Readonly<Record<string, string>> = {
  'several indicators, areas and periods': `${two}&period=latest,2017-04`,
  'a city, rolled up': 'indicator=reloc.start_rate&area=4312,4301&period=2017-04',
  'a breakdown': 'indicator=reloc.start_rate&area=children(4312)&period=2017-04-X3&by=mode',
  'every comparison': `${two}&period=2017-04-X3&vs=plan,previous,year,peers`,
  'a range': `${two}&period=2017-01..2017-12`,
  'the last six 旬': `${two}&period=last:6:xun`,
  'a wide table': `${two}&period=2017-04-X1..2017-04-X3&shape=wide`,
  'a page': `${two}&period=2017-04-X3&limit=3`,
};

const uploads = (count: number) => Array.from({ length: count }, () => 'Query COUNTY');
const cold: readonly Step[] = [['Query HEADS'], ['BatchGet TREE'], ['BatchGet FACTS']];

/** A wide table has no cube; what the files cost follows from one question, since all share the way to it. */
const asked = Object.entries(questions).flatMap(([what, query]) => {
  const cubes = query.includes('wide') ? ofApi.slice(0, -1) : ofApi;
  const paths = what === 'every comparison' ? [...cubes, ...ofDocuments] : cubes;
  return paths.map((path) => [what, path, query] as const);
});

it.each(asked)(
  '%s, %s: cold, heads, trees, facts, a step each; warm, one read of heads',
  async (_, path, query) => {
    const status = path.includes('data-files') ? 303 : 200;
    expect(await ask(path, query)).toBe(status);
    expect(table.taken()).toEqual(cold);
    expect(await ask(path, query)).toBe(status);
    expect(table.taken()).toEqual([['Query HEADS']]);
  },
);

describe('a knowledge time', () => {
  const asked = 'indicator=reloc.start_rate&area=431202,431224&period=latest';
  const pinned = `${asked}&asOf=${commitTime(3)}`;

  it.each(addresses)('%s: pinned, the commits once, together, then nothing at all', async (path) => {
    await ask(path, pinned);
    expect(table.taken()).toEqual([
      ['Query HEADS'],
      ['Query COMMITS', 'Query COMMITS'],
      ['BatchGet TREE'],
      ['BatchGet FACTS'],
    ]);
    await ask(path, pinned);
    expect(table.taken()).toEqual([]);
  });

  it('that a later commit may still join is read like what is live', async () => {
    const open = `${asked}&asOf=2017-05-02T12:00:00Z`;
    await ask('/v1/data', open);
    expect(table.taken()).toEqual(cold);
    await ask('/v1/data', open);
    expect(table.taken()).toEqual([['Query HEADS']]);
  });

  it('costs an analyst a read of heads, since what they see of it hangs on what is published now', async () => {
    const analyst = admin.replace('admin', 'analyst');
    await ask('/v1/data', pinned, analyst);
    const [heads, commits, trees, facts, ...more] = table.taken();
    expect([heads, trees, facts, more]).toEqual([
      ['Query HEADS'],
      ['BatchGet TREE', 'BatchGet TREE'],
      ['BatchGet FACTS'],
      [],
    ]);
    await ask('/v1/data', pinned, analyst);
    expect(table.taken()).toEqual([['Query HEADS'], commits]);
  });
});

describe('what is measured of uploads', () => {
  const measured: readonly (readonly [string, string, number, readonly Step[]])[] = [
    // its own uploads, its city's and the province's
    ['rpt.ontime of a county', 'indicator=rpt.ontime&area=431224&period=2017-04', 3, []],
    // thirteen counties, their city and the province, each once, for all indicators
    [
      'rpt.ontime and more of a city',
      'indicator=rpt.ontime,rpt.lag_hours,rpt.completeness&area=4312,children(4312)&period=2017-04,2017-04-X3',
      15,
      [],
    ],
    [
      'rpt.ontime held against all',
      'indicator=rpt.ontime&area=431224&period=2017-04&vs=previous,peers',
      15,
      [],
    ],
    ['rpt.ontime by dataset', 'indicator=rpt.ontime&area=431224&period=2017-04&by=dataset', 3, []],
    ['assess.score of a city', 'indicator=assess.score&area=4312&period=2017-04', 15, [['BatchGet FACTS']]],
  ];

  it.each(
    measured.flatMap(([what, query, count, facts]) =>
      ['/v1/data', '/v1/data.jsonstat', '/v1/data.arrow'].map(
        (path) => [what, path, query, count, facts] as const,
      ),
    ),
  )(
    '%s, %s: reads their records beside the heads, each area once, every time',
    async (_, path, query, count, facts) => {
      await ask(path, query);
      const [beside, ...others] = table.taken();
      expect([...(beside ?? [])].sort()).toEqual([...uploads(count), 'Query HEADS'].sort());
      expect(others).toEqual([['BatchGet TREE'], ...facts]);
      await ask(path, query);
      expect(table.taken().map((step) => [...step].sort())).toEqual([
        [...uploads(count), 'Query HEADS'].sort(),
      ]);
    },
  );
});

describe('the shaped answers', () => {
  it.each([
    ['/v1/progress/334', 'area=4312&year=2017', cold],
    ['/v1/funds/waterfall', 'area=4312&period=2017-04', cold],
    ['/v1/ranking', 'indicator=reloc.start_rate&area=children(4312)&period=2017-04', cold],
    ['/v1/completeness', 'area=431224&period=2017-04', [['Query HEADS', ...uploads(3)], ['BatchGet TREE']]],
  ])('%s reads what /v1/data reads', async (path, query, steps) => {
    expect(await ask(path, query)).toBe(200);
    expect(table.taken()).toEqual(steps);
  });
});

describe('the api', () => {
  it('never scans, writes, or reads a batch, whatever figures it is asked for', async () => {
    for (const [, path, query] of asked.filter(([, one]) => ofApi.includes(one))) {
      expect(await ask(path, `${query}&asOf=2017-05-02`)).toBe(200);
    }
    for (const path of ofApi) {
      expect(await ask(path, 'indicator=assess.score,rpt.ontime&area=4312&period=latest')).toBe(200);
    }
    expect(new Set(table.commands())).toEqual(new Set(['QueryCommand', 'BatchGetCommand']));
    const kinds = new Set(table.taken().flatMap((step) => step.map((command) => command.split(' ')[1])));
    expect(kinds).toEqual(new Set(['HEADS', 'TREE', 'FACTS', 'COUNTY']));
  });
});
