import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cursorWord, readCursor } from '../../shared/api/http/cursor.ts';
import { factsOf, publishFacts, startRate } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { commitTime, publishFigures } from './support/figures-city.ts';

const answer = z.object({
  snapshot: z.string(),
  asOf: z.string().nullable(),
  data: z.array(z.looseObject({ value: z.number().nullable() })),
  next: z.string().nullable(),
});

const base = '/v1/data?indicator=reloc.start_rate';
let city: Endpoint;
beforeEach(async () => {
  city = endpoint();
  await publishFigures(city.items);
});

async function page(url: string) {
  const { status, headers, body } = await city.get(url);
  return {
    status,
    headers,
    body,
    ...(status === 200 ? answer.parse(JSON.parse(body)) : { data: [], next: null, snapshot: '' }),
  };
}

/** A county publishes something else at a later instant. */
async function publishLater(area: string, started: number, commit = 9): Promise<void> {
  const facts = factsOf(area, 'reloc', '2017-04-X3', '2017-04-25', startRate(2017, [started, 90], [1, 2]));
  await publishFacts(city.items, area, [facts], {}, () => new Date(commitTime(commit)));
}

describe('pages', () => {
  it('put together are the whole, whatever their size and breakdown', async () => {
    const queries = fc.constantFrom(
      '&area=children(4312)&period=2017-04-X1..2017-04-X3',
      '&area=children(4312)&period=latest,2017-04&by=mode',
      '&area=43,4312,431224&period=last:5:xun&by=mode&vs=previous,peers',
    );
    await fc.assert(
      fc.asyncProperty(queries, fc.integer({ min: 1, max: 9 }), async (query, limit) => {
        const whole = await page(`${base}${query}&limit=10000`);
        const found: unknown[] = [];
        let url: string | null = `${base}${query}&limit=${limit}`;
        while (url !== null) {
          const one: Awaited<ReturnType<typeof page>> = await page(url);
          expect(one.data.length).toBeGreaterThan(0);
          expect(one.data.length).toBeLessThanOrEqual(limit);
          found.push(...one.data);
          url = /^<(.*)>; rel="next"$/.exec(one.headers.link ?? '')?.[1] ?? null;
          expect(url === null).toBe(one.next === null);
        }
        expect(found).toEqual(whole.data);
      }),
      { numRuns: 12 },
    );
  });

  it('are of one state, whatever is published meanwhile', async () => {
    const url = `${base}&area=431202,431224&period=2017-04-X3&limit=1`;
    const [first, whole] = [await page(url), await page(`${base}&area=431202,431224&period=2017-04-X3`)];
    await publishLater('431224', 1);
    const second = await page(`${url}&cursor=${first.next}`);
    expect(second.data).toEqual(whole.data.slice(1));
    expect(second.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect((await page(`${base}&area=431224&period=2017-04-X3`)).data).not.toEqual(second.data);
  });

  it('cannot go on where a commit that was under way joined the state: 409', async () => {
    const url = `${base}&area=431202,431224&period=2017-04-X3&limit=1`;
    await publishLater('431202', 2, 8);
    const { next } = await page(url);
    await publishLater('431224', 3, 7);
    const { status, body } = await page(`${url}&cursor=${next}`);
    expect([status, JSON.parse(body).code]).toEqual([409, 'snapshot_expired']);
  });

  it('take a cursor of no other question', async () => {
    const { next } = await page(`${base}&area=431202,431224&period=2017-04-X3&limit=1`);
    const { status, body } = await page(`${base}&area=4312,431224&period=2017-04-X3&limit=1&cursor=${next}`);
    expect([status, JSON.parse(body).code]).toEqual([400, 'unknown_cursor']);
  });

  it('take no cursor that lies behind the last of them', async () => {
    const url = `${base}&area=431202,431224&period=2017-04-X3&limit=1`;
    const held = readCursor((await page(url)).next ?? '');
    if (!held) throw new Error('the first of two pages has no next');
    expect((await page(`${url}&cursor=${cursorWord(held)}`)).data).toHaveLength(1);
    const { status, body } = await page(`${url}&cursor=${cursorWord({ ...held, cell: 2 })}`);
    expect([status, JSON.parse(body).code]).toEqual([400, 'unknown_cursor']);
  });

  it('take a cursor of no other knowledge time', async () => {
    const url = `${base}&area=431202,431224&period=2017-04-X3&limit=1`;
    const [{ next }, then] = [await page(url), await page(`${url}&asOf=2017-05-02`)];
    const tried = [
      `&cursor=${next}&asOf=2017-05-02`,
      `&cursor=${then.next}`,
      `&cursor=${then.next}&asOf=2016`,
    ];
    for (const more of tried) expect((await page(`${url}${more}`)).status).toBe(400);
    const second = await page(`${url}&asOf=2017-05-02&cursor=${then.next}`);
    expect([second.status, second.snapshot]).toEqual([200, then.snapshot]);
  });

  it('hold a thousand observations where nobody says how many', async () => {
    const { data, next } = await page(`${base}&area=children(4312)&period=2015-01-X1..2017-12-X3`);
    expect([data.length, next === null]).toEqual([1000, false]);
  });
});

describe('knowledge time', () => {
  const url = `${base}&area=431224&period=latest`;
  const at = async (asOf: string, area = '431224') => {
    const { data, headers, status } = await page(`${base}&area=${area}&period=latest&asOf=${asOf}`);
    return { status, value: data[0]?.value ?? null, cache: headers['cache-control'], etag: headers.etag };
  };

  it('is answered from the newest commit not later than it', async () => {
    const before = await page(url);
    await publishLater('431224', 1);
    expect((await at(commitTime(8))).value).toBe(before.data[0]?.value);
    expect((await at(commitTime(9))).value).toBe((await page(url)).data[0]?.value);
    expect((await at('2017-05-01')).value).toBeNull();
  });

  it('pins the answer only where every county asked has published since', async () => {
    await publishLater('431224', 1, 9);
    const pinned = 'private, max-age=31536000, immutable';
    expect((await at(commitTime(9))).cache).toBe(pinned);
    expect((await at(commitTime(10))).cache).toBe('private, no-cache');
    expect((await at(commitTime(5), '431224,431202')).cache).toBe('private, no-cache');
    await publishLater('431202', 1, 9);
    expect((await at(commitTime(5), '431224,431202')).cache).toBe(pinned);
  });

  it('may be the snapshot of an answer, for the same counties', async () => {
    const before = await page(url);
    await publishLater('431224', 1);
    const again = await page(`${url}&asOf=${before.snapshot}`);
    expect([again.body, again.headers.etag]).toEqual([before.body, before.headers.etag]);
    expect((await page(`${base}&area=431202&period=latest&asOf=${before.snapshot}`)).status).toBe(409);
  });

  it('takes a blank for the plus sign of a zone, and a day as its end in Shanghai', async () => {
    await publishLater('431224', 1);
    const asked = [
      '2017-05-03T00:00:00+08:00',
      '2017-05-03T00:00:00%2B08:00',
      '2017-05-02T16:00:00Z',
      '2017-05-02',
    ];
    const values = await Promise.all(asked.map(async (asOf) => (await at(asOf)).value));
    expect(new Set(values).size).toBe(1);
  });
});

describe('what an answer is held against', () => {
  const versus = async (query: string) => {
    const { data } = await page(`/v1/data?${query}`);
    return data.map(({ value, vs }) => ({ value, vs }));
  };

  it('the plan: a target in the value’s unit and the gap to it', async () => {
    const [one] = await versus('indicator=reloc.start_rate&area=431224&period=2017-04-X3&vs=plan');
    const target = 0.692308;
    expect(one?.vs).toEqual({ plan: { target, gap: Number(((one?.value ?? 0) - target).toFixed(6)) } });
  });

  it('the period before, and a year before, with the difference', async () => {
    const [one, , before, year] = await versus(
      'indicator=reloc.start_rate&area=431202&period=2017-04-X2,2017-04-X1,2017-04-X1,2016-04-X2&vs=previous,year',
    );
    expect(one?.vs).toMatchObject({
      previous: { period: '2017-04-X1', status: 'ok' },
      year: { period: '2016-04-X2', value: null, status: 'no_data', delta: null },
    });
    expect(before === undefined || year === undefined).toBe(true);
  });

  it('the counties of its city: dense rank, quartile, count; nothing for a city', async () => {
    const all = await versus(
      'indicator=reloc.start_rate&area=children(4312),4312&period=2017-04-X2&vs=peers',
    );
    const ranked = all.filter(({ value }) => value !== null);
    const counties = ranked.slice(0, -1);
    const best = [...counties].sort((a, b) => Number(b.value) - Number(a.value));
    expect(best.map(({ vs }) => vs)).toEqual(
      best.map((_, at) => ({
        peers: { rank: at + 1, quartile: Math.floor((4 * at) / best.length) + 1, count: best.length },
      })),
    );
    expect(ranked.at(-1)?.vs).toEqual({ peers: null });
  });

  it('the lower the better where the indicator says so', async () => {
    const all = await versus(
      'indicator=fund.leak_amount&area=431202,431224,431271&period=2017-04-X2&vs=peers',
    );
    const values = all.flatMap(({ value, vs }) =>
      value === null
        ? []
        : [[value, z.object({ peers: z.object({ rank: z.number() }) }).parse(vs).peers.rank]],
    );
    expect([...values].sort(([a = 0], [b = 0]) => a - b).map(([, rank]) => rank)).toEqual(
      values.map((_, at) => at + 1),
    );
  });
});

describe('how figures are shown', () => {
  const one = async (query: string) => (await page(`/v1/data?${query}`)).data[0] ?? { value: null };

  it('money in the unit asked, exactly, and says so', async () => {
    const query = 'indicator=fund.leak_amount&area=431224&period=2017-04-X2';
    const [yuan, fen, wan] = [
      await one(query),
      await one(`${query}&unit=fen`),
      await one(`${query}&unit=万元`),
    ];
    expect(fen).toMatchObject({ value: fen.numerator, unit: '分', countedIn: ['分', '分'], scale: null });
    expect([Number(yuan.value) * 100, Number(wan.value) * 1e6].map(Math.round)).toEqual([
      fen.value,
      fen.value,
    ]);
    expect(wan).toMatchObject({ unit: '万元', countedIn: ['万元', '万元'], numerator: wan.value });
  });

  it('shares in points, rounded half up to the decimals asked', async () => {
    const query = 'indicator=reloc.start_rate&area=431224&period=2017-04-X3';
    const plain = await one(query);
    const shown = await one(`${query}&unit=points&decimals=1`);
    expect(shown).toMatchObject({
      value: Math.round(Number(plain.value) * 1000) / 10,
      unit: '%',
      scale: 'points',
    });
  });

  it('with names and days where labels are asked, behind the members promised', async () => {
    const query = 'indicator=reloc.start_rate&area=4312&period=2017-04-X2';
    const [plain, named] = [await one(query), await one(`${query}&labels=both&lang=zh`)];
    expect(named).toEqual({
      ...plain,
      periodStart: '2017-04-11',
      periodEnd: '2017-04-20',
      labels: {
        indicator: '开工率',
        area: '怀化市',
        period: '2017年4月中旬',
        status: '正常',
        rag: expect.any(String),
        breakdown: {},
      },
    });
    expect(Object.keys(named).slice(0, 14)).toEqual(Object.keys(plain));
  });
});

describe('HTTP', () => {
  const url = `${base}&area=children(4312)&period=last:4:xun`;

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)(
    'compresses with %s where the client can read it, under a tag of its own',
    async (coding, open) => {
      const plain = await city.get(url);
      const packed = await city.get(url, { 'accept-encoding': coding });
      expect(packed.headers['content-encoding']).toBe(coding);
      expect(open(Buffer.from(packed.body, 'base64')).toString('utf8')).toBe(plain.body);
      expect(packed.headers.etag).not.toBe(plain.headers.etag);
      for (const { headers } of [plain, packed]) {
        const again = await city.get(url, { 'if-none-match': headers.etag ?? '', 'accept-encoding': coding });
        expect([again.status, again.headers.etag, again.body]).toEqual([304, headers.etag, '']);
      }
    },
  );

  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.4', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['deflate', undefined],
  ])('of %s takes %s', async (accepted, coding) => {
    expect((await city.get(url, { 'accept-encoding': accepted })).headers['content-encoding']).toBe(coding);
  });

  it('answers HEAD with the length and no body', async () => {
    const [get, head] = [await city.get(url), await city.ask('HEAD', url)];
    expect(head).toEqual({ ...get, body: '' });
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(get.body)));
  });

  it('varies by all it was chosen by, and allows no other site', async () => {
    const { headers } = await city.get(url);
    expect(headers.vary).toBe('Accept, Accept-Language, Accept-Encoding, Authorization');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    [undefined, 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/json;profile="json-stat", application/json;q=0.5', 'application/json;profile=json-stat'],
    ['application/vnd.json-stat+json', 'application/json;profile=json-stat'],
    ['text/*, application/json;q=0.9', 'text/csv; charset=utf-8'],
  ])('gives for Accept %s the type %s', async (accept, type) => {
    const { status, headers } = await city.get(url, accept === undefined ? {} : { accept });
    expect([status, headers['content-type']]).toEqual([200, type]);
  });

  it.each([
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['application/vnd.apache.arrow.stream', 'arrow'],
  ])('sends who wants %s to documents, with the same query', async (accept, extension) => {
    const { status, headers } = await city.get(url, { accept });
    const [path, query] = (headers.location ?? '').split('?');
    expect([status, path]).toEqual([303, `/v1/data.${extension}`]);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(
      Object.fromEntries(new URLSearchParams(url.split('?')[1])),
    );
  });

  it('sends a file of more than ten thousand observations to where files are made', async () => {
    const many =
      '/v1/data.csv?indicator=reloc.start_rate&area=children(4312)&period=1990-01-X1..2017-12-X3&bom=0';
    const { status, headers } = await city.get(many);
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^\/v1\/data-files\/csv\?/);
    expect(headers.location).toContain('bom=0');
  });

  it('leaves the mark out of CSV where it is not wanted', async () => {
    const { body } = await city.get(`/v1/data.csv?${url.split('?')[1]}&bom=0`);
    expect(body.startsWith('indicator,area,basis,planYear,period,')).toBe(true);
  });
});
