import { describe, expect, it } from 'vitest';
import { create as createApi } from '../../functions/api/handler.ts';
import { create as createCadence } from '../../functions/cadence/handler.ts';
import { keys } from '../../shared/records/keys.ts';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { instant, now, publishFacts } from './support/county.ts';
import { httpEvent } from './support/http-event.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('the api function', () => {
  const api = createApi({
    province: '43',
    rolePrefix: 'anju-43',
    items: memoryItems(),
    reports: memoryObjects(),
    publishQueue: { send: async () => {} },
    now,
    log: silent,
  });

  it('answers an API Gateway event', async () => {
    const result = await api(httpEvent('GET', '/v1/health'));
    expect(result).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(result.body ?? '')).toMatchObject({ status: 'ok' });
  });

  it('reads the raw query string, so that a repeated parameter is seen', async () => {
    const result = await api(httpEvent('GET', '/v1/uploads', 'area=4312&area=43'));
    expect(JSON.parse(result.body ?? '')).toMatchObject({ status: 400, code: 'repeated_parameter' });
  });

  it('takes header names in any case', async () => {
    const { headers } = await api(httpEvent('GET', '/v1/health'));
    const event = httpEvent('GET', '/v1/health', '', { 'If-None-Match': String(headers?.etag) });
    expect((await api(event)).statusCode).toBe(304);
  });
});

describe('the cadence function', () => {
  it('says which head stands behind its newest commit', async () => {
    const items = memoryItems();
    await publishFacts(items, '431224', []);
    await publishFacts(items, '431202', []);
    const said: unknown[] = [];
    const log = { ...silent, error: (_: string, fields: unknown) => void said.push(fields) };
    const cadence = createCadence({ province: '43', items, reports: memoryObjects(), log });
    await cadence();
    expect(said).toEqual([]);
    await items.put({ ...keys.commit('431224', 2), body: '{}', writtenAt: instant });
    await cadence();
    expect(said).toEqual([{ area: '431224', head: 1, newest: '0000000002' }]);
  });
});
