import { fromArrow } from 'arquero';
import * as fc from 'fast-check';
import { openXlsx } from 'hucre/xlsx';
import JSONstat from 'jsonstat-toolkit';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { documentsOf } from './support/documents.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { publishFigures } from './support/figures-city.ts';

const against = z.object({ period: z.string(), value: z.number().nullable(), delta: z.number().nullable() });
const observation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  breakdown: z.record(z.string(), z.union([z.string(), z.number()])),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unit: z.string(),
  status: z.string(),
  coverage: z.number(),
  vs: z
    .object({
      plan: z.object({ target: z.number().nullable(), gap: z.number().nullable() }).optional(),
      previous: against.nullish(),
      year: against.nullish(),
      peers: z.object({ rank: z.number(), quartile: z.number(), count: z.number() }).nullish(),
    })
    .optional(),
});
type Observation = z.infer<typeof observation>;
const pageOf = z.object({ data: z.array(observation), next: z.string().nullable() });

let city: Endpoint;
let documents: ReturnType<typeof documentsOf>;
beforeAll(async () => {
  city = endpoint();
  await publishFigures(city.items);
  documents = documentsOf(city.items);
});

/** The numbers of an observation by the ids of the columns they have in a table. */
function numbersOf({ value, numerator, denominator, coverage, vs }: Observation) {
  return {
    value,
    numerator,
    denominator,
    coverage,
    ...(vs?.plan ?? {}),
    ...(vs?.previous === undefined
      ? {}
      : { previousValue: vs.previous?.value ?? null, previousDelta: vs.previous?.delta ?? null }),
    ...(vs?.year === undefined
      ? {}
      : { yearValue: vs.year?.value ?? null, yearDelta: vs.year?.delta ?? null }),
    ...(vs?.peers === undefined
      ? {}
      : {
          rank: vs.peers?.rank ?? null,
          quartile: vs.peers?.quartile ?? null,
          peers: vs.peers?.count ?? null,
        }),
  };
}

type Row = Readonly<Record<string, unknown>>;

async function csvRows(query: string): Promise<readonly Row[]> {
  const { body } = await city.get(`/v1/data.csv?${query}`);
  expect(body.startsWith('\ufeff')).toBe(true);
  return papaparse.parse<Row>(body.slice(1), { header: true, skipEmptyLines: true }).data;
}

async function xlsxRows(query: string): Promise<readonly Row[]> {
  const { bytes } = await documents.get(`/v1/data.xlsx?${query}`);
  const [header = [], ...rows] = (await openXlsx(bytes)).sheets[0]?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((id, at) => [String(id), row[at] ?? null])));
}

async function arrowRows(query: string): Promise<readonly Row[]> {
  const { bytes } = await documents.get(`/v1/data.arrow?${query}`);
  return fromArrow(bytes).objects().map(Object);
}

/** A cell as a number: CSV tells them as text, and nothing as nothing. */
function numberIn(cell: unknown): number | null {
  return cell === null || cell === undefined || cell === '' ? null : Number(cell);
}

const indicators = ['reloc.start_rate', 'fund.leak_amount', 'emp.zero_job_households'];
const areas = ['43', '4312', '431202', '431224', '431271', '4301', 'children(4312)'];
const periods = [
  '2017',
  '2017-Q2',
  '2017-04',
  '2017-04-X3',
  '2016-04-X3',
  '2017-04-X1..2017-04-X3',
  'last:4:xun',
];
const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1 }).map((all) => all.join(','));
const maybe = (name: string, values: fc.Arbitrary<string>) =>
  fc.option(values, { nil: null }).map((value) => (value === null ? '' : `&${name}=${value}`));

const selections = fc
  .record({
    subject: fc.oneof(
      some(indicators).map((ids) => `indicator=${ids}`),
      fc.constant('indicator=reloc.start_rate&by=mode'),
      fc.constant('indicator=fund.leak_amount&by=source'),
    ),
    area: some(areas),
    period: fc.oneof(some(periods), fc.constant('latest')),
    vs: maybe('vs', some(['plan', 'previous', 'year', 'peers'])),
    unit: maybe('unit', fc.constantFrom('万元', '分,points', 'points', '元,fraction')),
    decimals: maybe('decimals', fc.constantFrom('0', '2', '6')),
  })
  .map(({ subject, area, period, vs, unit, decimals }) =>
    [`${subject}&area=${area}&period=${period}`, vs, unit, decimals, '&labels=code'].join(''),
  );

async function jsonRows(query: string): Promise<readonly Observation[]> {
  const { status, body } = await city.get(`/v1/data?${query}&limit=10000`);
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' });
  return pageOf.parse(JSON.parse(body)).data;
}

