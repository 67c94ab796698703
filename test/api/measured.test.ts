import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf, publishFacts, startRate, storeUpload, uploadOf } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const part = (dataset: 'projects' | 'persons', period: string, rows: number, quarantined = 0) => ({
  area: '431224',
  dataset,
  period,
  dataDate: '2017-04-21',
  rows,
  accepted: rows - quarantined,
  quarantined,
  ignored: 0,
  batch: `${dataset}@${period}`,
});
const order = (minute: number) => `2017-05-02T01:00:0${minute}.000Z~${'0'.repeat(32)}~v${minute}`;

/** One county of Huaihua that sent two files, at an instant when most of April is due (2017-05-02, 09:30). */
async function city(now?: () => Date): Promise<Endpoint> {
  const found = endpoint(now ? { now } : {});
  const sent = [
    {
      id: 'u1',
      order: order(1),
      receivedAt: '2017-04-12T15:59:59.000Z',
      parts: [part('projects', '2017-04-X1', 60, 3)],
    },
    {
      id: 'u2',
      order: order(2),
      receivedAt: '2017-04-23T16:00:00.000Z',
      parts: [part('projects', '2017-04-X2', 40)],
    },
  ];
  for (const one of sent) await storeUpload(found.items, uploadOf(one));
  await publishFacts(found.items, '431224', [
    factsOf('431224', 'reloc', '2017-04-X2', '2017-04-20', startRate(2017, [10, 20], [30, 40])),
  ]);
  return found;
}

async function figures(found: Endpoint, query: string) {
  const { status, body, headers } = await found.get(`/v1/data?${query}`);
  const { data } = JSON.parse(body);
  return { status, etag: headers.etag, data };
}

describe('reporting discipline, measured when asked', () => {
  let huaihua: Endpoint;
  beforeAll(async () => {
    huaihua = await city();
  });

  it.each([
    ['rpt.ontime', 1, 4, 0.25],
    ['rpt.lag_hours', 25, 2, 12.5],
    ['rpt.reject_rate', 3, 100, 0.03],
    ['rpt.correction_rate', 0, 2, 0],
    ['rpt.completeness', 1, 11, 0.090909],
  ])('%s of the county in April is %d/%d = %d', async (indicator, numerator, denominator, value) => {
    const { data } = await figures(huaihua, `indicator=${indicator}&area=431224&period=2017-04`);
    expect(data).toMatchObject([{ numerator, denominator, value, status: 'ok', coverage: 1 }]);
  });

  it('counts the counties that sent nothing', async () => {
    const { data } = await figures(huaihua, 'indicator=rpt.ontime&area=4312&period=2017-04-X1');
    expect(data).toMatchObject([{ numerator: 1, denominator: 26, rag: 'red' }]);
  });

  it('opens by dataset and by grain', async () => {
    const { data } = await figures(huaihua, 'indicator=rpt.ontime&area=431224&period=2017-04&by=dataset');
    const told = data.map(
      (one: { breakdown: { dataset: string }; numerator: number; denominator: number }) => [
        one.breakdown.dataset,
        `${one.numerator}/${one.denominator}`,
      ],
    );
    expect(told).toEqual([
      ['progressReports', '0/2'],
      ['projects', '1/2'],
      ['all', '1/4'],
    ]);
  });

  it('knows at an earlier time what was known then', async () => {
    const { data } = await figures(
      huaihua,
      'indicator=rpt.ontime&area=431224&period=2017-04&asOf=2017-04-20T00:00:00Z',
    );
    expect(data).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('under latest is held against the period before the one it came to', async () => {
    const { data } = await figures(huaihua, 'indicator=rpt.ontime&area=431224&period=latest&vs=previous');
    expect(data).toMatchObject([
      { period: '2017-04-X2', vs: { previous: { period: '2017-04-X1', value: 0.5 } } },
    ]);
  });

  it('counts what a city sent for its county, and once', async () => {
    const found = await city();
    const parts = [part('persons', '2017-04', 10), { ...part('persons', '2017-04', 30), area: '431223' }];
    const sent = { id: 'u3', area: '4312', order: order(3), receivedAt: '2017-05-01T00:00:00.000Z', parts };
    await storeUpload(found.items, uploadOf(sent));
    const query = 'indicator=rpt.reject_rate&area=4312,431223,431224&period=2017-04';
    const { data } = await figures(found, query);
    expect(data.map(({ denominator }: { denominator: number }) => denominator)).toEqual([140, 30, 110]);
  });

  it('has an entity tag that moves when a county sends that it is held against', async () => {
    const found = await city();
    const tags = async () => {
      const query = 'indicator=rpt.ontime&area=431224&period=2017-04';
      return [(await figures(found, query)).etag, (await figures(found, `${query}&vs=peers`)).etag];
    };
    const [alone, among] = await tags();
    const parts = [{ ...part('projects', '2017-04-X1', 10), area: '431223' }];
    const sent = { id: 'u3', area: '431223', order: order(3), receivedAt: '2017-04-11T00:00:00.000Z', parts };
    await storeUpload(found.items, uploadOf(sent));
    const [stillAlone, nowAmong] = await tags();
    expect(stillAlone).toBe(alone);
    expect(nowAmong).not.toBe(among);
  });

  it('has an entity tag that moves when a deadline passes, and stays until then', async () => {
    const at = async (instant: string) =>
      figures(await city(() => new Date(instant)), 'indicator=rpt.ontime&area=431224&period=2017-04');
    const [before, still, after] = [
      await at('2017-05-02T01:30:00.000Z'),
      await at('2017-05-02T15:59:59.000Z'),
      await at('2017-05-02T16:00:00.000Z'),
    ];
    expect(still.etag).toBe(before.etag);
    expect(after.etag).not.toBe(before.etag);
    expect(after.data).toMatchObject([{ denominator: 6 }]);
  });
});

describe('the assessment', () => {
  it('scores what has data and says how much of the weights that is', async () => {
    const { status, data } = await figures(await city(), 'indicator=assess.score&area=431224&period=2017-04');
    // only rpt.ontime has a score: 1 of 4 on time, 0 points, with a weight of 5 of 100
    expect(status).toBe(200);
    expect(data).toMatchObject([
      {
        indicator: 'assess.score',
        value: 0,
        numerator: 0,
        denominator: 5,
        status: 'ok',
        coverage: 0.05,
        rag: null,
      },
    ]);
  });

  it('is in the catalogue like every other indicator', async () => {
    const { body } = await (await city()).get('/v1/indicators');
    const ids: readonly string[] = JSON.parse(body).data.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['assess.score', 'rpt.ontime', 'rpt.completeness', 'rpt.report_gap']),
    );
  });
});
