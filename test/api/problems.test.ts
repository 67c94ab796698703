import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { factsOf, publishFacts, startRate } from './support/county.ts';
import { endpoint } from './support/endpoint.ts';

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const problemDocument = z.strictObject({
  type: z.string().regex(/^\/problems\/[a-z-]+$/),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string(),
  code: z.string(),
  errors: z.array(
    z.strictObject({
      in: z.enum(['query', 'path']),
      name: z.string(),
      code: z.string(),
      value: z.string().nullable(),
      allowed: z.array(z.string()),
      didYouMean: z.string().nullable(),
      message: bilingual,
    }),
  ),
  message: bilingual,
  requestId: z.literal('request-1'),
});

async function problemAt(url: string, method = 'GET') {
  const { status, headers, body } = await endpoint().ask(method, url);
  expect(headers['content-type']).toBe('application/problem+json');
  const document = problemDocument.parse(JSON.parse(body));
  expect(document.status).toBe(status);
  return { ...document, headers };
}

const good = 'indicator=reloc.start_rate&area=4312&period=latest';

describe('a query that is refused', () => {
  it.each([
    [
      'reloc.start_rat',
      '指标目录（/v1/indicators）里没有“reloc.start_rat”。是不是“reloc.start_rate”？',
      'The catalogue (/v1/indicators) has no indicator "reloc.start_rat". Did you mean "reloc.start_rate"?',
    ],
    [
      'reloc.start_rat,zzzzzzzzzzzzzzz',
      '指标目录（/v1/indicators）里没有“reloc.start_rat”。是不是“reloc.start_rate”？指标目录（/v1/indicators）里没有“zzzzzzzzzzzzzzz”。',
      'The catalogue (/v1/indicators) has no indicator "reloc.start_rat". Did you mean "reloc.start_rate"? The catalogue (/v1/indicators) has no indicator "zzzzzzzzzzzzzzz".',
    ],
  ])('says of the indicators %s in one breath what was meant', async (ids, zh, en) => {
    const query = `indicator=${ids}&area=4312&period=latest`;
    const { detail, message, errors } = await problemAt(`/v1/data?${query}&lang=en`);
    expect([detail, message.zh, message.en]).toEqual([en, zh, en]);
    expect(errors[0]?.allowed).toContain('reloc.start_rate');
  });

  it.each([
    [`${good}&indicators=x`, 'unknown_parameter', 'indicators', 'indicator'],
    [`${good}&bom=0&vsx=plan`, 'unknown_parameter', 'vsx', 'vs'],
    [`${good}&limit=0`, 'unknown_value', 'limit', null],
    [`${good}&limit=10001`, 'unknown_value', 'limit', null],
    [`${good}&cursor=abc`, 'unknown_cursor', 'cursor', null],
    [`${good}&vs=plans`, 'unknown_value', 'vs', 'plan'],
    [`${good}&vs=plan,peer`, 'unknown_value', 'vs', 'peers'],
    [`${good}&labels=codes`, 'unknown_value', 'labels', 'code'],
    [`${good}&shape=wide&vs=plan`, 'not_with', 'shape', null],
    [`${good}&shape=wide&limit=5`, 'not_with', 'shape', null],
    [`${good}&decimals=7`, 'unknown_value', 'decimals', null],
    [`${good}&unit=point`, 'unknown_value', 'unit', 'points'],
    [`${good}&unit=fraction,points`, 'unknown_value', 'unit', null],
    [`${good}&unit=yuan,fen`, 'unknown_value', 'unit', null],
    [`${good}&lang=fr`, 'unknown_value', 'lang', null],
    [`${good}&asOf=yesterday`, 'unknown_as_of', 'asOf', null],
    [`${good}&asOf=2017-05-02T09:30`, 'unknown_as_of', 'asOf', '2017-05-02T09:30:00+08:00'],
    [`${good}&area=43`, 'repeated_parameter', 'area', null],
    [`${good}&by=`, 'empty_parameter', 'by', null],
    ['indicator=reloc.start_rate&area=4312', 'missing_parameter', 'period', null],
    [
      'indicator=reloc.start_rat&area=4312&period=latest',
      'unknown_indicator',
      'indicator',
      'reloc.start_rate',
    ],
    ['indicator=start_rate,&area=4312&period=latest', 'unknown_indicator', 'indicator', 'reloc.start_rate'],
    ['indicator=reloc.start_rate&area=4401&period=latest', 'unknown_area', 'area', null],
    ['indicator=reloc.start_rate&area=4312&period=2017-H1', 'unknown_period', 'period', '2017-Q1..2017-Q2'],
    [`${good}&by=month`, 'breakdown_not_available', 'by', null],
    [`${good}&by=modes`, 'breakdown_not_available', 'by', 'mode'],
    [`${good}&basis=household`, 'unknown_value', 'basis', 'households'],
    [`${good}&planYear=2031`, 'unknown_value', 'planYear', null],
    [`${good}&plan=step`, 'parameter_not_applicable', 'plan', null],
  ])('%s is %s in %s, meant %j', async (query, code, name, didYouMean) => {
    const { status, code: whole, errors } = await problemAt(`/v1/data?${query}`);
    expect(status).toBe(400);
    expect(whole).toBe(code);
    expect(errors[0]).toMatchObject({ in: 'query', name, code, didYouMean });
  });

  it('names every required parameter at once', async () => {
    const { errors } = await problemAt('/v1/data');
    expect(errors.map((error) => error.name)).toEqual(['indicator', 'area', 'period']);
  });

  it('lists the whole catalogue, all areas and the forms of a period', async () => {
    const { code, errors } = await problemAt('/v1/data?indicator=a.b&area=9&period=x');
    const allowed = Object.fromEntries(errors.map((error) => [error.name, error.allowed]));
    expect(code).toBe('invalid_query');
    expect(allowed.indicator).toContain('fund.leak_ratio');
    expect(allowed.area).toEqual(expect.arrayContaining(['43', '4312', '431271']));
    expect(allowed.period?.slice(0, 5)).toEqual(['2017', '2017-Q2', '2017-04', '2017-04-X3', 'latest']);
  });

  it('opens by no breakdown that only some of the indicators have', async () => {
    const query = 'indicator=reloc.start_rate,reloc.start_lead_334&area=4312&period=latest&by=mode';
    expect((await problemAt(`/v1/data?${query}`)).code).toBe('breakdown_not_available');
  });

  it('takes a parameter that only some of the indicators have', async () => {
    const query = 'indicator=reloc.start_rate,reloc.occupancy_rate&area=4312&period=2017&basis=persons';
    const { status, body } = await endpoint().get(`/v1/data?${query}`);
    expect(status).toBe(200);
    const { data } = z
      .object({ data: z.array(z.object({ parameters: z.unknown() })) })
      .parse(JSON.parse(body));
    expect(data.map((row) => row.parameters)).toEqual([{ basis: 'persons', planYear: 2017 }, {}]);
  });

  it.each([
    ['/v1/data?lang=en', 'zh', 'en'],
    ['/v1/data?lang=zh', 'en', 'zh'],
    ['/v1/data?lang=fr', 'en', 'en'],
    ['/v1/data', 'en', 'en'],
    ['/v1/nowhere?lang=en', 'zh', 'en'],
  ])('at %s with Accept-Language %s is told in %s', async (url, accepted, language) => {
    const { headers, body } = await endpoint().get(url, { 'accept-language': accepted });
    const { detail, message } = problemDocument.parse(JSON.parse(body));
    expect([headers['content-language'], detail]).toEqual([
      language,
      message[language === 'en' ? 'en' : 'zh'],
    ]);
  });

  it('takes an Accept that says nothing for none', async () => {
    const { status, headers } = await endpoint().get(`/v1/data?${good}`, { accept: ' ' });
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  });

  it('is too large beyond a hundred thousand observations', async () => {
    const query = 'indicator=reloc.start_rate&area=children(4312)&period=1900-01-X1..2199-12-X3';
    const { code, errors } = await problemAt(`/v1/data?${query}`);
    expect([code, errors[0]?.value, errors[0]?.allowed]).toEqual(['too_large', '140400', ['100000']]);
  });

  it('is too long beyond eight thousand characters, whatever the address', async () => {
    expect(await problemAt(`/v1/health?${'x'.repeat(8_001)}`)).toMatchObject({
      status: 414,
      code: 'query_too_long',
    });
  });

  it('is not acceptable where it asks for what there is not, and is told what there is', async () => {
    const { status, headers, body } = await endpoint().get(`/v1/data?${good}`, { accept: 'image/png' });
    expect([status, headers['content-type']]).toEqual([406, 'application/problem+json']);
    expect(problemDocument.parse(JSON.parse(body)).detail).toContain('text/csv');
  });

  it.each([
    ['/v1/health?x=1', 'unknown_parameter'],
    ['/v1/areas?area=43', 'unknown_parameter'],
    ['/v1/uploads?limit=0', 'unknown_value'],
    ['/v1/uploads?limit=many', 'unknown_value'],
    ['/v1/uploads?cursor=abc', 'unknown_cursor'],
    ['/v1/uploads?area=x', 'unknown_area'],
    ['/?lang=fr', 'unknown_value'],
    ['/?area=11', 'unknown_area'],
  ])('%s is %s', async (url, code) => {
    const document = await problemAt(url);
    expect([document.status, document.code]).toEqual([400, code]);
  });
});

