import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { concentrated, publishShapedCity, scattered, third } from './support/shaped-city.ts';

const answer = z.object({
  snapshot: z.string(),
  asOf: z.string().nullable(),
  data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  next: z.null(),
});

let city: Endpoint;
beforeAll(async () => {
  city = endpoint();
  await publishShapedCity(city.items);
});

async function rows(url: string) {
  const { status, body } = await city.get(url);
  expect(status, body).toBe(200);
  return answer.parse(JSON.parse(body)).data;
}

/** The members of rows that a case speaks of. */
const pick = (all: Awaited<ReturnType<typeof rows>>, ...names: readonly string[]) =>
  all.map((row) => names.map((name) => row[name]));

describe('GET /v1/progress/334', () => {
  it('gives the lead of Huaihua in April 2017: 23.3 points by step, 14.1 by the linear reading', async () => {
    const actual = (await rows('/v1/progress/334?area=4312')).filter(({ series }) => series === 'actual');
    expect(actual.at(-1)).toMatchObject({
      period: '2017-04-X3',
      day: '2017-04-21',
      started: 12935,
      planned: 15521,
      startRate: 0.833387,
      dueStep: 0.6,
      dueLinear: 0.692308,
      leadStep: 0.233387,
      leadLinear: 0.141079,
      rag: 'green',
    });
    expect(actual.map(({ period }) => period)).toEqual(['2017-03-X3', '2017-04-X1', '2017-04-X3']);
  });

  it('gives the nodes of the plan, also of a year of which nothing is reported', async () => {
    const plan = [
      ['plan', '2017-12-31', 0.3, 0],
      ['plan', '2018-03-31', 0.6, 0],
      ['plan', '2018-06-30', 1, 0],
      ['plan', '2018-09-30', 1, 1],
    ];
    const found = await rows('/v1/progress/334?area=4312&year=2018');
    expect(pick(found, 'series', 'day', 'dueLinear', 'completionDue')).toEqual(plan);
  });

  it('forecasts the days on which all is started and completed, by the pace of three 旬', async () => {
    const found = await rows(`/v1/progress/334?area=${concentrated}`);
    const forecast = found.filter(({ series }) => String(series).startsWith('forecast'));
    // 1042 started in 21 days, 1044 left: 22 days; 600 completed, 5386 left: 189 days; 900 × 4 of 6286 by September
    expect(pick(forecast, 'series', 'day', 'deadline', 'daysLate', 'completionRate')).toEqual([
      ['forecast_start', '2017-05-13', '2017-06-30', -48, null],
      ['forecast_completion', '2017-10-27', '2017-09-30', 27, 1],
      ['forecast_deadline', '2017-09-30', '2017-09-30', null, 0.572701],
    ]);
  });
});

describe('GET /v1/funds/waterfall', () => {
  it('goes down the worked ledger, in 分, and says what did not come over', async () => {
    const found = await rows(`/v1/funds/waterfall?area=${concentrated}`);
    const wan = (name: string) => found.map((row) => Number(row[name] ?? Number.NaN) / 1_000_000);
    expect(wan('amount')).toEqual([6050, 5550, 4540, 4540, 3110, 2300, 3140, 100]);
    expect(wan('lost')).toEqual([Number.NaN, 500, 1010, Number.NaN, 1430, 810, Number.NaN, Number.NaN]);
    expect(pick(found, 'step', 'ofBefore', 'unit').slice(1, 3)).toEqual([
      ['allocated', 0.917355, '分'],
      ['received', 0.818018, '分'],
    ]);
  });

  it('takes no amounts of different counties from each other', async () => {
    const found = await rows('/v1/funds/waterfall?area=4312&unit=万元');
    const settled = found.filter(({ step }) => step === 'settled' || step === 'paid');
    // one of the two counties has sent no list of accounts, so it says what it settled and not what it paid
    expect(pick(settled, 'amount', 'lost', 'ofBefore', 'ofFirst', 'coverage')).toEqual([
      [3110, 1430, 0.685022, null, 0.076923],
      [4600, null, null, 0.380165, 0.153846],
    ]);
  });

  it('opens by source', async () => {
    const found = await rows(`/v1/funds/waterfall?area=${concentrated}&by=source&labels=text&lang=en`);
    const paid = found.filter(({ stepLabel }) => stepLabel === 'Paid, net of refunds');
    expect(pick(paid, 'sourceLabel', 'amount', 'lost')).toEqual([
      ['Central budget investment', 700_000_000, 100_000_000],
      ['Together', 3_110_000_000, 1_430_000_000],
    ]);
  });
});

