import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { building, concentrated, publishShapedCity, scattered } from './support/shaped-city.ts';

const rows = z.object({
  data: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});

const comparisons = z.object({
  data: z.array(z.object({ vs: z.object({ previous: z.record(z.string(), z.unknown()).nullable() }) })),
});

/** The city in April, to which one county has sent something since: its facts are of May, or of June. */
async function cityAnd(...later: readonly (readonly [period: string, day: string, started: number])[]) {
  const city = endpoint();
  const facts = later.map(([period, day, started]) =>
    building(concentrated, period, day, [started, 900], 6286),
  );
  await publishShapedCity(city.items, facts);
  return city;
}

async function ask(city: Endpoint, url: string) {
  const { status, body } = await city.get(url);
  expect(status, body).toBe(200);
  return rows.parse(JSON.parse(body)).data;
}

async function points(city: Endpoint, area: string) {
  const all = await ask(city, `/v1/progress/334?area=${area}&year=2017`);
  return all.filter(({ series }) => series === 'actual');
}

describe('one county sends a file that moves no start rate', () => {
  let city: Endpoint;
  beforeAll(async () => {
    city = await cityAnd(['2017-05', '2017-04-21', 5242]);
  });

  it.each(['4312', concentrated])('and the curve of %s ends where it ended', async (area) => {
    const found = await points(city, area);
    expect(found.map(({ period, day }) => [period, day])).toEqual([
      ['2017-03-X3', '2017-03-31'],
      ['2017-04-X1', '2017-04-10'],
      ['2017-04-X3', '2017-04-21'],
    ]);
  });

  it('and the page says the same of the city, over all that reported', async () => {
    const { body } = await city.get('/?area=4312&lang=zh');
    expect(body).toContain('截至 2017-04-21 开工 83.3%（12,935 / 15,521 户，2/13 县区有数）');
    expect(body).toMatch(/排名：开工率[\s\S]{0,400}2017年4月下旬，2\/13 有排名/);
  });

  it('and the others keep their places', async () => {
    const found = await ask(city, '/v1/ranking?indicator=reloc.start_rate&area=children(4312)');
    expect(found.slice(0, 2).map(({ area, period, rank, ranked }) => [area, period, rank, ranked])).toEqual([
      [concentrated, '2017-04-X3', 1, 2],
      [scattered, '2017-04-X3', 2, 2],
    ]);
  });
});

describe('one county reports earlier than the others', () => {
  it('and the city’s last point is its report with the newest of the others, as latest of /v1/data is', async () => {
    const city = await cityAnd(['2017-05-X1', '2017-05-10', 5600]);
    const found = await points(city, '4312');
    expect(found.map(({ day, started, coverage }) => [day, started, coverage])).toEqual([
      ['2017-03-31', 9200, 0.153846],
      ['2017-04-10', 10700, 0.153846],
      ['2017-04-21', 12935, 0.153846],
      ['2017-05-10', 5600 + 7693, 0.153846],
    ]);
    expect(found.at(-1)?.href).toContain('period=latest');
  });

  it('and alone it is held against the two of the 旬 before without a difference', async () => {
    const city = await cityAnd(['2017-05-X1', '2017-05-10', 5600]);
    const differences = async (area: string) => {
      const url = `/v1/data?indicator=reloc.start_rate&area=${area}&period=2017-05-X1&vs=previous`;
      const { body } = await city.get(url);
      return comparisons.parse(JSON.parse(body)).data.map(({ vs: { previous } }) => previous);
    };
    const [ofCity] = await differences('4312');
    expect(ofCity).toMatchObject({ period: '2017-04-X3', value: 0.833387, delta: null });
    const [ofCounty] = await differences(concentrated);
    expect(ofCounty).toMatchObject({ period: '2017-04-X3', value: 0.833917, delta: 0.056952 });
  });

  it('and a year that is over ends with its own newest period', async () => {
    const city = await cityAnd(['2018-01-X1', '2018-01-10', 6000]);
    expect((await points(city, '4312')).map(({ period }) => period)).toEqual([
      '2017-03-X3',
      '2017-04-X1',
      '2017-04-X3',
    ]);
    const [first] = await ask(city, '/v1/progress/334?area=4312');
    expect(first?.planYear).toBe(2017);
  });
});
