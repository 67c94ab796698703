import { describe, expect, it } from 'vitest';
import { readCommand } from '../../shared/records/commands.ts';
import { readMappings } from '../../shared/records/mappings.ts';
import { obeyCommand } from '../../shared/records/obey-command.ts';
import { publishPorts } from '../records/support/harness.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const url = '/v1/mappings/431224/projects';
const headers = { '本期计划（户）': 'plannedHouseholds', 搬家户: 'occupiedHouseholds' };

/** Lets the publisher obey whatever was sent to it. */
async function obey(city: Endpoint): Promise<void> {
  for (const body of city.messages) {
    const command = await readCommand(city.reports, JSON.parse(body).key);
    if (command) await obeyCommand(publishPorts(city.items, city.reports), command);
  }
}

describe('a county’s mapping of odd headers', () => {
  it('is taken down, and in force once it is obeyed', async () => {
    const city = endpoint();
    expect((await city.get(url)).status).toBe(404);
    const put = await city.write('PUT', url, { headers });
    expect(put, put.body).toMatchObject({ status: 202, headers: { location: url } });
    await obey(city);
    const { status, body } = await city.get(url);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      area: '431224',
      dataset: 'projects',
      version: expect.any(String),
      headers: { 搬家户: 'occupiedHouseholds' },
    });
    const inForce = await readMappings(city.items, '431224', '2017-06-01T00:00:00.000Z');
    expect(Object.values(inForce.projects?.headers ?? {}).sort()).toEqual([
      'occupiedHouseholds',
      'plannedHouseholds',
    ]);
  });

  it('does not reach back: a file put before it is read as it was', async () => {
    const city = endpoint();
    await city.write('PUT', url, { headers });
    await obey(city);
    expect(await readMappings(city.items, '431224', '2017-05-02T01:29:59.999Z')).toEqual({});
    expect(await readMappings(city.items, '431223', '2017-06-01T00:00:00.000Z')).toEqual({});
  });

  it('is given once, however often it is sent', async () => {
    const city = endpoint();
    await city.write('PUT', url, { headers });
    await obey(city);
    const again = await city.write('PUT', url, { headers });
    expect(again.status).toBe(202);
    expect(city.messages).toHaveLength(1);
  });

  it('may come back after another', async () => {
    let minute = 0;
    const city = endpoint({ now: () => new Date(Date.UTC(2017, 4, 3, 0, minute)) });
    for (const one of [headers, { 旧户: 'plannedHouseholds' }, headers]) {
      minute += 1;
      await city.write('PUT', url, { headers: one });
      await obey(city);
    }
    expect(JSON.parse((await city.get(url)).body).headers).toHaveProperty('搬家户');
  });

  it('is ended by an empty one', async () => {
    const city = endpoint();
    await city.write('PUT', url, { headers: {} });
    await obey(city);
    expect(await readMappings(city.items, '431224', '2017-06-01T00:00:00.000Z')).toEqual({});
  });

  it.each([
    ['a field the contract does not have', { headers: { 甲: 'plannedHousehold' } }, 'unknown_field'],
    ['a header that means another field', { headers: { 项目编号: 'plannedHouseholds' } }, 'header_taken'],
    [
      'two meanings of one header',
      { headers: { 甲乙: 'plannedHouseholds', '甲 乙': 'projectId' } },
      'header_taken',
    ],
    ['no headers', {}, 'invalid_body'],
    ['headers that are no texts', { headers: { 甲: 1 } }, 'invalid_body'],
    ['an unknown member', { headers: {}, more: 1 }, 'invalid_body'],
  ])('with %s is refused', async (_, body, code) => {
    const city = endpoint();
    const answer = await city.write('PUT', url, body);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code });
    expect(city.messages).toEqual([]);
  });

  it('suggests the field that was meant', async () => {
    const answer = await endpoint().write('PUT', url, { headers: { 甲: 'plannedHousehold' } });
    expect(JSON.parse(answer.body).errors).toMatchObject([
      { in: 'body', name: '甲', didYouMean: 'plannedHouseholds' },
    ]);
  });

  it.each([
    ['/v1/mappings/110101/projects', 'unknown_area'],
    ['/v1/mappings/431224/project', 'dataset_not_found'],
  ])('at %s is refused', async (path, code) => {
    expect(JSON.parse((await endpoint().write('PUT', path, { headers: {} })).body).code).toBe(code);
    expect(JSON.parse((await endpoint().get(path)).body).code).toBe(code);
  });
});
