import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { create as createApi } from '../../functions/api/handler.ts';
import { type Gateway, startGateway } from '../../local/http/gateway.ts';
import { localPrincipals } from '../../local/http/local-principal.ts';
import { httpEvent } from '../api/support/http-event.ts';
import { memoryItems } from '../support/memory-items.ts';
import { memoryObjects } from '../support/memory-objects.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    routes: [{ method: 'GET', path: '/v1/who', function: 'api' }],
    handlers: { api: async (event) => ({ arn: event.requestContext.authorizer.iam.userArn }) },
    principals: localPrincipals('43', 'anju-43'),
    now: () => new Date('2017-05-02T01:30:00Z'),
    randomId: () => 'id',
  });
});
afterAll(() => gateway.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}${path}`, { headers, redirect: 'manual' });
const who = async (headers: Record<string, string> = {}) => {
  const response = await ask('/v1/who', headers);
  return response.ok ? (await response.text()).split('/')[1] : response.status;
};

describe('who somebody at this machine is', () => {
  test.each([
    ['admin of the province, when nothing is said', {}, 'anju-43-admin-43'],
    ['whom the header names', { 'x-anju-principal': 'analyst@4312' }, 'anju-43-analyst-4312'],
    ['whom the cookie names', { cookie: 'a=b; anju-principal=county@431224' }, 'anju-43-county-431224'],
    [
      'whom the header names, before the cookie',
      { 'x-anju-principal': 'public@43', cookie: 'anju-principal=county@431224' },
      'anju-43-public-43',
    ],
    ['admin by name', { 'x-anju-principal': 'admin' }, 'anju-43-admin-43'],
    ['nobody for an unknown role', { 'x-anju-principal': 'owner@43' }, 400],
    ['nobody for an unknown area', { 'x-anju-principal': 'county@431299' }, 400],
    ['nobody for a role without an area', { 'x-anju-principal': 'county' }, 400],
    ['nobody for an empty word', { 'x-anju-principal': '' }, 400],
    ['nobody for two headers in one', { 'x-anju-principal': 'public@43,admin@43' }, 400],
    ['nobody for a cookie that says nonsense', { cookie: 'anju-principal=x' }, 400],
  ])('is %s', async (_, headers, expected) => {
    expect(await who(headers)).toBe(expected);
  });
});

describe('GET /principal', () => {
  test('says who one is, and who one can be', async () => {
    const answer = await ask('/principal', { cookie: 'anju-principal=analyst@43' });
    expect(await answer.json()).toMatchObject({ principal: 'analyst@43', header: 'x-anju-principal' });
  });

  test('switches by a cookie that no page of another site is sent', async () => {
    const answer = await ask('/principal?as=dispatcher@4312');
    const cookie = answer.headers.get('set-cookie');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(cookie).toBe('anju-principal=dispatcher@4312; Path=/; HttpOnly; SameSite=Strict');
    expect(await who({ cookie: String(cookie).split(';')[0] ?? '' })).toBe('anju-43-dispatcher-4312');
  });

  test('switches back by taking the cookie away', async () => {
    expect((await ask('/principal?as=admin')).headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test.each([
    ['a name that is nobody', '/principal?as=king@43', {}, 400],
    ['another site’s page', '/principal?as=public@43', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('refuses %s', async (_, path, headers, status) => {
    const answer = await ask(path, headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([status, null]);
  });
});

describe('in the cloud the switch is nothing', () => {
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const api = createApi({
    province: '43',
    rolePrefix: 'anju-43',
    items: memoryItems(),
    reports: memoryObjects(),
    publishQueue: { send: async () => {} },
    now: () => new Date('2017-05-02T01:30:00Z'),
    log: silent,
  });
  const switching = { 'x-anju-principal': 'admin@43', cookie: 'anju-principal=admin@43' };
  const analyst = 'arn:aws-cn:sts::123456789012:assumed-role/anju-43-analyst-43/admin';

  test.each([
    ['an analyst stays one', '/v1/uploads', analyst, 403],
    ['whom IAM knows by no role has no access', '/v1/areas', 'arn:aws-cn:iam::123456789012:user/li', 403],
    ['whom nobody signed has no access', '/v1/areas', null, 403],
    ['an analyst may what an analyst may', '/v1/areas', analyst, 200],
  ])('%s: %s', async (_, path, caller, status) => {
    expect((await api(httpEvent('GET', path, '', switching, caller))).statusCode).toBe(status);
  });

  test('nothing that is deployed knows its header or cookie', () => {
    const root = join(import.meta.dirname, '../..');
    const sources = ['functions', 'shared', 'infra', 'web'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|mjs)$/.test(name))
        .map((name) => join(root, room, name)),
    );
    const knowing = sources.filter((file) => /anju-principal/.test(readFileSync(file, 'utf8')));
    expect([sources.length > 100, knowing]).toEqual([true, []]);
  });
});
