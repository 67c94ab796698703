import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Audience } from '../../shared/access/roles.ts';
import type { Component, Facts } from '../../shared/indicators/facts.ts';
import { factsOf, publishFacts } from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const analyst: Audience = { k: 5 };
const everybody: Audience = { k: 10 };
const [hecheng, zhongfang, yuanling, chenxi] = ['431202', '431221', '431222', '431223'];
const url = (area: string, more = '') =>
  `/v1/data?indicator=net.overlap&area=${area}&period=2017-04-X3${more}`;

const answer = z.object({
  data: z.array(
    z.object({
      area: z.string(),
      status: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      rag: z.string().nullable(),
    }),
  ),
});

function overlap(num: number, den: number, indicator = 'net.overlap'): Component {
  return { indicator, parameters: {}, breakdown: {}, num, den, n: den };
}

function net(area: string, num: number, den: number, period = '2017-04-X3'): Facts {
  return factsOf(area, 'net', period, '2017-04-21', [overlap(num, den)]);
}

/** The same numbers as a headline of the page. */
function emp(area: string, num: number, den: number): Facts {
  return factsOf(area, 'emp', '2017-04-X3', '2017-04-21', [overlap(num, den, 'emp.labour_rate')]);
}

/** Three counties of Huaihua, the first with few households above the line, and one of Changsha. */
async function published(): Promise<Endpoint> {
  const province = endpoint();
  await publishFacts(province.items, hecheng, [net(hecheng, 3, 1117), emp(hecheng, 3, 1117)]);
  await publishFacts(province.items, zhongfang, [net(zhongfang, 523, 1567), emp(zhongfang, 523, 1567)]);
  await publishFacts(province.items, yuanling, [net(yuanling, 719, 1327), emp(yuanling, 719, 1327)]);
  await publishFacts(province.items, '430102', [net('430102', 811, 1429)]);
  province.items.calls.length = 0;
  return province;
}

let province: Endpoint;
beforeEach(async () => {
  province = await published();
});

async function seen(audience: Audience, address: string) {
  const { status, body } = await province.getAs(audience, address);
  expect(status).toBe(200);
  return answer.parse(JSON.parse(body)).data.map((one) => {
    const { area, status: said, numerator, denominator } = one;
    return `${area} ${said} ${numerator}/${denominator}`;
  });
}

