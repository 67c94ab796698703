import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../../local/http/gateway.ts';
import { localPrincipals } from '../../local/http/local-principal.ts';
import { startTable } from '../../local/run/table.ts';
import { startS3Endpoint } from '../../local/s3/endpoint.ts';

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends what a browser would send for a page; gives the status. */
function statusOf(url: string, { method, headers }: Sent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const evil = { origin: 'https://evil.example' };

describe('a page of another site in this machine’s browser', () => {
  const closing: (() => Promise<void>)[] = [];
  let table = '';
  let s3 = '';
  let gateway = '';

  beforeAll(async () => {
    const local = await startTable(undefined, 'anju-test');
    const objects = await startS3Endpoint({
      folder: mkdtempSync(join(tmpdir(), 'anju-')),
      port: 0,
      buckets: ['inbox'],
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      notify: async () => {},
      notifyBuckets: [],
      now: () => new Date(),
      randomId: () => 'id',
    });
    const http = await startGateway({
      port: 0,
      host: '127.0.0.1',
      routes: [],
      handlers: { api: async () => ({ statusCode: 200, body: 'ok' }) },
      principals: localPrincipals('43', 'anju-43'),
      now: () => new Date(),
      randomId: () => 'id',
    });
    table = local.url;
    s3 = objects.url;
    gateway = http.url;
    closing.push(
      local.close,
      () => objects.close(),
      () => http.close(),
    );
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  it.each([
    ['asks the table', 'POST', evil],
    ['asks the table what it may', 'OPTIONS', { ...evil, 'access-control-request-method': 'POST' }],
    ['asks the table under another name', 'POST', { host: 'evil.example' }],
    ['asks the table without telling its origin', 'POST', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused when it %s', async (_, method, headers) => {
    expect(await statusOf(`${table}/`, { method, headers })).toBe(403);
  });

  it.each([
    ['posts a form into the inbox', 'POST', { ...evil, 'content-type': 'multipart/form-data; boundary=x' }],
    ['puts an object', 'PUT', { 'sec-fetch-site': 'cross-site' }],
    ['reads an object', 'GET', evil],
  ])('is refused when it %s', async (_, method, headers) => {
    expect(await statusOf(`${s3}/inbox/431224/a.csv`, { method, headers })).toBe(403);
  });

  it.each([
    ['writes', 'POST', evil, 403],
    ['writes without telling its origin', 'POST', { 'sec-fetch-site': 'cross-site' }, 403],
    ['links to the page', 'GET', { 'sec-fetch-site': 'cross-site' }, 200],
  ])('gets %s to the API answered by %s %o with %i', async (_, method, headers, status) => {
    expect(await statusOf(`${gateway}/`, { method, headers })).toBe(status);
  });

  it('is something else than our own page', async () => {
    const headers = { origin: gateway, 'sec-fetch-site': 'same-origin' };
    expect(await statusOf(`${gateway}/`, { method: 'POST', headers })).toBe(200);
  });
});
