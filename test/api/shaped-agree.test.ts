import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Audience } from '../../shared/access/roles.ts';
import { readQuery } from '../../shared/api/http/read-query.ts';
import { figureParameters, readFigureQuery } from '../../shared/api/query/figure-query.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { publishShapedCity } from './support/shaped-city.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const shaped = z.object({ data: z.array(z.record(z.string(), cell)) });
type Row = z.infer<typeof shaped>['data'][number];

const count = z.number().nullable();
const told = z.object({
  data: z.array(
    z.object({
      indicator: z.string(),
      breakdown: z.record(z.string(), z.string()),
      value: count,
      numerator: count,
      denominator: count,
      status: z.string(),
      vs: z
        .object({
          plan: z.object({ target: count, gap: count }).optional(),
          previous: z.object({ value: count, delta: count }).nullish(),
        })
        .optional(),
    }),
  ),
});
type Told = z.infer<typeof told>['data'][number];

/** What `/v1/data` says of an indicator at a row's address and cell; nothing of it at all where it is not there. */
type At = (indicator: string) => Partial<Told>;

/** A number of a row as it follows from what `/v1/data` says. */
type Claim = (at: At) => number | null | undefined;

const minus =
  (a: Claim, b: Claim): Claim =>
  (at) => {
    const [x, y] = [a(at), b(at)];
    return x == null || y == null ? null : Math.round((x - y) * 1e6) / 1e6;
  };
const num =
  (id: string): Claim =>
  (at) =>
    at(id).numerator;
const den =
  (id: string): Claim =>
  (at) =>
    at(id).denominator;
const val =
  (id: string): Claim =>
  (at) =>
    at(id).value;

const [start, lead, completion] = ['reloc.start_rate', 'reloc.start_lead_334', 'reloc.completion_rate'];
const onTime = num('rpt.ontime');
const arrived = den('rpt.lag_hours');

/** Amount of every step and rung, by its code. */
const amounts: Readonly<Record<string, Claim>> = {
  budget: den('fund.allocation_rate'),
  allocated: num('fund.allocation_rate'),
  received: num('fund.arrival_rate'),
  available: den('fund.disbursement_rate'),
  paid: num('fund.disbursement_rate'),
  settled: num('fund.full_closure_rate'),
  gross: den('fund.leak_amount'),
  outside: num('fund.leak_amount'),
  registered: den('ladder.move_out'),
  moved_out: num('ladder.move_out'),
  settled_in: num('ladder.settle'),
  in_work: num('ladder.work'),
  prospering: num('ladder.prosper'),
};
const before: Readonly<Record<string, string>> = {
  allocated: 'budget',
  received: 'allocated',
  paid: 'available',
  settled: 'paid',
  outside: 'gross',
  moved_out: 'registered',
  settled_in: 'moved_out',
  in_work: 'settled_in',
  prospering: 'in_work',
};

/** The columns that hold figures themselves: they must be what `/v1/data` says. */
const figures: Readonly<Record<string, (row: Row) => Claim>> = {
  planned: () => den(start),
  started: () => num(start),
  dueLinear: () => (at) => at(start).vs?.plan?.target,
  dueStep: () => minus(val(start), val(lead)),
  leadStep: () => val(lead),
  leadLinear: () => (at) => at(start).vs?.plan?.gap,
  completed: () => num(completion),
  amount: ({ step }) => amounts[String(step)] ?? (() => Number.NaN),
  households: ({ rung }) => amounts[String(rung)] ?? (() => Number.NaN),
  value: ({ indicator }) => val(String(indicator)),
  numerator: ({ indicator }) => num(String(indicator)),
  denominator: ({ indicator }) => den(String(indicator)),
  previousValue:
    ({ indicator }) =>
    (at) =>
      at(String(indicator)).vs?.previous?.value,
  previousDelta:
    ({ indicator }) =>
    (at) =>
      at(String(indicator)).vs?.previous?.delta,
  expected: () => den('rpt.ontime'),
  received: () => arrived,
  onTime: () => onTime,
  onTimeRate: () => val('rpt.ontime'),
  late: () => minus(arrived, onTime),
  missing: () => minus(den('rpt.ontime'), arrived),
};

const rates: Readonly<Record<string, Claim>> = {
  startRate: val(start),
  completionRate: val(completion),
};

/** The columns that are made of two steps: where they are told, both are; and then they are what both give. */
function derived(row: Row, at: At): readonly (readonly [string, number | null | undefined])[] {
  const code = String(row.step ?? row.rung);
  const [own, prior] = [amounts[code]?.(at), amounts[before[code] ?? '']?.(at)];
  return [
    ['lost', own == null || prior == null ? null : prior - own],
    ['ofBefore', own == null || prior == null ? null : Math.round((own / prior) * 1e6) / 1e6],
  ];
}

const urls = [
  '/v1/progress/334?area=4312,431202,431224',
  '/v1/funds/waterfall?area=4312,431202,431224',
  '/v1/funds/waterfall?area=4312,431202&by=source&period=2017-04',
  '/v1/ranking?indicator=emp.labour_rate&area=children(4312)',
  '/v1/ranking?indicator=ladder.settle&area=children(4312)',
  '/v1/ranking?indicator=reloc.start_lead_334&area=children(4312)&plan=linear',
  '/v1/completeness?area=431202,431224&period=2017-04,2017-Q1',
  '/v1/ladder?area=4312,431202,431224,431222',
] as const;

