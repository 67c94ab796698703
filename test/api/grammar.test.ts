import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { comparisons, labelings, shapes } from '../../shared/api/data/data-grammar.ts';
import { documentsOf } from './support/documents.ts';
import { endpoint } from './support/endpoint.ts';
import { publishFigures } from './support/figures-city.ts';

const document = z.object({
  snapshot: z.string(),
  data: z.array(z.looseObject({})),
  next: z.string().nullable(),
});
const problem = z.object({
  type: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().min(1),
});
const cube = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  id: z.array(z.string()),
  size: z.array(z.number()),
});

const list = (values: readonly string[], most = 3) =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: most }).map((all) => all.join(','));
const year = fc.integer({ min: 2015, max: 2018 });
const month = fc.integer({ min: 1, max: 13 }).map((one) => String(one).padStart(2, '0'));
const period = fc.oneof(
  fc.constant('latest'),
  year.map(String),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  fc.tuple(year, month, fc.integer({ min: 1, max: 4 })).map(([y, m, x]) => `${y}-${m}-X${x}`),
  fc.tuple(year, month, year, month).map(([y, m, z, n]) => `${y}-${m}..${z}-${n}`),
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom('xun', 'month', 'quarter', 'year', 'day'))
    .map(([n, grain]) => `last:${n}:${grain}`),
  fc.tuple(year, fc.integer({ min: 0, max: 40 })).map(([y, k]) => `${y}-K${k}`),
  fc
    .tuple(year, month, fc.integer({ min: 0, max: 99 }), fc.constantFrom('D', 'M', 'Y'))
    .map(([y, m, n, unit]) => `${y}-${m}-01/P${n}${unit}`),
  fc.constantFrom('2017年4月中旬', '2017Q2', '2017-H1', '最新'),
);
const parameter: Readonly<Record<string, fc.Arbitrary<string>>> = {
  by: fc.constantFrom('mode', 'source', 'model'),
  basis: fc.constantFrom('projects', 'households', 'persons'),
  planYear: year.map(String),
  year: year.map(String),
  vs: list(comparisons),
  asOf: fc.constantFrom(
    '2017-05-02',
    '2017-05-02T03:00:00Z',
    '2016-01-01',
    'soon',
    'AAAAAAAAAAAAAAAAAAAAAAAA.j0',
  ),
  lang: fc.constantFrom('zh', 'en', 'fr'),
  labels: fc.constantFrom(...labelings),
  shape: fc.constantFrom(...shapes),
  decimals: fc.integer({ min: 0, max: 7 }).map(String),
  unit: list(['元', '万元', 'fen', 'fraction', 'points'], 2),
  limit: fc.integer({ min: 0, max: 20 }).map(String),
  cursor: fc.constantFrom('abc', 'WyI1IiwieCIsInkiLDAsMF0'),
};
const further = fc
  .subarray(Object.keys(parameter))
  .chain((names) =>
    fc.tuple(
      ...names.map((name) => (parameter[name] ?? fc.constant('')).map((value) => [name, value] as const)),
    ),
  );
const queries = fc
  .tuple(
    list([
      'reloc.start_rate',
      'reloc.start_lead_334',
      'fund.leak_amount',
      'emp.zero_job_households',
      'share.hhi',
    ]),
    list(['43', '4312', '431224', '431202', 'children(4312)', 'children(43)', '4301']),
    fc.array(period, { minLength: 1, maxLength: 2 }).map((all) => all.join(',')),
    further,
  )
  .map(([indicator, area, asked, more]) =>
    String(
      new URLSearchParams([
        ['indicator', indicator],
        ['area', area],
        ['period', asked],
        ...more.map(([name, value]) => [name, value] satisfies [string, string]),
      ]),
    ),
  );

describe('any query of the grammar', () => {
  it('gets a valid document in every representation, never a 500', async () => {
    const city = endpoint();
    await publishFigures(city.items);
    const documents = documentsOf(city.items);
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.constantFrom('', '.json', '.csv', '.jsonstat', '.xlsx', '.arrow'),
        async (query, extension) => {
          const isHeavy = extension === '.xlsx' || extension === '.arrow';
          const url = `/v1/data${extension}?${query}`;
          const { status, headers, body } = isHeavy ? await documents.get(url) : await city.get(url);
          expect([200, 303, 400, 409]).toContain(status);
          if (status >= 400) expect(problem.parse(JSON.parse(body)).status).toBe(status);
          else if (status === 303) expect(headers.location).toBeTruthy();
          else if (extension === '' || extension === '.json') document.parse(JSON.parse(body));
          else if (extension === '.jsonstat') cube.parse(JSON.parse(body));
          else expect(body.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
    expect([city.lines, documents.faults]).toEqual([[], []]);
  });
});
