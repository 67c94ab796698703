import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Refusal } from '../../cli/proxy/refusal.ts';
import { type ProxyOptions, type SigningProxy, startProxy } from '../../cli/proxy/server.ts';
import type { Credentials } from '../../cli/proxy/sign.ts';
import { sendRaw } from '../local/support/signed-request.ts';
import { sendUnencoded } from '../local/support/unencoded.ts';
import { type Caller, type SignedEndpoint, startSignedEndpoint } from './support/signed-endpoint.ts';

const caller: Caller = {
  accessKeyId: 'ASIAMADEUP',
  secretAccessKey: 'made/up+secret',
  sessionToken: 'first',
};
const now = () => new Date('2017-04-21T08:00:00.123Z');
const region = 'cn-northwest-1';

let endpoint: SignedEndpoint;
let proxy: SigningProxy;
let inForce: Credentials | Error = caller;
let renewed: Credentials | Error = caller;
let looked: (boolean | undefined)[] = [];
let troubles: Refusal[] = [];
const closing: (() => Promise<void>)[] = [];

async function proxyTo(origin: string, over: Partial<ProxyOptions> = {}): Promise<SigningProxy> {
  const started = await startProxy({
    upstream: { origin, region },
    port: 0,
    now,
    patience: 10_000,
    onTrouble: (refusal) => troubles.push(refusal),
    async credentials(options) {
      looked.push(options?.forceRefresh);
      if (options?.forceRefresh) inForce = renewed;
      if (inForce instanceof Error) throw inForce;
      return inForce;
    },
    ...over,
  });
  closing.push(() => started.close());
  return started;
}

beforeAll(async () => {
  endpoint = await startSignedEndpoint(caller);
  closing.push(() => endpoint.close());
  proxy = await proxyTo(endpoint.origin);
});

afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

beforeEach(() => {
  endpoint.arrived.length = 0;
  endpoint.caller = caller;
  endpoint.answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('好');
  inForce = caller;
  renewed = caller;
  looked = [];
  troubles = [];
});

const ask = (url: string, over: { method?: string; body?: Uint8Array; port?: number } & Headed = {}) => {
  const { method = 'GET', headers = {}, body, port = proxy.port } = over;
  const sent = { method, url, headers: { host: `127.0.0.1:${port}`, ...headers } };
  return sendRaw(port, body ? { ...sent, body } : sent);
};
interface Headed {
  readonly headers?: Readonly<Record<string, string>>;
}

const problemShape = z.object({
  code: z.string(),
  status: z.number(),
  detail: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});
const problemOf = (body: string) => problemShape.parse(JSON.parse(body));

describe('what is asked arrives as it was asked, signed', () => {
  it.each([
    '/',
    '/v1/data?indicator=reloc.start_rate&area=children(4312)&period=2017-04,2017-05',
    '/v1/data.csv?area=%E6%BA%86%E6%B5%A6&labels=both',
    "/v1/uploads/a%2Fb%20c!'()*,;=:@$&~",
    '/v1/uploads/%E6%BA%86%E6%B5%A6/touches?cell=%E8%8A%B1%E5%90%8D%E5%86%8C!K12',
    '/v1/data?b=2&a=2&a=1&empty=&bare&A=%2B%26%3D%3F%2F',
    '/v1/data?cursor=a%2Bb%2F%3D%3D&b==',
    '/v1/data?',
  ])('%s', async (url) => {
    const answer = await ask(url);
    expect([answer.status, answer.body]).toEqual([200, '好']);
    expect(endpoint.arrived.map((one) => [one.method, one.url, one.isSigned])).toEqual([
      ['GET', url.replace(/\?$/, ''), true],
    ]);
  });

  it('writes the ambiguous + of a query as %20, and leaves that of a path', async () => {
    expect((await ask('/v1/uploads/a+b?cell=%E8%8A%B1+B2')).status).toBe(200);
    expect(endpoint.arrived[0]?.url).toBe('/v1/uploads/a+b?cell=%E8%8A%B1%20B2');
  });

  it.each([
    ['POST', Buffer.from('{"县":1}')],
    ['PUT', Buffer.from([0, 255, 13, 10, 0])],
    ['DELETE', undefined],
    ['HEAD', undefined],
  ])('%s with its body to the byte', async (method, body) => {
    const headers = body
      ? { 'content-type': 'application/json', 'content-length': String(body.length) }
      : undefined;
    const answer = await ask('/v1/x', { method, ...(body ? { body } : {}), ...(headers ? { headers } : {}) });
    expect(answer.status).toBe(200);
    expect(endpoint.arrived[0]).toMatchObject({ method, isSigned: true, body: body ?? Buffer.alloc(0) });
  });

  it('for the region and the moment, with the token of temporary credentials', async () => {
    await ask('/');
    expect(endpoint.arrived[0]?.headers).toMatchObject({
      host: new URL(endpoint.origin).host,
      'x-amz-date': '20170421T080000Z',
      'x-amz-security-token': 'first',
      authorization: expect.stringContaining(`ASIAMADEUP/20170421/${region}/execute-api/aws4_request`),
    });
  });

  it('with what negotiates the answer, and nothing that says who asks', async () => {
    const wanted = {
      accept: 'text/csv',
      'accept-encoding': 'br',
      'accept-language': 'zh',
      'if-none-match': '"1"',
    };
    const others = {
      authorization: 'Basic eDp5',
      cookie: 'anju-principal=admin@43',
      'x-anju-principal': 'admin@43',
      'x-amz-security-token': 'stolen',
      referer: 'http://127.0.0.1/',
      'x-forwarded-for': '10.0.0.1',
    };
    await ask('/', { headers: { ...wanted, ...others } });
    const { headers = {} } = endpoint.arrived[0] ?? {};
    expect(headers).toMatchObject(wanted);
    expect(Object.keys(headers).sort()).toEqual(
      [
        ...Object.keys(wanted),
        'authorization',
        'connection',
        'host',
        'x-amz-content-sha256',
        'x-amz-date',
        'x-amz-security-token',
      ].sort(),
    );
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 /);
  });

  it('the endpoint of these tests refuses another key, another secret and another service', async () => {
    for (const other of [
      { ...caller, secretAccessKey: 'another' },
      { ...caller, accessKeyId: 'AKIAOTHER' },
      { ...caller, sessionToken: 'another' },
    ]) {
      endpoint.caller = other;
      expect((await ask('/')).status).toBe(403);
    }
    const elsewhere = await startSignedEndpoint(caller, 's3');
    closing.push(() => elsewhere.close());
    expect((await ask('/', { port: (await proxyTo(elsewhere.origin)).port })).status).toBe(403);
  });
});

