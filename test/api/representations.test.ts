import { fromArrow } from 'arquero';
import * as fc from 'fast-check';
import { openXlsx } from 'hucre/xlsx';
import JSONstat from 'jsonstat-toolkit';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Principal } from '../../shared/access/principal.ts';
import { storeUpload, uploadOf } from './support/county.ts';
import { documentsOf } from './support/documents.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { commitTime, publishFigures } from './support/figures-city.ts';

const against = z.object({ period: z.string(), value: z.number().nullable(), delta: z.number().nullable() });
const observation = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  dataDate: z.object({ min: z.string(), max: z.string() }).nullable(),
  breakdown: z.record(z.string(), z.union([z.string(), z.number()])),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unit: z.string(),
  status: z.string(),
  rag: z.string().nullable(),
  coverage: z.number(),
  lastReported: z.string().nullable(),
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
const wideOf = z.object({
  data: z.array(
    observation
      .pick({ indicator: true, area: true, breakdown: true, parameters: true })
      .extend({ values: z.record(z.string(), z.number().nullable()) }),
  ),
});

const admin: Principal = { role: 'admin', area: '43' };
const analyst: Principal = { role: 'analyst', area: '43' };

let city: Endpoint;
let documents: ReturnType<typeof documentsOf>;
beforeAll(async () => {
  city = endpoint();
  await publishFigures(city.items);
  const part = { area: '431224', dataset: 'projects', period: '2017-04-X1', dataDate: '2017-04-10' } as const;
  const counts = { rows: 60, accepted: 57, quarantined: 3, ignored: 0, batch: 'b1' };
  const order = `${commitTime(1)}~${'0'.repeat(32)}~v1`;
  await storeUpload(city.items, uploadOf({ id: 'u1', order, parts: [{ ...part, ...counts }] }));
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

/** What else a table tells of an observation, by the ids of its columns. */
function wordsOf({ breakdown, parameters, dataDate, vs, ...one }: Observation) {
  const { indicator, area, period, unit, status, rag, lastReported } = one;
  const told = Object.entries({ ...breakdown, ...parameters }).map(([name, value]) => [name, String(value)]);
  return {
    ...{ indicator, area, period, unit, status, rag, lastReported },
    ...Object.fromEntries(told),
    dataDateMin: dataDate?.min ?? null,
    dataDateMax: dataDate?.max ?? null,
    ...(vs?.previous === undefined ? {} : { previousPeriod: vs.previous?.period ?? null }),
    ...(vs?.year === undefined ? {} : { yearPeriod: vs.year?.period ?? null }),
  };
}

type Row = Readonly<Record<string, unknown>>;

async function csvRows(query: string, principal = admin): Promise<readonly Row[]> {
  const { body } = await city.get(`/v1/data.csv?${query}`, {}, principal);
  expect(body.startsWith('\ufeff')).toBe(true);
  return papaparse.parse<Row>(body.slice(1), { header: true, skipEmptyLines: true }).data;
}

async function xlsxRows(query: string, principal = admin): Promise<readonly Row[]> {
  const { bytes } = await documents.get(`/v1/data.xlsx?${query}`, principal);
  const [header = [], ...rows] = (await openXlsx(bytes)).sheets[0]?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((id, at) => [String(id), row[at] ?? null])));
}

async function arrowRows(query: string, principal = admin): Promise<readonly Row[]> {
  const { bytes } = await documents.get(`/v1/data.arrow?${query}`, principal);
  return fromArrow(bytes).objects().map(Object);
}

/** The three flat tables. */
const tables = { csv: csvRows, xlsx: xlsxRows, arrow: arrowRows } as const;

/** A cell as a number: CSV tells them as text, and nothing as nothing. */
function numberIn(cell: unknown): number | null {
  return cell === null || cell === undefined || cell === '' ? null : Number(cell);
}

/** A cell as a text. */
function wordIn(cell: unknown): string | null {
  return cell === null || cell === undefined || cell === '' ? null : String(cell);
}

const indicators = ['reloc.start_rate', 'fund.leak_amount', 'emp.zero_job_households', 'net.overlap'];
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
const few = ['431202', '431224', '431271'];
const some = (values: readonly string[]) =>
  fc.subarray([...values], { minLength: 1 }).map((all) => all.join(','));
const maybe = (name: string, values: fc.Arbitrary<string>) =>
  fc.option(values, { nil: null }).map((value) => (value === null ? '' : `&${name}=${value}`));

/** What is asked, of which areas: what is measured when asked takes its time, so of few. */
const subjects = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(some(indicators), some(areas)) },
  fc.tuple(fc.constantFrom('reloc.start_rate&by=mode', 'fund.leak_amount&by=source'), some(areas)),
  fc.tuple(fc.constantFrom('rpt.ontime,net.overlap', 'rpt.ontime&by=dataset', 'assess.score'), some(few)),
);
const shown = fc
  .record({
    unit: maybe('unit', fc.constantFrom('万元', '分,points', 'points', '元,fraction')),
    decimals: maybe('decimals', fc.constantFrom('0', '2', '6')),
  })
  .map(({ unit, decimals }) => `${unit}${decimals}`);
const selections = fc
  .record({
    subject: subjects,
    period: fc.oneof(some(periods), fc.constant('latest')),
    vs: maybe('vs', some(['plan', 'previous', 'year', 'peers'])),
    form: shown,
  })
  .map(({ subject: [asked, area], period, vs, form }) => {
    return `indicator=${asked}&area=${area}&period=${period}${vs}${form}`;
  });
const askers = fc.constantFrom(admin, analyst);