describe('GET /v1/ranking', () => {
  it('ranks with ties, quartiles and places gained; who has no value comes last', async () => {
    const found = await rows('/v1/ranking?indicator=emp.labour_rate&area=children(4312)');
    const told = pick(found, 'area', 'rank', 'quartile', 'ranked', 'previousRank', 'movement', 'status');
    expect(told.slice(0, 4)).toEqual([
      [concentrated, 1, 1, 3, 3, 2, 'ok'],
      [scattered, 1, 1, 3, 2, 1, 'ok'],
      [third, 2, 3, 3, 1, -1, 'ok'],
      ['431221', null, null, null, null, null, 'no_data'],
    ]);
    expect(found).toHaveLength(13);
  });

  it('ranks all at one period: the newest that any of them reported', async () => {
    const found = await rows('/v1/ranking?indicator=reloc.start_rate&area=children(4312)');
    expect(new Set(found.map(({ period }) => period))).toEqual(new Set(['2017-04-X3']));
  });

  it.each(['rpt.ontime', 'assess.score'])('ranks also what is measured when asked: %s', async (indicator) => {
    const found = await rows(`/v1/ranking?indicator=${indicator}&area=children(4312)`);
    expect(new Set(found.map(({ period }) => period)).size).toBe(1);
    expect(found[0]).toMatchObject({ rank: 1, status: 'ok' });
  });

  it('ranks the areas below the asker’s own where none are named', async () => {
    const office = { role: 'dispatcher', area: '4312' } as const;
    const { body } = await city.get('/v1/ranking?indicator=emp.labour_rate', {}, office);
    expect(answer.parse(JSON.parse(body)).data).toHaveLength(13);
  });
});

describe('GET /v1/completeness', () => {
  it('tells on time, late and missing apart, by dataset', async () => {
    const found = await rows(`/v1/completeness?area=${concentrated},${scattered}&period=2017-04`);
    const told = pick(found, 'area', 'dataset', 'expected', 'received', 'onTime', 'late', 'missing');
    expect(told).toEqual([
      [concentrated, 'progressReports', 2, 0, 0, 0, 2],
      [concentrated, 'projects', 2, 2, 1, 1, 0],
      [concentrated, 'all', 4, 2, 1, 1, 2],
      [scattered, 'persons', 1, 1, 1, 0, 0],
      [scattered, 'progressReports', 2, 0, 0, 0, 2],
      [scattered, 'projects', 2, 1, 1, 0, 1],
      [scattered, 'all', 5, 2, 2, 0, 3],
    ]);
  });

  it('counts the month of the newest report unless it is asked for another', async () => {
    const found = await rows('/v1/completeness?area=4312');
    expect(new Set(found.map(({ period }) => period))).toEqual(new Set(['2017-04']));
  });

  it('counts as of an earlier time what was known then', async () => {
    const found = await rows(
      `/v1/completeness?area=${concentrated}&period=2017-04-X2&asOf=2017-04-22T00:00:00Z`,
    );
    expect(pick(found, 'dataset', 'expected', 'missing')).toEqual([['all', 0, 0]]);
  });
});

describe('GET /v1/ladder', () => {
  it('gives each rung as a share of the first and of the one before', async () => {
    const found = await rows(`/v1/ladder?area=${concentrated}`);
    expect(pick(found, 'rung', 'households', 'ofFirst', 'ofBefore')).toEqual([
      ['registered', 2000, 1, null],
      ['moved_out', 1800, 0.9, 0.9],
      ['settled_in', 1200, 0.6, 0.666667],
      ['in_work', 900, 0.45, 0.75],
      ['prospering', 300, 0.15, 0.333333],
    ]);
  });
});

const everyShape = [
  '/v1/progress/334?area=4312',
  '/v1/funds/waterfall?area=4312',
  '/v1/ranking?indicator=emp.labour_rate&area=children(4312)',
  '/v1/completeness?area=4312',
  '/v1/ladder?area=4312',
] as const;