describe('the same numbers in every representation', () => {
  it('JSON = CSV = XLSX = Arrow, value for value, on any selection', async () => {
    await fc.assert(
      fc.asyncProperty(selections, async (query) => {
        const told = await jsonRows(query);
        for (const rows of [await csvRows(query), await xlsxRows(query), await arrowRows(query)]) {
          expect(
            rows.map(({ indicator, area, period, unit, status }) => [indicator, area, period, unit, status]),
          ).toEqual(
            told.map(({ indicator, area, period, unit, status }) => [indicator, area, period, unit, status]),
          );
          for (const [at, one] of told.entries()) {
            const numbers = numbersOf(one);
            const found = Object.keys(numbers).map((id) => [id, numberIn(rows[at]?.[id])]);
            expect(Object.fromEntries(found)).toEqual(numbers);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('JSON = JSON-stat, read by the toolkit; sizes and values agree', async () => {
    await fc.assert(
      fc.asyncProperty(selections, async (query) => {
        const told = await jsonRows(query);
        const { body } = await city.get(`/v1/data.jsonstat?${query}`);
        const document = JSON.parse(body);
        const cube = JSONstat(document);
        expect(cube.class).toBe('dataset');
        expect(cube.size).toEqual(cube.id.map((id) => cube.Dimension(id).length));
        expect(cube.role).toMatchObject({ time: ['period'], geo: ['area'] });
        const cells = document.size.reduce((product: number, one: number) => product * one, 1);
        if (Array.isArray(document.value)) expect(document.value).toHaveLength(cells);
        for (const one of told) {
          const { indicator, area, period, breakdown, status } = one;
          const { coverage: _, ...numbers } = numbersOf(one);
          for (const [measure, figure] of Object.entries(numbers)) {
            const cell = cube.Data({ indicator, area, period, ...breakdown, measure });
            expect([measure, cell?.value ?? null, cell?.status ?? 'ok']).toEqual([measure, figure, status]);
          }
        }
        const figures = told.flatMap((one) => Object.values({ ...numbersOf(one), coverage: null }));
        const filled = Object.values(document.value).filter((figure) => figure !== null);
        expect(filled).toHaveLength(figures.filter((figure) => figure !== null).length);
      }),
      { numRuns: 25 },
    );
  });

  it('a wide table is the long one turned, in every representation', async () => {
    const query = 'indicator=reloc.start_rate&area=children(4312)&period=2017-04-X1..2017-04-X3&by=mode';
    const long = await jsonRows(query);
    const { body } = await city.get(`/v1/data.json?${query}&shape=wide`);
    const wide: { area: string; breakdown: { mode: string }; values: Record<string, number | null> }[] =
      JSON.parse(body).data;
    const turned = wide.flatMap(({ area, breakdown, values }) =>
      Object.entries(values).map(([period, value]) => `${area} ${breakdown.mode} ${period} ${value}`),
    );
    const told = long.map(
      ({ area, breakdown, period, value }) => `${area} ${breakdown.mode} ${period} ${value}`,
    );
    const withValue = (rows: readonly string[]) => rows.filter((row) => !row.endsWith('null')).sort();
    expect(withValue(turned)).toEqual(withValue(told));
    expect(withValue(told).length).toBeGreaterThan(10);
    for (const rows of [
      await csvRows(`${query}&shape=wide&labels=code`),
      await xlsxRows(`${query}&shape=wide&labels=code`),
    ]) {
      expect(
        rows.map((row) => Object.keys(wide[0]?.values ?? {}).map((period) => numberIn(row[period]))),
      ).toEqual(wide.map(({ values }) => Object.values(values)));
    }
  });

  it('keeps latest apart from the period it came to, where both are asked', async () => {
    const query = 'indicator=reloc.start_rate&area=4312,431224&period=latest,2017-04-X3';
    const { body } = await city.get(`/v1/data.jsonstat?${query}`);
    const cube = JSONstat(JSON.parse(body));
    expect(cube.Dimension('period').id).toEqual(['2017-04-X3', 'latest']);
    const told = await jsonRows(query);
    const at = (period: string) =>
      cube.Data({ indicator: 'reloc.start_rate', area: '4312', period, measure: 'value' });
    expect([at('latest')?.value, at('2017-04-X3')?.value]).toEqual(
      told.slice(0, 2).map(({ value }) => value),
    );
  });

  it('says which counties lie below which city', async () => {
    const { body } = await city.get(
      '/v1/data.jsonstat?indicator=reloc.start_rate&area=4312,431224,431202,4301&period=latest&lang=en',
    );
    const { area } = JSON.parse(body).dimension;
    expect(area.category.child).toEqual({ '4312': ['431224', '431202'] });
    expect(area.category.index).toEqual(['4312', '431224', '431202', '4301']);
  });
});

describe('a workbook of figures', () => {
  it('has its header frozen, numbers as numbers, and says where they come from', async () => {
    const { bytes, headers } = await documents.get(
      '/v1/data.xlsx?indicator=reloc.start_rate,fund.leak_amount&area=4312&period=2017-04-X2&lang=zh',
    );
    const [data, notes] = (await openXlsx(bytes, { readStyles: true })).sheets;
    expect(data?.freezePane).toMatchObject({ rows: 1 });
    expect(data?.rows[0]?.slice(0, 4)).toEqual(['指标编号', '指标', '地区代码', '地区']);
    expect(data?.rows[1]?.slice(0, 4)).toEqual(['reloc.start_rate', '开工率', '4312', '怀化市']);
    const value = data?.rows[0]?.indexOf('值') ?? -1;
    expect(typeof data?.rows[1]?.[value]).toBe('number');
    expect(data?.cells?.get(`1,${value}`)?.style?.numFmt).toBe('0.00%');
    expect(data?.cells?.get(`2,${value}`)?.style?.numFmt).toBe('#,##0.00');
    expect(notes?.name).toBe('说明');
    expect(notes?.rows.flat()).toContain(headers['anju-snapshot']);
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('怀化市_开工率、封闭外资金');
  });

  it('is the same bytes for the same answer', async () => {
    const url = '/v1/data.xlsx?indicator=reloc.start_rate&area=4312&period=2017-04';
    expect((await documents.get(url)).bytes).toEqual((await documents.get(url)).bytes);
  });
});