describe('an audience with a k', () => {
  it('is told suppressed where its own office sees numbers, and never 0', async () => {
    const areas = [hecheng, zhongfang, yuanling, '4312'].join(',');
    expect(await seen('own', url(areas))).toEqual([
      '431202 ok 3/1117',
      '431221 ok 523/1567',
      '431222 ok 719/1327',
      '4312 ok 1245/4011',
    ]);
    expect(await seen(analyst, url(areas))).toEqual([
      '431202 suppressed null/null',
      '431221 suppressed null/null',
      '431222 ok 719/1327',
      '4312 ok 1245/4011',
    ]);
  });

  it('is given no value and no colour of what is suppressed, but what it rests on', async () => {
    const { body } = await province.getAs(analyst, url(hecheng));
    expect(JSON.parse(body).data[0]).toMatchObject({
      status: 'suppressed',
      value: null,
      numerator: null,
      denominator: null,
      rag: null,
      coverage: 1,
      dataDate: { min: '2017-04-21', max: '2017-04-21' },
    });
  });

  it('never finds a hidden figure anywhere in the answer', async () => {
    for (const address of [
      url(`${hecheng},${zhongfang}`),
      url('children(4312)'),
      '/?area=4312',
      `/?area=${hecheng}`,
    ]) {
      const { status, body } = await province.getAs(analyst, address);
      expect(status).toBe(200);
      if (address === '/?area=4312') expect(body).toContain('31.0');
      for (const figure of ['1117', '1,117', '523', '1567', '1,567', '0.002686', '0.333759', '33.4%']) {
        expect({ address, figure, at: body.indexOf(figure) }).toEqual({ address, figure, at: -1 });
      }
    }
  });

  it('is shown the same of a county whatever else it asks', async () => {
    const together = await seen(analyst, url('children(4312)'));
    for (const area of [hecheng, zhongfang, yuanling, chenxi]) {
      const [alone] = await seen(analyst, url(area));
      expect(together).toContain(alone);
    }
  });

  it('sees programme counts as they are', async () => {
    const rate: Component = { ...overlap(2, 3, 'reloc.occupancy_rate'), n: null };
    await publishFacts(province.items, chenxi, [
      factsOf(chenxi, 'reloc', '2017-04-X3', '2017-04-21', [rate]),
    ]);
    const address = `/v1/data?indicator=reloc.occupancy_rate&area=${chenxi}&period=2017-04-X3`;
    expect(await seen(everybody, address)).toEqual(['431223 ok 2/3']);
  });

  it('is told of a county without data that it has none', async () => {
    expect(await seen(analyst, url(chenxi))).toEqual(['431223 no_data null/null']);
  });

  it('is told where nobody is counted', async () => {
    await publishFacts(province.items, chenxi, [net(chenxi, 0, 0)]);
    expect(await seen(analyst, url(chenxi))).toEqual(['431223 not_applicable 0/0']);
  });

  it('of the public is shown no more than an analyst', async () => {
    await publishFacts(province.items, chenxi, [emp(chenxi, 7, 800)]);
    const address = url('children(4312),4312').replace('net.overlap', 'emp.labour_rate');
    const [few, many] = [await seen(analyst, address), await seen(everybody, address)];
    expect(few).toContain('431223 suppressed null/null');
    for (const row of many.filter((one) => !one.includes('suppressed'))) expect(few).toContain(row);
  });
});

describe('periods that end on one day are one cell', () => {
  it('a month, a quarter and the newest hide what their last 旬 hides', async () => {
    for (const period of ['2017-04', '2017-Q2', '2017', 'latest']) {
      const address = url('children(4312),4312').replace('2017-04-X3', period);
      expect({ period, seen: await seen(analyst, address) }).toEqual({
        period,
        seen: await seen(analyst, url('children(4312),4312')),
      });
    }
  });

  it('a county that reports by the month only is in its month’s total and in no mask by itself', async () => {
    await publishFacts(province.items, chenxi, [net(chenxi, 4, 900, '2017-04')]);
    const month = await seen(analyst, url('children(4312),4312').replace('2017-04-X3', '2017-04'));
    const xun = await seen(analyst, url('children(4312),4312'));
    // 3 and 4 hide each other in the month, but the 旬 lacks the second: its total less the others would be the first
    expect(month).toContain('431223 suppressed null/null');
    const shown = [...xun, ...month].filter((row) => !row.includes('suppressed') && !row.includes('no_data'));
    const figures = new Set(shown.map((row) => row.split(' ').slice(2).join(' ')));
    expect(figures.has('1245/4011') && figures.has('1249/4911')).toBe(false);
  });
});

describe('a total over counties at different days', () => {
  it('is shown where nothing in it is hidden', async () => {
    await publishFacts(province.items, hecheng, [net(hecheng, 600, 1117)]);
    await publishFacts(province.items, chenxi, [net(chenxi, 40, 800, '2017-03')]);
    expect(await seen(analyst, url('4312').replace('2017-04-X3', 'latest'))).toEqual(['4312 ok 1882/4811']);
  });

  it('is hidden where something in it is: by another total it might be solved', async () => {
    await publishFacts(province.items, chenxi, [net(chenxi, 40, 800, '2017-03')]);
    expect(await seen(analyst, url('4312').replace('2017-04-X3', 'latest'))).toEqual([
      '4312 suppressed null/null',
    ]);
  });
});