let city: Endpoint;
beforeAll(async () => {
  city = endpoint();
  await publishShapedCity(city.items);
});

/** What somebody of an audience is told at an address of a row. */
async function lookUp(audience: Audience, row: Row): Promise<At> {
  const { status, body } = await city.getAs(audience, String(row.href));
  expect(status, `${row.href}: ${body}`).toBe(200);
  const { data } = told.parse(JSON.parse(body));
  const cellOf = row.source ?? row.dataset;
  const own = data.filter(({ breakdown }) => {
    const [value = null] = Object.values(breakdown);
    return value === (cellOf ?? null);
  });
  return (indicator) => own.find((one) => one.indicator === indicator) ?? {};
}

const audiences = { own: 'own', analyst: { k: 5 } } as const satisfies Readonly<Record<string, Audience>>;

describe.each(Object.entries(audiences))('what is shown to %s', (_, audience) => {
  it.each(urls)('by %s is what /v1/data shows, number by number', async (url) => {
    const { data } = shaped.parse(JSON.parse((await city.getAs(audience, url)).body));
    expect(data.length).toBeGreaterThan(0);
    let compared = 0;
    for (const row of data.filter(
      ({ href, series }) => href !== null && !/^forecast_[sc]/.test(String(series)),
    )) {
      const at = await lookUp(audience, row);
      const isForecast = row.series === 'forecast_deadline';
      for (const [name, shown] of Object.entries(row)) {
        const claim = isForecast ? undefined : (figures[name]?.(row) ?? rates[name]);
        if (claim) expect({ row, name, shown }).toEqual({ row, name, shown: claim(at) ?? null });
        if (claim && shown !== null) compared += 1;
      }
      if (isForecast) expect(row.completionRate).toBe(at('reloc.forecast_completion').value);
      for (const [name, value] of derived(row, at)) {
        if (typeof row[name] === 'number') expect({ row, [name]: row[name] }).toEqual({ row, [name]: value });
      }
    }
    expect(compared).toBeGreaterThan(2);
  });
});

describe('where a number is from', () => {
  it.each(urls)('%s says for each row, as one figure that /v1/explain takes', async (url) => {
    const { data } = shaped.parse(JSON.parse((await city.get(url)).body));
    const addresses = data.flatMap(({ explain }) => (explain === null ? [] : [String(explain)]));
    const isMeasured = url.startsWith('/v1/completeness');
    const ofNothing = data.filter(({ href }) => href === null);
    expect(ofNothing.every(({ series }) => series === 'plan')).toBe(true);
    expect(addresses.length).toBe(isMeasured ? 0 : data.filter(({ href }) => href !== null).length);
    for (const address of addresses) {
      const [path, query = ''] = address.split('?');
      expect(path).toBe('/v1/explain');
      const read = readQuery(query, figureParameters);
      expect(read.errors).toEqual([]);
      expect(readFigureQuery(read.values, '43')).not.toHaveProperty('errors');
    }
  });
});

describe('an analyst', () => {
  it('is shown no rank, no share and no loss that rests on a hidden number', async () => {
    const ladder = shaped.parse(
      JSON.parse((await city.getAs({ k: 5 }, '/v1/ladder?area=431224,431202')).body),
    );
    const top = ladder.data.filter(({ rung }) => rung === 'prospering');
    expect(
      top.map(({ status, households, ofFirst, ofBefore }) => [status, households, ofFirst, ofBefore]),
    ).toEqual([
      ['suppressed', null, null, null],
      ['suppressed', null, null, null],
    ]);
    const ranking = shaped.parse(
      JSON.parse(
        (await city.getAs({ k: 5 }, '/v1/ranking?indicator=emp.labour_rate&area=children(4312)')).body,
      ),
    );
    const hidden = ranking.data.filter(({ status }) => status === 'suppressed');
    expect(hidden.length).toBeGreaterThan(0);
    for (const { rank, quartile, movement, value, rag } of hidden) {
      expect([rank, quartile, movement, value, rag]).toEqual([null, null, null, null, null]);
    }
  });
});

describe('the public', () => {
  it('is led nowhere it may not go', async () => {
    const url = '/v1/ranking?indicator=emp.labour_rate&area=children(4312)';
    const as = async (role: 'public' | 'analyst') => {
      const { body } = await city.get(url, {}, { role, area: '43' });
      return shaped.parse(JSON.parse(body)).data.filter(({ explain }) => explain !== null).length;
    };
    expect([await as('public'), await as('analyst')]).toEqual([0, 13]);
  });

  it('may rank what is approved and is refused the rest', async () => {
    const as = (url: string) => city.get(url, {}, { role: 'public', area: '43' });
    expect((await as('/v1/ranking?indicator=reloc.start_rate&area=children(4312)')).status).toBe(200);
    expect((await as('/v1/ranking?indicator=ladder.work&area=children(4312)')).status).toBe(403);
    for (const url of urls.filter((one) => !one.startsWith('/v1/ranking'))) {
      expect((await as(url)).status).toBe(403);
    }
  });

  it('sees by a ranking what it sees by /v1/data', async () => {
    const url = '/v1/ranking?indicator=emp.labour_rate&area=children(4312)';
    const { data } = shaped.parse(JSON.parse((await city.getAs({ k: 10 }, url)).body));
    for (const row of data) {
      const at = await lookUp({ k: 10 }, row);
      expect([row.value, row.numerator]).toEqual([
        at('emp.labour_rate').value,
        at('emp.labour_rate').numerator,
      ]);
    }
  });
});
