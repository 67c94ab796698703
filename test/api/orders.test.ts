import { describe, expect, it } from 'vitest';
import { commandKey, readCommand } from '../../shared/records/commands.ts';
import type { Upload } from '../../shared/records/schema.ts';
import { instant, largeRemoval, publishFacts, storeUpload, uploadOf } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const order = `2017-05-02T01:00:01.000Z~${'0'.repeat(32)}~v1`;
const part = {
  area: '431224',
  dataset: 'projects',
  period: '2017-04-X3',
  dataDate: '2017-04-21',
  rows: 10,
  accepted: 10,
  quarantined: 0,
  ignored: 0,
  batch: 'batch-1',
} as const;

/** An endpoint with one upload in a state. */
async function withUpload(over: Partial<Upload>): Promise<Endpoint> {
  const city = endpoint();
  await storeUpload(city.items, uploadOf({ id: 'u1', order, parts: [part], ...over }));
  return city;
}

const staged = () => withUpload({ state: 'staged' });

describe('an order to an upload', () => {
  it('is written down, told to the publisher, and answered with where its effect appears', async () => {
    const city = await staged();
    const { status, headers, body } = await city.write('POST', '/v1/uploads/u1/publish');
    expect(status, body).toBe(202);
    expect(headers).toMatchObject({ location: '/v1/uploads/u1', 'cache-control': 'private, no-store' });
    const { command } = JSON.parse(body);
    expect(command).toEqual({ id: expect.any(String), kind: 'publish', at: instant });
    const key = commandKey('431224', command.id);
    expect(city.messages).toEqual([JSON.stringify({ kind: 'command', key })]);
    expect(await readCommand(city.reports, key)).toEqual({
      id: command.id,
      area: '431224',
      at: instant,
      by: null,
      kind: 'publish',
      uploadId: 'u1',
    });
  });

  it('given again is the same command, also after it was obeyed', async () => {
    const city = await staged();
    const first = await city.write('POST', '/v1/uploads/u1/publish');
    await storeUpload(city.items, uploadOf({ id: 'u1', order, parts: [part], published: 'x' }));
    await publishFacts(city.items, '431224', [], {
      'projects@2017-04-X3': { batch: 'batch-1', uploadId: 'u1', order },
    });
    const second = await city.write('POST', '/v1/uploads/u1/publish');
    expect(second).toMatchObject({ status: 202, body: first.body });
  });

  it('is known by the client’s key, which stands for one order only', async () => {
    const city = await staged();
    const key = { 'idempotency-key': 'k-1' };
    const first = await city.write('POST', '/v1/uploads/u1/publish', {}, key);
    const again = await city.write('POST', '/v1/uploads/u1/publish', {}, key);
    const other = await city.write('POST', '/v1/uploads/u1/withdraw', {}, key);
    expect(again.body).toBe(first.body);
    expect(other.status).toBe(409);
    expect(JSON.parse(other.body).code).toBe('idempotency_key_reused');
  });

  it.each([
    ['publish', { state: 'accepted' }, 'upload_not_settled'],
    ['publish', { state: 'reading' }, 'upload_not_settled'],
    ['publish', { state: 'rejected' }, 'order_not_possible'],
    ['confirm', { state: 'rejected' }, 'order_not_possible'],
    ['withdraw', { state: 'rejected' }, 'order_not_possible'],
    ['publish', { state: 'staged', withdrawn: 'c' }, 'order_not_possible'],
    ['publish', { parts: [{ ...part, hold: largeRemoval }] }, 'needs_confirmation'],
    ['publish', { state: 'staged', receivedAt: '2017-04-20T00:00:00.000Z' }, 'stage_expired'],
    [
      'confirm',
      { parts: [{ ...part, hold: { ...largeRemoval, at: '2017-04-20T00:00:00.000Z' } }] },
      'stage_expired',
    ],
  ] as const)('to %s %j is refused: %s', async (kind, over, code) => {
    const city = await withUpload({ ...over, parts: 'parts' in over ? [...over.parts] : [part] });
    const { status, body } = await city.write('POST', `/v1/uploads/u1/${kind}`);
    expect(JSON.parse(body)).toMatchObject({ code, status: 409 });
    expect(status).toBe(409);
    expect(city.messages).toEqual([]);
  });

  it('that is refused says in which state the upload is, as the receipt calls it', async () => {
    const city = await withUpload({ state: 'rejected' });
    const told = async (kind: string) =>
      JSON.parse((await city.write('POST', `/v1/uploads/u1/${kind}`)).body);
    expect((await told('publish')).message).toEqual({
      zh: '上报的状态是“已退回”；只有“待发布（暂存）”时才能这样做。',
      en: 'The upload is rejected; this is possible only while it is staged.',
    });
    expect((await told('withdraw')).message.zh).toContain('“待发布（暂存）”“待确认”“已发布”“已过期”');
  });

  it.each([
    ['confirm', { parts: [{ ...part, hold: largeRemoval }] }],
    ['confirm', { state: 'staged' }],
    ['withdraw', { state: 'staged' }],
    ['withdraw', { state: 'staged', receivedAt: '2017-04-20T00:00:00.000Z' }],
    ['withdraw', { parts: [{ ...part, hold: largeRemoval }] }],
  ] as const)('to %s %j is taken', async (kind, over) => {
    const city = await withUpload({ ...over, parts: 'parts' in over ? [...over.parts] : [part] });
    expect((await city.write('POST', `/v1/uploads/u1/${kind}`)).status).toBe(202);
  });

  it('to an upload that is not there is refused', async () => {
    expect((await endpoint().write('POST', '/v1/uploads/none/publish')).status).toBe(404);
  });

  it.each([
    ['a list', [], 'invalid_body'],
    ['an unknown member', { force: true }, 'invalid_body'],
  ])('with %s for a body is refused', async (_, body, code) => {
    const answer = await (await staged()).write('POST', '/v1/uploads/u1/publish', body);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code });
  });

  it('with an unusable key is refused', async () => {
    const answer = await (await staged()).write(
      'POST',
      '/v1/uploads/u1/publish',
      {},
      { 'idempotency-key': '键' },
    );
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code: 'invalid_idempotency_key' });
  });
});