describe('a province', () => {
  it('is shown where its cities are', async () => {
    expect(await seen(analyst, url('43'))).toEqual(['43 ok 2056/5440']);
  });

  it('is hidden with one of them', async () => {
    await publishFacts(province.items, '430102', [net('430102', 2, 1429)]);
    expect(await seen(analyst, url('4301,43'))).toEqual([
      '4301 suppressed null/null',
      '43 suppressed null/null',
    ]);
  });
});

describe('what was published at an earlier time', () => {
  const earlier = (address: string) => `${address}&asOf=2017-05-02T01:30:00Z`;

  it('is shown as long as nothing of its city and day has changed since', async () => {
    await publishFacts(province.items, '430102', [net('430102', 900, 1429)]);
    expect(await seen(analyst, earlier(url('4312')))).toEqual(['4312 ok 1245/4011']);
  });

  it('is not shown once anything has: the difference may be one household', async () => {
    await publishFacts(province.items, yuanling, [net(yuanling, 720, 1327)]);
    expect(await seen('own', earlier(url(yuanling)))).toEqual(['431222 ok 719/1327']);
    expect(await seen(analyst, url(yuanling))).toEqual(['431222 ok 720/1327']);
    expect(await seen(analyst, earlier(url(`${yuanling},4312`)))).toEqual([
      '431222 suppressed null/null',
      '4312 suppressed null/null',
    ]);
  });

  it('is not shown once a further county has joined: the difference would be that county', async () => {
    await publishFacts(province.items, chenxi, []);
    await publishFacts(province.items, chenxi, [net(chenxi, 2, 900)]);
    expect(await seen('own', earlier(url('4312')))).toEqual(['4312 ok 1245/4011']);
    expect(await seen(analyst, earlier(url('4312')))).toEqual(['4312 suppressed null/null']);
  });

  it('is never kept for ever, for it hangs on what is published now', async () => {
    await publishFacts(province.items, '430102', [net('430102', 900, 1429)]);
    const { headers } = await province.getAs(analyst, earlier(url('4312')));
    expect(headers['cache-control']).toBe('private, no-cache');
    await publishFacts(province.items, yuanling, [net(yuanling, 720, 1327)]);
    const later = await province.getAs(analyst, earlier(url('4312')));
    expect(later.headers.etag).not.toBe(headers.etag);
  });
});

describe('the tag of a suppressed answer', () => {
  const address = url(yuanling).replace('net.overlap', 'emp.labour_rate');
  const tagOf = async (audience: Audience) => {
    const { status, headers } = await province.getAs(audience, address);
    return `${status} ${headers.etag}`;
  };

  it('is another for each audience, though the figures be the same', async () => {
    const tags = await Promise.all([tagOf('own'), tagOf(analyst), tagOf(everybody)]);
    expect(new Set(tags).size).toBe(3);
  });

  it('changes with a county that was not asked, for it changes the mask', async () => {
    const [own, before] = [await tagOf('own'), await tagOf(analyst)];
    await publishFacts(province.items, zhongfang, [emp(zhongfang, 4, 1567)]);
    expect(await tagOf('own')).toBe(own);
    expect(await tagOf(analyst)).not.toBe(before);
    expect(await seen(analyst, address)).toEqual(['431222 ok 719/1327']);
  });
});

describe('what a suppressed answer reads', () => {
  it('is heads, trees, facts: of the whole city, in three steps, and heads alone when warm', async () => {
    await province.getAs(analyst, url(hecheng));
    const cold = province.items.calls.map(({ operation, partitions }) => [
      operation,
      [...new Set(partitions)].filter((pk) => pk.startsWith('FACTS#')).sort(),
    ]);
    expect(cold).toEqual([
      ['query', []],
      ['getMany', []],
      ['getMany', [hecheng, zhongfang, yuanling].map((area) => `FACTS#${area}#net`)],
    ]);
    province.items.calls.length = 0;
    await province.getAs(analyst, url(hecheng));
    expect(province.items.calls.map(({ operation }) => operation)).toEqual(['query']);
  });
});