async function jsonRows(query: string, principal = admin): Promise<readonly Observation[]> {
  const { status, body } = await city.get(`/v1/data?${query}&limit=10000`, {}, principal);
  expect({ status, body: status === 200 ? '' : body }).toEqual({ status: 200, body: '' });
  return pageOf.parse(JSON.parse(body)).data;
}

/** Holds a cube, as the toolkit reads it, against the observations. */
async function expectCube(query: string, principal: Principal, told: readonly Observation[]): Promise<void> {
  const { body } = await city.get(`/v1/data.jsonstat?${query}`, {}, principal);
  const document = JSON.parse(body);
  const cube = JSONstat(document);
  expect(cube.class).toBe('dataset');
  expect(cube.size).toEqual(cube.id.map((id) => cube.Dimension(id).length));
  expect(cube.role).toMatchObject({ time: ['period'], geo: ['area'] });
  const cells = document.size.reduce((product: number, one: number) => product * one, 1);
  if (Array.isArray(document.value)) expect(document.value).toHaveLength(cells);
  else expect(Object.keys(document.value).every((at) => Number(at) < cells)).toBe(true);
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
}

/** One selection of each kind, so that none is left to chance. */
const always: [string, Principal][] = [
  ['indicator=net.overlap&area=children(4312)&period=2017-04&vs=plan,peers', analyst],
  ['indicator=net.overlap&area=children(4312)&period=2017-04&vs=plan,peers', admin],
  [
    'indicator=reloc.start_rate&area=4312,children(4312)&period=2017-04-X2,2016-04-X3&by=mode&vs=year',
    analyst,
  ],
  ['indicator=rpt.ontime,fund.leak_amount&area=4312,431224&period=latest&vs=previous&unit=万元', admin],
];

describe('the same numbers in every representation', () => {
  it('JSON = CSV = XLSX = JSON-stat = Arrow, value for value, on any selection, to whoever asks', async () => {
    const statuses = new Set<string>();
    await fc.assert(
      fc.asyncProperty(selections, askers, async (query, principal) => {
        const told = await jsonRows(query, principal);
        for (const { status } of told) statuses.add(status);
        for (const rowsOf of Object.values(tables)) {
          const rows = await rowsOf(`${query}&labels=code`, principal);
          expect(rows).toHaveLength(told.length);
          for (const [at, one] of told.entries()) {
            const [numbers, words] = [numbersOf(one), wordsOf(one)];
            const cells = (ids: object, read: (cell: unknown) => unknown) =>
              Object.fromEntries(Object.keys(ids).map((id) => [id, read(rows[at]?.[id])]));
            expect(cells(numbers, numberIn)).toEqual(numbers);
            expect(cells(words, wordIn)).toEqual(words);
          }
        }
        await expectCube(query, principal, told);
      }),
      { numRuns: 25, examples: always },
    );
    expect([...statuses]).toEqual(expect.arrayContaining(['ok', 'no_data', 'suppressed']));
  });

  it('a wide table is the long one turned, in every representation that has one', async () => {
    const turnable = fc
      .record({ subject: subjects, period: some(periods), form: shown })
      .map(({ subject: [asked, area], period, form }) => {
        return `indicator=${asked}&area=${area}&period=${period}${form}`;
      });
    const wideAlways: [string, Principal][] = [
      ['indicator=net.overlap&area=children(4312)&period=2017-04,2017-04-X1..2017-04-X3', analyst],
      ['indicator=reloc.start_rate&area=children(4312)&period=2017-04-X1..2017-04-X3&by=mode', admin],
    ];
    await fc.assert(
      fc.asyncProperty(turnable, askers, async (query, principal) => {
        const { body } = await city.get(`/v1/data.json?${query}&shape=wide`, {}, principal);
        const wide = wideOf.parse(JSON.parse(body)).data;
        const told = await jsonRows(query, principal);
        const place = (one: Pick<Observation, 'indicator' | 'area' | 'breakdown'>, period: string) =>
          JSON.stringify([one.indicator, one.area, one.breakdown, period]);
        const turned = wide.flatMap((one) =>
          Object.entries(one.values).flatMap(([period, value]) =>
            value === null ? [] : [[place(one, period), value] as const],
          ),
        );
        const long = told.flatMap((one) =>
          one.value === null ? [] : [[place(one, one.period), one.value] as const],
        );
        expect(new Map(turned)).toEqual(new Map(long));
        for (const rowsOf of Object.values(tables)) {
          const rows = await rowsOf(`${query}&shape=wide&labels=code`, principal);
          const inColumns = ({ values }: (typeof wide)[number], row: Row | undefined) =>
            Object.fromEntries(Object.keys(values).map((period) => [period, numberIn(row?.[period])]));
          expect(rows).toHaveLength(wide.length);
          expect(wide.map((one, at) => inColumns(one, rows[at]))).toEqual(wide.map(({ values }) => values));
        }
      }),
      { numRuns: 12, examples: wideAlways },
    );
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

  it.each([
    ['latest', '怀化市_开工率_最新.xlsx'],
    ['last:3:month', '怀化市_开工率_最近3个月.xlsx'],
    ['2017-01..2017-03,last:2:xun', '怀化市_开工率_2017-01~最近2旬.xlsx'],
  ])('of %s is saved as %s', async (period, name) => {
    const { headers } = await documents.get(
      `/v1/data.xlsx?indicator=reloc.start_rate&area=4312&period=${period}`,
    );
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toMatch(new RegExp(`''${name}$`));
  });

  it('is the same bytes for the same answer', async () => {
    const url = '/v1/data.xlsx?indicator=reloc.start_rate&area=4312&period=2017-04';
    expect((await documents.get(url)).bytes).toEqual((await documents.get(url)).bytes);
  });
});
