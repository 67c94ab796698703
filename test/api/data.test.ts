import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { factsOf, publishFacts, startRate } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const xupu = '431224';
const hecheng = '431202';
const base = '/v1/data?indicator=reloc.start_rate';

const answer = z.object({
  snapshot: z.string(),
  asOf: z.string().nullable(),
  data: z.array(z.record(z.string(), z.unknown())),
  next: z.null(),
});

/** Xupu reports two 旬 of April, Hecheng the first of them only. */
async function published(): Promise<Endpoint> {
  const city = endpoint();
  const at = (area: string, period: string, day: string, rate: [number, number]) =>
    factsOf(area, 'reloc', period, day, startRate(2017, rate, [1, 2]));
  await publishFacts(city.items, xupu, [
    at(xupu, '2017-04-X2', '2017-04-20', [1, 10]),
    at(xupu, '2017-04-X3', '2017-04-21', [8, 10]),
  ]);
  await publishFacts(city.items, hecheng, [at(hecheng, '2017-04-X2', '2017-04-19', [3, 10])]);
  city.items.calls.length = 0;
  return city;
}

let city: Endpoint;
beforeEach(async () => {
  city = await published();
});

async function rows(query: string) {
  const { status, body } = await city.get(`${base}${query}`);
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' });
  return answer.parse(JSON.parse(body)).data;
}

describe('an observation', () => {
  it('has exactly the members of the issue', async () => {
    const { body } = await city.get(`${base}&area=431224&period=2017-04-X3`);
    const { data, ...whole } = answer.parse(JSON.parse(body));
    expect(Object.keys(whole)).toEqual(['snapshot', 'asOf', 'next']);
    expect(Object.keys(data[0] ?? {}).slice(0, 4)).toEqual(['indicator', 'area', 'period', 'dataDate']);
    expect(data).toEqual([
      {
        indicator: 'reloc.start_rate',
        area: '431224',
        period: '2017-04-X3',
        dataDate: { min: '2017-04-21', max: '2017-04-21' },
        breakdown: {},
        parameters: { basis: 'households', planYear: 2017 },
        value: 0.75,
        numerator: 9,
        denominator: 12,
        unit: '%',
        status: 'ok',
        rag: data[0]?.rag,
        coverage: 1,
        lastReported: null,
      },
    ]);
  });

  it('is one for each indicator, area and period, in the order asked', async () => {
    const query = ',reloc.occupancy_rate&area=431202,431224&period=2017-04-X3,2017-04-X2';
    const order = (await rows(query)).map((row) => `${row.indicator} ${row.area} ${row.period}`);
    expect(order).toEqual([
      'reloc.start_rate 431202 2017-04-X3',
      'reloc.start_rate 431202 2017-04-X2',
      'reloc.start_rate 431224 2017-04-X3',
      'reloc.start_rate 431224 2017-04-X2',
      'reloc.occupancy_rate 431202 2017-04-X3',
      'reloc.occupancy_rate 431202 2017-04-X2',
      'reloc.occupancy_rate 431224 2017-04-X3',
      'reloc.occupancy_rate 431224 2017-04-X2',
    ]);
  });

  it('opens by mode into concentrated, scattered and all', async () => {
    const opened = await rows('&area=4312&period=2017-04-X2&by=mode');
    expect(opened.map((row) => [row.breakdown, row.numerator, row.denominator])).toEqual([
      [{ mode: 'concentrated' }, 4, 20],
      [{ mode: 'scattered' }, 2, 4],
      [{ mode: 'all' }, 6, 24],
    ]);
  });

  it('of children(4312) is one for each of the thirteen units', async () => {
    const below = await rows('&area=children(4312)&period=2017-04-X3');
    expect(below).toHaveLength(13);
    expect(below.filter((row) => row.status === 'ok').map((row) => row.area)).toEqual([xupu]);
  });

  it('says since when a county has been silent', async () => {
    const [row] = await rows('&area=431202&period=2017-04-X3');
    expect(row).toMatchObject({ status: 'no_data', value: null, lastReported: '2017-04-X2' });
  });
});