describe('an address or method there is not', () => {
  it.each([
    ['/v1/dat', '/v1/data'],
    ['/v1/data/', '/v1/data'],
    ['/favicon.ico', null],
    ['/v1/uploads/', '/v1/uploads'],
    ['//', null],
    ['/v1/uploads/%E0%A4%A/x', null],
  ])('%s is 404 and lists the addresses; meant %j', async (path, didYouMean) => {
    const { status, code, errors } = await problemAt(path);
    expect([status, code, errors[0]?.didYouMean]).toEqual([404, 'route_not_found', didYouMean]);
    expect(errors[0]?.allowed).toContain('/v1/data');
  });

  it('is 404 for an upload nobody knows', async () => {
    expect(await problemAt('/v1/uploads/%E0%A4%A')).toMatchObject({ status: 404, code: 'upload_not_found' });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is 405 and says what is allowed', async (method) => {
    const { status, code, headers } = await problemAt('/v1/data', method);
    expect([status, code, headers.allow]).toEqual([405, 'method_not_allowed', 'GET, HEAD']);
  });
});

describe('the language of a problem', () => {
  it.each([
    [{}, '没有这个地址', 'zh'],
    [{ 'accept-language': 'en' }, 'No such address', 'en'],
  ])('%j', async (headers, title, language) => {
    const response = await endpoint().get('/nowhere', headers);
    expect(problemDocument.parse(JSON.parse(response.body)).title).toBe(title);
    expect(response.headers['content-language']).toBe(language);
  });
});

