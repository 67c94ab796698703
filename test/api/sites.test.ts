import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Audience } from '../../shared/access/roles.ts';
import type { Component, Facts } from '../../shared/indicators/facts.ts';
import { factsOf, publishFacts } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const [zhongfang, yuanling] = ['431221', '431222'];
const url = (area: string, more = '', format = '') =>
  `/v1/data${format}?indicator=emp.labour_rate&area=${area}&period=2017-04-X3&by=site${more}`;

function labour(site: string | null, num: number, den: number): Component {
  const breakdown: Component['breakdown'] = site === null ? {} : { site };
  return { indicator: 'emp.labour_rate', parameters: {}, breakdown, num, den, n: den };
}

/** A county with sites P-1 and P-2; of the second, and of what nobody can place, few people are known. */
function emp(area: string): Facts {
  return {
    ...factsOf(area, 'emp', '2017-04-X3', '2017-04-21', [
      labour(null, 310, 360),
      labour(`${area}/P-1`, 100, 120),
      labour(`${area}/P-2`, 30, 33),
      labour('scattered', 150, 175),
      labour('unknown', 30, 32),
    ]),
    names: { [`${area}/P-1`]: '大东坪安置点', [`${area}/P-2`]: '黄岩安置点' },
  };
}

const answer = z.object({
  data: z.array(
    z.object({
      breakdown: z.record(z.string(), z.string()),
      name: z.string().optional(),
      status: z.string(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      coverage: z.number(),
    }),
  ),
});

let province: Endpoint;
beforeEach(async () => {
  province = endpoint();
  for (const county of [zhongfang, yuanling]) await publishFacts(province.items, county, [emp(county)]);
});

async function seen(audience: Audience, address: string) {
  const { status, body } = await province.getAs(audience, address);
  expect(status).toBe(200);
  return answer.parse(JSON.parse(body)).data;
}

const figures = (rows: z.infer<typeof answer>['data']) =>
  rows.map((one) => `${one.breakdown.site} ${one.status} ${one.numerator}/${one.denominator}`);

describe('by=site', () => {
  test('opens a county by its sites, with their names, and what is in none', async () => {
    const rows = await seen('own', url(yuanling));
    expect(figures(rows)).toEqual([
      '431222/P-1 ok 100/120',
      '431222/P-2 ok 30/33',
      'scattered ok 150/175',
      'unknown ok 30/32',
      'all ok 310/360',
    ]);
    expect(rows.map(({ name }) => name)).toEqual([
      '大东坪安置点',
      '黄岩安置点',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('opens a city by the sites of all its counties, each covered by itself', async () => {
    const rows = await seen('own', url('4312'));
    expect(rows.map(({ breakdown }) => breakdown.site)).toEqual([
      '431221/P-1',
      '431221/P-2',
      '431222/P-1',
      '431222/P-2',
      'scattered',
      'unknown',
      'all',
    ]);
    expect(rows.map(({ coverage }) => coverage)).toEqual([1, 1, 1, 1, ...Array(3).fill(0.153846)]);
  });

  test.each([
    ['.csv', '&labels=both&bom=0', '431222/P-1,大东坪安置点'],
    ['.jsonstat', '', '"431222/P-1":"大东坪安置点"'],
  ])('names the sites in %s', async (format, more, expected) => {
    const { body } = await province.getAs('own', url(yuanling, more, format));
    expect(body).toContain(expected);
  });
});

describe('an audience with a k', () => {
  const analyst: Audience = { k: 5 };

  test('is not told few people of a site, nor by what they are the rest', async () => {
    expect(figures(await seen(analyst, url(yuanling)))).toEqual([
      '431222/P-1 ok 100/120',
      '431222/P-2 suppressed null/null',
      'scattered ok 150/175',
      'unknown suppressed null/null',
      'all ok 310/360',
    ]);
  });

  test('is not told by a cell without wages that nobody of a few has work', async () => {
    const wage = (site: string | null, den: number): Component => ({
      ...labour(site, den, den),
      indicator: 'emp.median_wage',
      values: { 200000: den },
    });
    const [one, two] = [`${zhongfang}/P-1`, `${zhongfang}/P-2`];
    const facts = factsOf(zhongfang, 'emp', '2017-05-X3', '2017-05-21', [
      ...[labour(null, 190, 223), labour(one, 100, 120), labour(two, 0, 3), labour('scattered', 90, 100)],
      ...[wage(null, 190), wage(one, 100), { ...wage(two, 0), values: {} }, wage('scattered', 90)],
    ]);
    await publishFacts(province.items, zhongfang, [facts]);
    const asked = url(zhongfang).replace('2017-04', '2017-05').replace('labour_rate', 'median_wage');
    const ofTwo = async (audience: Audience) =>
      (await seen(audience, asked)).find(({ breakdown }) => breakdown.site === two)?.status;
    expect(await ofTwo('own')).toBe('not_applicable');
    expect(await ofTwo(analyst)).toBe('suppressed');
  });

  test('is told of a city’s sites what it is told of their counties’', async () => {
    expect(figures(await seen(analyst, url('4312')))).toEqual([
      '431221/P-1 ok 100/120',
      '431221/P-2 suppressed null/null',
      '431222/P-1 ok 100/120',
      '431222/P-2 suppressed null/null',
      'scattered ok 300/350',
      'unknown suppressed null/null',
      'all ok 620/720',
    ]);
  });
});