const csvOf = (url: string) => url.replace('?', '.csv?');

describe.each(everyShape)('the conventions of /v1/data hold for %s', (url) => {
  it('is the same numbers as CSV, also by Accept', async () => {
    const found = await rows(url);
    const { body, headers } = await city.get(`${csvOf(url)}&bom=0`);
    const [header = '', ...lines] = body.trimEnd().split('\r\n');
    expect(header.split(',')).toEqual(Object.keys(found[0] ?? {}));
    expect(lines).toHaveLength(found.length);
    const [first = {}] = found;
    const told = Object.values(first).filter((value) => !String(value).includes(','));
    expect(told.every((value) => lines[0]?.split(',').includes(String(value ?? '')))).toBe(true);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="anju-.*\.csv"; filename\*=UTF-8''/,
    );
    const negotiated = await city.get(`${url}&bom=0`, { accept: 'text/csv' });
    expect(negotiated.body).toBe(body);
    expect((await city.get(url, { accept: 'image/png' })).status).toBe(406);
  });

  it('has a tag of its own for every way to show it, and 304 to who has it', async () => {
    const tagOf = async (address: string) => (await city.get(address)).headers.etag ?? '';
    const tags = await Promise.all(
      [url, `${url}&labels=both`, `${url}&labels=both&lang=en`, `${url}&decimals=2`, csvOf(url)].map(tagOf),
    );
    expect(new Set(tags).size).toBe(tags.length);
    const again = await city.get(url, { 'if-none-match': tags[0] ?? '' });
    expect([again.status, again.body]).toEqual([304, '']);
    const analyst = await city.getAs({ k: 5 }, url);
    expect(analyst.headers.etag).not.toBe(tags[0]);
  });

  it('names codes in the language asked', async () => {
    const { body } = await city.get(`${csvOf(url)}&labels=text&lang=en`);
    expect(body.startsWith('\ufeff')).toBe(true);
    expect(body).toMatch(/Huaihua|Hecheng/);
    expect((await city.get(`${csvOf(url)}&labels=text&lang=zh`)).body).toMatch(/怀化市|鹤城区/);
  });

  it('gives the snapshot of /v1/data, and the state before the first commit as no numbers', async () => {
    const { snapshot } = JSON.parse((await city.get(url)).body);
    const counties = await city.get('/v1/data?indicator=reloc.start_rate&area=4312&period=latest');
    expect(snapshot).toBe(JSON.parse(counties.body).snapshot);
    const before = await city.get(`${url}&asOf=2017-01-01`);
    expect(before.status).toBe(200);
    expect(JSON.parse(before.body).asOf).toBeNull();
  });

  it.each([
    ['periode=2017', 'unknown_parameter'],
    ['lang=fr', 'unknown_value'],
    ['asOf=yesterday', 'unknown_as_of'],
    ['limit=5', 'unknown_parameter'],
  ])('refuses %s', async (more, code) => {
    const { status, body } = await city.get(`${url}&${more}`);
    expect([status, JSON.parse(body).code]).toEqual([400, code]);
  });
});

describe('what a shaped answer is not asked', () => {
  it.each([
    ['/v1/ranking?area=4312', 'missing_parameter', null],
    ['/v1/ranking?indicator=emp.labor_rate', 'unknown_indicator', 'emp.labour_rate'],
    ['/v1/ranking?indicator=emp.labour_rate,reloc.start_rate', 'one_value_only', null],
    ['/v1/funds/waterfall?by=mode', 'breakdown_not_available', null],
    ['/v1/progress/334?year=217', 'unknown_value', null],
    ['/v1/ladder?area=431299', 'unknown_area', '4312'],
    ['/v1/ladder?period=2017-H1', 'unknown_period', '2017-Q1..2017-Q2'],
  ])('%s is %s', async (url, code, didYouMean) => {
    const { status, body } = await city.get(url);
    const { errors, code: first } = JSON.parse(body);
    expect([status, first]).toEqual([400, code]);
    if (didYouMean !== null) expect(errors[0].didYouMean).toBe(didYouMean);
  });

  it('is too large', async () => {
    const { status, body } = await city.get('/v1/completeness?area=children(4312)&period=last:500:xun');
    expect([status, JSON.parse(body).code]).toEqual([400, 'too_large']);
  });
});