describe('periods', () => {
  it('a month takes the newest reported period inside it, county by county', async () => {
    const [row] = await rows('&area=4312&period=2017-04');
    expect(row).toMatchObject({ period: '2017-04', numerator: 13, denominator: 24 });
    expect(row?.dataDate).toEqual({ min: '2017-04-19', max: '2017-04-21' });
  });

  it('latest is named by the newest period selected, and counts every county at its own', async () => {
    const [row] = await rows('&area=4312&period=latest');
    expect(row).toMatchObject({ period: '2017-04-X3', numerator: 13, denominator: 24 });
    expect(row?.parameters).toEqual({ basis: 'households', planYear: 2017 });
  });

  it('latest stays latest where nothing was ever reported', async () => {
    const [row] = await rows('&area=4301&period=latest');
    expect(row).toMatchObject({ period: 'latest', status: 'no_data', lastReported: null, dataDate: null });
  });

  it('planYear is that of the queried period unless it is named', async () => {
    const [byDefault] = await rows('&area=431224&period=2016');
    const [named] = await rows('&area=431224&period=2017-04&planYear=2018');
    expect(byDefault?.parameters).toMatchObject({ planYear: 2016 });
    expect(named?.parameters).toMatchObject({ planYear: 2018 });
  });
});

describe('the tag of an answer', () => {
  const url = `${base}&area=4312&period=latest`;
  const tag = async (address = url) => (await city.get(address)).headers.etag ?? '';

  it('is strong, and spares a client that has the answer', async () => {
    const first = await city.get(url);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await city.get(url, { 'if-none-match': header });
      expect({ status: again.status, body: again.body, etag: again.headers.etag }).toEqual({
        status: 304,
        body: '',
        etag,
      });
    }
    expect((await city.get(url, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('stays, and the whole answer with it, when a commit moves no figure', async () => {
    const before = await city.get(url);
    const rate = startRate(2017, [3, 10], [1, 2]);
    const same = factsOf(hecheng, 'reloc', '2017-04-X2', '2017-04-19', rate);
    const entry = { batch: 'b', uploadId: 'another', order: '2' };
    await publishFacts(city.items, hecheng, [same], { 'projects@2017-04-X2': entry });
    const after = await city.get(url);
    expect([after.headers.etag, after.body]).toEqual([before.headers.etag, before.body]);
  });

  it('changes with a figure, with coverage, and with the question', async () => {
    const before = await tag();
    const other = startRate(2017, [4, 10], [1, 2]);
    await publishFacts(city.items, hecheng, [factsOf(hecheng, 'reloc', '2017-04-X2', '2017-04-19', other)]);
    const corrected = await tag();
    await publishFacts(city.items, hecheng, []);
    const withdrawn = await tag();
    const asked = await Promise.all(['&by=mode', '&basis=persons', ',431224'].map((more) => tag(url + more)));
    expect(new Set([before, corrected, withdrawn, ...asked].values()).size).toBe(6);
  });

  it('changes when a county’s newest period does that is not the period also asked for', async () => {
    const lagging = endpoint();
    const [ahead, behind] = ['431202', '431224'];
    const facts = (area: string, period: string, started: number) =>
      factsOf(area, 'reloc', period, '2017-04-10', startRate(2017, [started, 10], [1, 2]));
    await publishFacts(lagging.items, ahead, [facts(ahead, '2017-04-X3', 9)]);
    await publishFacts(lagging.items, behind, [facts(behind, '2017-04-X2', 3)]);
    const both = '/v1/data?indicator=reloc.start_rate&area=4312&period=latest,2017-04-X3';
    const before = await lagging.get(both);
    await publishFacts(lagging.items, behind, [facts(behind, '2017-04-X2', 8)]);
    const after = await lagging.get(both);
    expect(after.body).not.toBe(before.body);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });

  it('is the same for the same question in other words', async () => {
    const words = `/v1/data?period=latest&area=431200,4312&indicator=reloc.start_rate`;
    expect(await tag(words)).toBe(await tag());
  });
});

describe('what an answer reads', () => {
  const url = `${base}&area=children(4312)&period=2017-04,latest`;

  it('is heads, trees, facts: three steps, and only heads when warm', async () => {
    await city.get(url);
    const cold = city.items.calls.map(({ operation, partitions }) => [
      operation,
      [...new Set(partitions.map((pk) => pk.split('#')[0]))],
    ]);
    city.items.calls.length = 0;
    await city.get(url);
    expect(cold).toEqual([
      ['query', ['HEADS']],
      ['getMany', ['TREE']],
      ['getMany', ['FACTS']],
    ]);
    expect(city.items.calls).toEqual([{ operation: 'query', partitions: ['HEADS'] }]);
  });

  it('is no facts at all for a client that has them', async () => {
    const elsewhere = await published();
    const { headers } = await city.get(url);
    await elsewhere.get(url, { 'if-none-match': headers.etag ?? '' });
    const partitions = elsewhere.items.calls.flatMap((call) => call.partitions);
    expect(partitions.filter((pk) => pk.startsWith('FACTS#'))).toEqual([]);
  });
});
