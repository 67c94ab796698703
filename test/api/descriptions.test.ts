import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { datasetIds } from '../../shared/datasets/dataset-ids.ts';
import { catalogueVersion } from '../../shared/indicators/catalogue.ts';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';
import { endpoint } from './support/endpoint.ts';

async function read(path: string): Promise<unknown> {
  const { status, body } = await endpoint().get(path);
  expect(status).toBe(200);
  return JSON.parse(body);
}

const listing = z.object({ data: z.array(z.looseObject({})), next: z.null() });

describe('what the endpoint says of itself', () => {
  it('lives, and with which catalogue', async () => {
    expect(await read('/v1/health')).toEqual({ status: 'ok', province: '43', catalogueVersion });
  });

  it('lists the areas of its province and no other', async () => {
    const { data } = listing.parse(await read('/v1/areas'));
    const codes = data.map((area) => String(area.code));
    expect(data).toContainEqual({
      code: '431224',
      level: 'county',
      name: { zh: '溆浦县', en: 'Xupu' },
      parent: '4312',
    });
    expect(data[0]).toMatchObject({ code: '43', level: 'province', parent: null });
    expect(codes.filter((code) => !code.startsWith('43'))).toEqual([]);
    expect(codes).not.toContain('431201');
  });

  it('lists the catalogue as data', async () => {
    const { data } = listing.parse(await read('/v1/indicators'));
    const told = data.map(({ grains: _, k: __, ...one }) => one);
    expect(told).toEqual(JSON.parse(JSON.stringify(wholeCatalogue)));
  });

  it.each([
    ['emp.labour_rate', ['site', 'county', 'city', 'province'], [5, 10]],
    ['reloc.start_rate', ['site', 'county', 'city', 'province'], []],
    ['fund.leak_ratio', ['county', 'city', 'province'], []],
  ])('says of %s that it has the grains %j and k %j', async (id, grains, k) => {
    const { data } = listing.parse(await read('/v1/indicators'));
    expect(data.find((one) => one.id === id)).toMatchObject({ grains, k });
  });

  it('lists a contract for every dataset', async () => {
    const { data } = listing.parse(await read('/v1/datasets'));
    expect(data.map((contract) => contract.id)).toEqual(datasetIds);
  });
});

describe('every successful answer', () => {
  it.each(['/', '/v1/health', '/v1/areas', '/v1/indicators', '/v1/datasets', '/v1/uploads'])(
    '%s is private, tagged, and answers HEAD and If-None-Match',
    async (path) => {
      const city = endpoint();
      const full = await city.get(path);
      const head = await city.ask('HEAD', path);
      const again = await city.get(path, { 'if-none-match': full.headers.etag ?? '' });
      expect(full.headers).toMatchObject({
        'cache-control': 'private, no-cache',
        etag: expect.stringMatching(/^"[\w-]+"$/),
        vary: expect.stringContaining('Accept-Language'),
        'x-content-type-options': 'nosniff',
      });
      expect(head).toEqual({ ...full, body: '' });
      expect([again.status, again.body]).toEqual([304, '']);
    },
  );
});