describe('a write that a page of another site could send', () => {
  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['a text', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['one like JSON', { 'content-type': 'application/jsonp' }, 415, 'unsupported_media_type'],
    ['another origin', { origin: 'http://evil.example', host: '127.0.0.1:4310' }, 403, 'foreign_origin'],
    ['another port', { origin: 'http://127.0.0.1:9999', host: '127.0.0.1:4310' }, 403, 'foreign_origin'],
    ['an opaque origin', { origin: 'null', host: '127.0.0.1:4310' }, 403, 'foreign_origin'],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403, 'foreign_origin'],
  ])('%s is refused before anything is read', async (_, headers, status, code) => {
    const city = await staged();
    city.items.calls.length = 0;
    const answer = await city.write('POST', '/v1/uploads/u1/publish', {}, headers);
    expect(JSON.parse(answer.body)).toMatchObject({ status, code });
    expect(city.items.calls).toEqual([]);
    expect(city.messages).toEqual([]);
  });

  it.each([
    ['a program', {}],
    [
      'the page itself',
      { origin: 'http://127.0.0.1:4310', host: '127.0.0.1:4310', 'sec-fetch-site': 'same-origin' },
    ],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ])('%s is no such write', async (_, headers) => {
    expect((await (await staged()).write('POST', '/v1/uploads/u1/publish', {}, headers)).status).toBe(202);
  });

  it('reading is no write', async () => {
    const { status } = await endpoint().get('/v1/health', {
      origin: 'http://evil.example',
      host: '127.0.0.1:4310',
    });
    expect(status).toBe(200);
  });
});
