import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, requestLimits, startGateway } from '../../local/http/gateway.ts';
import { localPrincipals } from '../../local/http/local-principal.ts';
import { type GatewayRoute, matchRoute } from '../../local/http/route-match.ts';
import { routes } from '../../shared/contract.ts';
import { countingIds } from './support/endpoint.ts';
import { sendRaw } from './support/signed-request.ts';
import { sendUnencoded } from './support/unencoded.ts';

const principal = 'arn:aws:sts::000000000000:assumed-role/anju-43-admin-43/local';
const principals = localPrincipals('43', 'anju-43');

let gateway: Gateway;
let answer: unknown;
let events: APIGatewayProxyEventV2WithIAMAuthorizer[] = [];
let faults: unknown[] = [];

beforeAll(async () => {
  gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    routes: [...routes, { method: 'PUT', path: '/documents', function: 'documents' }],
    handlers: {
      api: async (event) => {
        events.push(event);
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    principals,
    now: () => new Date('2017-04-21T08:00:00.123Z'),
    randomId: countingIds('request'),
    onFault: (error) => faults.push(error),
  });
});

afterAll(() => gateway.close());

beforeEach(() => {
  answer = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
  events = [];
  faults = [];
});

const get = (path: string, init: RequestInit = {}) => fetch(`${gateway.url}${path}`, init);

describe('the event', () => {
  test('is that of the HTTP API, payload format 2.0, signed by the principal', async () => {
    const path = '/v1/data?indicator=reloc.start_rate&area=4312&area=431224&period=latest&x=%E6%BA%86+%20';
    await get(path, { headers: { cookie: 'a=1; b=2', 'x-many': 'one', 'user-agent': 'tests' } });
    expect(events[0]).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/data',
      rawPath: '/v1/data',
      rawQueryString: 'indicator=reloc.start_rate&area=4312&area=431224&period=latest&x=%E6%BA%86+%20',
      queryStringParameters: { area: '4312,431224', period: 'latest', x: '溆  ' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-many': 'one', host: `127.0.0.1:${gateway.port}` },
      isBase64Encoded: false,
      requestContext: {
        authorizer: { iam: { userArn: principal } },
        http: {
          method: 'GET',
          path: '/v1/data',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'tests',
        },
        routeKey: 'GET /v1/data',
        stage: '$default',
        time: '21/Apr/2017:08:00:00 +0000',
        timeEpoch: 1492761600123,
      },
    });
    expect(events[0]).not.toHaveProperty('body');
  });

  test('carries decoded path parameters', async () => {
    await get('/v1/uploads/a%20b');
    expect(events[0]).toMatchObject({
      routeKey: 'GET /v1/uploads/{id}',
      rawPath: '/v1/uploads/a b',
      pathParameters: { id: 'a b' },
    });
  });

  test('carries text as it is and anything else in base64', async () => {
    await get('/x', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"县":1}' });
    await get('/x', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: '县' });
    await get('/x', {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: Uint8Array.of(255, 0),
    });
    expect(events.map(({ body, isBase64Encoded }) => [body, isBase64Encoded])).toEqual([
      ['{"县":1}', false],
      ['县', false],
      ['/wA=', true],
    ]);
  });

  test('of HEAD goes to the GET route as HEAD', async () => {
    answer = { statusCode: 200, headers: { etag: '"1"' }, body: '' };
    const response = await get('/v1/health', { method: 'HEAD' });
    const [event] = events;
    expect([event?.requestContext.http.method, event?.routeKey]).toEqual(['HEAD', 'GET /v1/health']);
    expect([response.status, response.headers.get('etag'), response.headers.get('content-length')]).toEqual([
      200,
      '"1"',
      null,
    ]);
  });
});

describe('routes', () => {
  const table: readonly GatewayRoute[] = [
    { method: 'GET', path: '/v1/uploads/{id}', function: 'api' },
    { method: 'GET', path: '/v1/uploads/mine', function: 'documents' },
    { method: 'ANY', path: '/files/{proxy+}', function: 'documents' },
    { method: 'GET', path: '/files/{one}', function: 'api' },
  ];
  test.each([
    ['GET', '/v1/uploads/mine', 'GET /v1/uploads/mine', {}],
    ['GET', '/v1/uploads/1', 'GET /v1/uploads/{id}', { id: '1' }],
    ['GET', '/v1/uploads/', '$default', {}],
    ['GET', '/v1/uploads/1/2', '$default', {}],
    ['POST', '/v1/uploads/1', '$default', {}],
    ['GET', '/files/a', 'GET /files/{one}', { one: 'a' }],
    ['POST', '/files/a', 'ANY /files/{proxy+}', { proxy: 'a' }],
    ['GET', '/files/a/b/c', 'ANY /files/{proxy+}', { proxy: 'a/b/c' }],
    ['GET', '/files/', '$default', {}],
    ['GET', '/', '$default', {}],
  ])('%s %s → %s', (method, path, routeKey, pathParameters) => {
    expect(matchRoute(table, method, path)).toMatchObject({ routeKey, pathParameters });
  });

  test.each(routes.map((route) => [route.method, route.path, route.function]))(
    '%s %s is found in the contract',
    (method, path, name) => {
      const asked = path.replace('{id}', 'x');
      expect(matchRoute(routes, method, asked)).toMatchObject({
        routeKey: `${method} ${path}`,
        function: name,
      });
    },
  );

  test('what is unknown goes to the api function, which answers its own 404', async () => {
    answer = {
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"status":404}',
    };
    const response = await get('/nowhere', { method: 'DELETE' });
    expect([response.status, await response.json(), events[0]?.routeKey]).toEqual([
      404,
      { status: 404 },
      '$default',
    ]);
  });
});