describe('a fault', () => {
  it('is a 500 that shows nothing of the inside, and is logged', async () => {
    const broken = endpoint({
      items: {
        ...endpoint().items,
        query: async () => {
          throw new Error('table anju-43 throttled at 10.0.0.7');
        },
      },
    });
    const { status, headers, body } = await broken.get(`/v1/data?${good}`);
    expect(status).toBe(500);
    expect(problemDocument.parse(JSON.parse(body)).code).toBe('internal');
    expect(body).not.toMatch(/throttled|anju-43|\.ts/);
    expect(headers['cache-control']).toBe('no-store');
    expect(broken.lines).toMatchObject([{ level: 'error', fields: { requestId: 'request-1' } }]);
  });

  it('is never what a query string does', async () => {
    const city = endpoint();
    await publishFacts(city.items, '431224', [
      factsOf('431224', 'reloc', '2017-04-X3', '2017-04-21', startRate(2017, [1, 2], [1, 2])),
    ]);
    const names = fc.constantFrom(
      ...['indicator', 'area', 'period', 'by', 'basis', 'plan', 'planYear', 'limit', 'cursor', 'key', 'lang'],
    );
    const words = fc.constantFrom(
      ...['reloc.start_rate', 'reloc.start_lead_334', '43', '4312', '431224', 'children(4312)', 'children()'],
      ...['latest', '2017', '2017-04-X3', '0000', '9999-Q4', 'mode', 'households', 'linear', '2017', '', ','],
    );
    const values = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 3 });
    const pair = fc
      .tuple(fc.oneof({ weight: 5, arbitrary: names }, fc.string({ maxLength: 8 })), values)
      .map(([name, list]) => `${name}=${list.join(',')}`);
    const queries = fc.oneof(
      fc.array(pair, { maxLength: 6 }).map((pairs) => pairs.join('&')),
      fc.string({ unit: 'binary' }),
    );
    const paths = fc.constantFrom('/', '/v1/data', '/v1/data', '/v1/uploads', '/v1/uploads/x', '/v1/areas');
    await fc.assert(
      fc.asyncProperty(paths, queries, async (path, query) => {
        const { status } = await city.get(`${path}?${query}`);
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 600 },
    );
    expect(city.lines).toEqual([]);
  });
});