describe('what is answered comes back as it was answered', () => {
  it('a redirect to a signed file is the browser’s to follow', async () => {
    const location = 'https://bucket.s3.cn-northwest-1.amazonaws.com.cn/exports/a.csv?X-Amz-Signature=0';
    endpoint.answer = (_, response) => void response.writeHead(303, { location }).end();
    const answer = await ask('/v1/data-files/csv');
    expect([answer.status, answer.headers.location]).toEqual([303, location]);
    expect(endpoint.arrived).toHaveLength(1);
  });

  it.each([
    [200, { etag: '"1"', 'content-encoding': 'br', vary: 'Accept', link: '</v1/data>; rel="next"' }],
    [304, { etag: '"1"' }],
    [404, { 'content-type': 'application/problem+json' }],
    [500, { 'content-type': 'application/json' }],
  ])('%i with %j and nothing more', async (status, headers) => {
    endpoint.answer = (_, response) => {
      response.sendDate = false;
      response.writeHead(status, headers).end(status === 304 ? undefined : Buffer.from([1, 2]));
    };
    const answer = await ask('/');
    const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...own } = answer.headers;
    expect([answer.status, own]).toEqual([status, headers]);
  });

  it('part by part, before the last is there', async () => {
    let finish = () => {};
    endpoint.answer = (_, response) => {
      response.writeHead(200);
      response.write('first');
      finish = () => void response.end(' last');
    };
    const answer = await fetch(proxy.url);
    const reader = answer.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first');
    finish();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(' last');
  });

  it('cut off where it was cut off', async () => {
    endpoint.answer = (_, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => response.destroy());
    };
    await expect(fetch(proxy.url).then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('what may not be asked through the proxy', () => {
  it.each([
    ['another name that leads here', { host: 'evil.example' }, 'foreign_host'],
    ['another name with the port', { host: 'evil.example:4320' }, 'foreign_host'],
    ['a name that begins like ours', { host: '127.0.0.1.evil.example' }, 'foreign_host'],
    ['a page of another site', { origin: 'https://evil.example' }, 'foreign_page'],
    ['a page of nobody', { origin: 'null' }, 'foreign_page'],
    ['another program of this machine', { origin: 'http://127.0.0.1:1' }, 'foreign_page'],
    ['a request of its page that names no origin', { 'sec-fetch-site': 'same-site' }, 'foreign_page'],
    [
      'an image on such a page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' },
      'foreign_page',
    ],
    [
      'a frame on such a page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' },
      'foreign_page',
    ],
  ])('%s', async (_, headers, code) => {
    const answer = await ask('/v1/data', { headers });
    expect([answer.status, problemOf(answer.body).code]).toEqual([403, code]);
    expect(endpoint.arrived).toEqual([]);
  });

  it.each([
    ['localhost', { host: 'localhost:4320' }],
    ['a link that is followed', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
    [
      'its own page',
      { host: 'localhost:4320', origin: 'http://localhost:4320', 'sec-fetch-site': 'same-origin' },
    ],
    ['an address that was typed', { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
  ])('but %s may', async (_, headers) => {
    expect((await ask('/', { headers })).status).toBe(200);
  });

  it('a form of another site, even where a link may be followed', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' };
    expect((await ask('/v1/recompute', { method: 'POST', headers })).status).toBe(403);
  });

  it.each(['/v1/%zz', '/v1/data?area=%BB%A8', '/v1/../secret', '/v1//data', '/..', 'http://evil.example/'])(
    'an address that cannot be signed: %s',
    async (url) => {
      const answer = await ask(url);
      expect([answer.status, problemOf(answer.body).code]).toEqual([400, 'unreadable_address']);
      expect(endpoint.arrived).toEqual([]);
    },
  );

  it.each([
    ['zh', '地址无法读取'],
    ['en', 'Unreadable address'],
  ] as const)(
    'an address with raw Chinese characters in %s, by the members of every problem',
    async (language, title) => {
      const address = '/v1/uploads/u1/touches?cell=花名册!K12';
      const { status, head, document } = await sendUnencoded(proxy.port, address, language);
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

  it('is told by a document without a page of its own, which leaves the query out', async () => {
    const { body } = await ask('/v1//data?area=4312');
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', instance: '/v1//data' });
  });

  it('more than the endpoint takes', async () => {
    const body = Buffer.alloc(10_000_001);
    const headers = { 'content-length': String(body.length) };
    const answer = await ask('/v1/x', { method: 'POST', body, headers });
    expect([answer.status, problemOf(answer.body).code]).toEqual([413, 'body_too_large']);
  });
});

describe('when it cannot be asked', () => {
  it('says so in the reader’s language where there are no credentials', async () => {
    inForce = new Error('Could not load credentials from any providers');
    const answer = await ask('/', { headers: { 'accept-language': 'en' } });
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'application/problem+json']);
    const { code, detail, message } = problemOf(answer.body);
    expect([code, detail]).toEqual(['no_credentials', message.en]);
    expect(message.en).toContain('Could not load credentials');
    expect(message.zh).toContain('aws sso login');
    expect(troubles.map((one) => one.code)).toEqual(['no_credentials']);
    expect(endpoint.arrived).toEqual([]);
  });

  it('does not repeat the command line of a credential process', async () => {
    inForce = new Error('Command failed: tool --password swordfish\n');
    const { body } = await ask('/');
    expect(body).not.toContain('swordfish');
    expect(problemOf(body).message.en).toContain('(credential_process)');
    expect(troubles.map(({ value }) => value)).toEqual(['credential_process']);
  });

  it('says which endpoint cannot be reached', async () => {
    const gone = await startSignedEndpoint(caller);
    await gone.close();
    const answer = await ask('/', { port: (await proxyTo(gone.origin)).port });
    const { code, status, message } = problemOf(answer.body);
    expect([answer.status, status, code]).toEqual([502, 502, 'endpoint_unreachable']);
    expect(message.zh).toContain(gone.origin);
    expect(message.en).toContain('ECONNREFUSED');
  });

  it('ends what it asked when whoever asked has gone, and takes it for no trouble', async () => {
    const gone = new AbortController();
    const ended = new Promise<void>((resolve) => {
      endpoint.answer = (_, response) => {
        response.on('close', resolve);
        gone.abort();
      };
    });
    await expect(fetch(proxy.url, { signal: gone.signal })).rejects.toThrow();
    await ended;
    // One more exchange, after which the first is certainly done with.
    endpoint.answer = (_, response) => void response.end();
    expect((await ask('/')).status).toBe(200);
    expect(troubles).toEqual([]);
  });

  it('gives up on an endpoint that is silent', async () => {
    endpoint.answer = () => {};
    const impatient = await proxyTo(endpoint.origin, { patience: 100 });
    const answer = await ask('/', { port: impatient.port });
    expect([answer.status, problemOf(answer.body).code]).toEqual([504, 'endpoint_silent']);
    // A machine that is busy may give up before the endpoint has read it; nobody asks again.
    expect(endpoint.arrived.length).toBeLessThanOrEqual(1);
  });
});

describe('credentials that the gate refuses', () => {
  const later: Caller = { ...caller, accessKeyId: 'ASIALATER', sessionToken: 'later' };

  it('are looked up anew, and the request is sent once more, body and all', async () => {
    endpoint.caller = later;
    renewed = later;
    const body = Buffer.from('{"from":"2017-04"}');
    const headers = { 'content-length': String(body.length) };
    expect((await ask('/v1/recompute', { method: 'POST', body, headers })).status).toBe(200);
    expect(looked).toEqual([undefined, true]);
    expect(endpoint.arrived.map((one) => [one.isSigned, one.body.equals(body)])).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  it.each([
    ['once only', { ...later, sessionToken: 'wrong' }, 2],
    ['not at all where the new ones are the old', caller, 1],
    ['not at all where none are to be had', new Error('expired'), 1],
  ])('%s', async (_, next, times) => {
    endpoint.caller = later;
    renewed = next;
    expect((await ask('/')).status).toBe(403);
    expect(endpoint.arrived).toHaveLength(times);
  });

  it('stand where they are no temporary ones', async () => {
    const { sessionToken: _, ...lasting } = caller;
    inForce = lasting;
    endpoint.caller = later;
    expect((await ask('/')).status).toBe(403);
    expect(looked).toEqual([undefined]);
  });

  it('stand where it is Anju that refuses', async () => {
    endpoint.answer = (_, response) =>
      void response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{}');
    expect((await ask('/')).status).toBe(403);
    expect(looked).toEqual([undefined]);
    expect(endpoint.arrived).toHaveLength(1);
  });
});