describe('the answer', () => {
  test.each([
    ['text', { statusCode: 201, body: '安居' }, 201, 'text/plain; charset=utf-8', '安居'],
    [
      'base64',
      { statusCode: 200, body: '5a6J', isBase64Encoded: true },
      200,
      'text/plain; charset=utf-8',
      '安',
    ],
    ['JSON without a status', { a: 1 }, 200, 'application/json', '{"a":1}'],
    [
      'a header in capitals',
      { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: 'x' },
      200,
      'text/html',
      'x',
    ],
  ])('%s', async (_, given, status, type, text) => {
    answer = given;
    const response = await get('/v1/health');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      text,
    ]);
  });

  test('sets every cookie and drops connection headers', async () => {
    answer = { statusCode: 204, cookies: ['a=1', 'b=2'], headers: { Connection: 'close', 'x-kept': 1 } };
    const response = await get('/');
    expect([response.status, response.headers.getSetCookie(), response.headers.get('x-kept')]).toEqual([
      204,
      ['a=1', 'b=2'],
      '1',
    ]);
  });

  test('304 has no body and no length', async () => {
    answer = { statusCode: 304, headers: { etag: '"1"' } };
    const response = await get('/');
    expect([response.status, response.headers.get('content-length'), response.headers.get('etag')]).toEqual([
      304,
      null,
      '"1"',
    ]);
  });

  test.each([
    ['throws', new Error('no table'), /no table/],
    ['gives nothing', undefined, /no answer/],
    ['gives a status that is none', { statusCode: 'fine' }, /malformed/],
    ['gives more than 6 MB', { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) }, /Lambda allows 6291456/],
  ])('is a 500 without a word of why when the function %s', async (_, given, told) => {
    answer = given;
    const response = await get('/');
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(String(faults[0])).toMatch(told);
  });

  test('is a 500 when no such function runs here', async () => {
    const response = await get('/documents', { method: 'PUT' });
    expect([response.status, String(faults[0])]).toEqual([
      500,
      expect.stringContaining('no function documents'),
    ]);
  });

  test('has no cross-origin permission', async () => {
    const response = await get('/', { headers: { origin: 'https://example.org' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('limits', () => {
  const host = () => `127.0.0.1:${gateway.port}`;
  const raw = (url: string, headers: Record<string, string> = {}) =>
    sendRaw(gateway.port, { method: 'GET', url, headers: { host: host(), ...headers } });

  test.each([
    ['a request line', `/?${'x'.repeat(requestLimits.lineAndHeaders)}`, {}, 414],
    ['headers', '/', { 'x-long': 'x'.repeat(requestLimits.lineAndHeaders) }, 431],
    ['both together', `/?${'x'.repeat(6000)}`, { 'x-long': 'x'.repeat(6000) }, 431],
    ['neither', `/?${'x'.repeat(5000)}`, { 'x-long': 'x'.repeat(4500) }, 200],
    ['more than is read at all', `/?${'x'.repeat(9 * requestLimits.lineAndHeaders)}`, {}, 414],
    ['a path that is no UTF-8', '/%ff', {}, 400],
  ])('%s', async (_, url, headers, status) => {
    expect((await raw(url, headers)).status).toBe(status);
  });

  test.each([
    ['zh', '地址无法读取'],
    ['en', 'Unreadable address'],
  ] as const)(
    'an address with raw Chinese characters is refused in %s, by the members of every problem',
    async (language, title) => {
      const address = '/v1/uploads/u1/touches?cell=花名册!K12';
      const { status, head, document } = await sendUnencoded(gateway.port, address, language);
      expect([status, document.status, document.code]).toEqual([400, 400, 'unreadable_address']);
      expect(document).toMatchObject({ type: 'about:blank', title, errors: [] });
      expect(document.detail).toBe(document.message[language]);
      expect(document.message).toEqual({
        zh: expect.stringContaining('curl -G'),
        en: expect.stringContaining('percent-encoded'),
      });
      expect(head).toContain('application/problem+json');
    },
  );

  test('a body over 6 MB is 413', async () => {
    const body = new Uint8Array(requestLimits.body + 1);
    expect((await get('/', { method: 'POST', body })).status).toBe(413);
  });

  test.each(['anju.example', '127.0.0.1.example:80', 'localhost.example'])(
    'the host %j is refused (DNS rebinding)',
    async (name) => {
      expect([(await raw('/', { host: name })).status, events]).toEqual([403, []]);
    },
  );
});
