import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { fromArrow } from 'arquero';
import { openXlsx } from 'hucre/xlsx';
import JSONstat from 'jsonstat-toolkit';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Gateway } from '../../local/http/gateway.ts';
import { figuresAnswer, shownObservation } from '../../shared/api/docs/openapi/answers/figures.ts';
import { explainAnswer } from '../../shared/api/docs/openapi/answers/lineage.ts';
import { publishFigures } from '../api/support/figures-city.ts';
import { served } from '../api/support/served.ts';
import { addressesIn, type Snippet, snippetsOf } from './support/snippets.ts';

const run = promisify(execFile);
const page = 'analysts.md';

/** How many blocks the page has by language: a block that nothing here looks at fails this. */
const blocks = { sh: 1, url: 3, powerquery: 1, python: 1, r: 1, sql: 1, js: 3 } as const;

let server: Gateway;
let snippets: readonly Snippet[];
const folder = mkdtempSync(join(tmpdir(), 'anju-snippets-'));

beforeAll(async () => {
  server = await served(publishFigures);
  snippets = snippetsOf(page, server.url);
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function snippet(language: keyof typeof blocks, under?: string): Snippet {
  const found = snippets.find((one) => one.language === language && (!under || one.under === under));
  if (!found) throw new Error(`docs/${page} has no block of ${language} under ${under}.`);
  return found;
}

const observations = z.object({
  data: z.array(
    z.object({
      indicator: z.string(),
      area: z.string(),
      period: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      status: z.string(),
      rag: z.string().nullable(),
    }),
  ),
});

/** What the endpoint itself says to a question, as JSON. */
async function told(query: string) {
  const answer = await fetch(`${server.url}/v1/data?limit=10000&${query}`);
  return observations.parse(await answer.json()).data;
}

const own = ['basis', 'planYear', 'previousPeriod', 'previousValue', 'previousDelta'];
/** The columns that docs/analysts.md promises for CSV, workbook and Arrow. */
const promised = [
  ...['indicator', 'area', 'period', 'periodStart', 'periodEnd', 'value', 'numerator', 'denominator'],
  ...['unit', 'status', 'rag', 'coverage', 'dataDateMin', 'dataDateMax', 'lastReported'],
];

/** Ids of the columns of a CSV or an Arrow stream. */
async function columnsOf(answer: Response): Promise<readonly string[]> {
  if (answer.headers.get('content-type')?.startsWith('text/csv')) {
    return papaparse.parse<string[]>(await answer.text()).data[0] ?? [];
  }
  return fromArrow(await answer.arrayBuffer()).columnNames();
}

describe(`docs/${page}`, () => {
  it('has only blocks that are looked at here', () => {
    const found = snippets.map(({ language }) => language);
    const counted = Object.fromEntries(
      [...new Set(found)].map((one) => [one, found.filter((other) => other === one).length]),
    );
    expect(counted).toEqual(blocks);
  });

  it('asks only what is answered, with figures in it, and the columns the page promises', async () => {
    const all = snippets.flatMap(addressesIn);
    expect(all).toHaveLength(13);
    for (const address of all) {
      const answer = await fetch(address);
      expect([address, answer.status]).toEqual([address, 200]);
      if (address.includes('/v1/data.csv') || address.includes('/v1/data.arrow')) {
        const columns = await columnsOf(answer);
        expect(columns.filter((id) => !own.includes(id))).toEqual(promised);
      }
    }
  });

  it('says what changed since the last 旬, by the columns it names', async () => {
    const [address = ''] = addressesIn(snippet('url', 'What changed since the last 旬'));
    const text = await (await fetch(`${address}&bom=0`)).text();
    const rows = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    const moved = rows.filter(({ previousDelta }) => previousDelta !== '');
    expect(new Set(moved.map(({ previousPeriod }) => previousPeriod))).toEqual(new Set(['2017-04-X2']));
    expect(new Set(moved.map(({ indicator }) => indicator)).size).toBe(3);
    for (const { value, previousValue, previousDelta } of moved)
      expect(Number(previousDelta)).toBeCloseTo(Number(value) - Number(previousValue), 5);
  });

  it('calls the period of who never reported `latest` in every representation, without days', async () => {
    const asked = 'indicator=reloc.start_rate&area=431281&period=latest&labels=code';
    const get = (form: string) => fetch(`${server.url}/v1/data.${form}?${asked}`);
    expect(await told(asked)).toMatchObject([{ period: 'latest', status: 'no_data' }]);
    const csv = papaparse.parse(await (await get('csv')).text(), { header: true, skipEmptyLines: true });
    const days = { periodStart: '', periodEnd: '' };
    expect(csv.data).toMatchObject([{ period: 'latest', status: 'no_data', ...days }]);
    const [arrow] = fromArrow(await (await get('arrow')).arrayBuffer()).objects();
    expect(arrow).toMatchObject({ period: 'latest', periodStart: null, periodEnd: null });
    const cube = JSONstat(await (await get('jsonstat')).json());
    expect(cube.Dimension('period').id).toEqual(['latest']);
    const [header = [], row = []] =
      (await openXlsx(new Uint8Array(await (await get('xlsx')).arrayBuffer()))).sheets[0]?.rows ?? [];
    const at = (name: string) => row[header.indexOf(name)] ?? null;
    expect([at('period'), at('periodStart'), at('periodEnd')]).toEqual(['latest', null, null]);
  });

  it('says why it is red, as vs=plan does', async () => {
    const [address = ''] = addressesIn(snippet('url', 'Why is it red'));
    const { observation, colouring } = explainAnswer.parse(await (await fetch(address)).json());
    const asked = 'indicator=reloc.start_rate&area=4312&period=2017-04-X3&vs=plan';
    const held = figuresAnswer.extend({ data: z.array(shownObservation) });
    const { data } = held.parse(await (await fetch(`${server.url}/v1/data?${asked}`)).json());
    expect([observation.rag, colouring.rag]).toEqual([data[0]?.rag, data[0]?.rag]);
    expect({ target: colouring.target, gap: colouring.gap }).toEqual(data[0]?.vs?.plan);
    expect(colouring.target).toBeGreaterThan(0);
    expect(colouring.rule.en).toContain('334 plan');
  });

  it.each([
    ['powerquery', /\{"(\w+)", type/g],
    ['python', /"(\w+)"/g],
    ['sql', /\((\w+)\)/g],
  ] as const)('names in the block of %s only columns there are', (language, pattern) => {
    const named = [...snippet(language).code.matchAll(pattern)].map(([, name = '']) => name);
    const known = [...promised, 'ok'];
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('what the snippets give', () => {
  const span = 'period=2017-04-X1..2017-04-X3';

  /** Does what a block of curl commands says. */
  async function curl({ code }: Snippet): Promise<ReadonlyMap<string, Uint8Array>> {
    const commands = code.trim().split('\n');
    const files = new Map<string, Uint8Array>();
    for (const command of commands) {
      const [, file = '', address = ''] = /^curl -fsSL -o (\S+) '([^']+)'$/.exec(command) ?? [];
      const answer = await fetch(address);
      expect([command, answer.status]).toEqual([command, 200]);
      files.set(file, new Uint8Array(await answer.arrayBuffer()));
    }
    return files;
  }

  it('curl: four files with the same figures', async () => {
    const files = await curl(snippet('sh'));
    expect([...files.keys()]).toEqual(['figures.csv', 'figures.xlsx', 'figures.jsonstat', 'figures.arrow']);
    const both = `indicator=reloc.start_rate,fund.leak_amount&area=4312,children(4312)&${span}`;
    const values = (await told(both)).map(({ value }) => value);
    const bytes = (name: string) => files.get(name) ?? new Uint8Array();
    const csv = papaparse.parse<{ value: string }>(new TextDecoder().decode(bytes('figures.csv')), {
      header: true,
      skipEmptyLines: true,
    });
    expect(csv.data.map(({ value }) => (value === '' ? null : Number(value)))).toEqual(values);
    const [header = [], ...rows] = (await openXlsx(bytes('figures.xlsx'))).sheets[0]?.rows ?? [];
    expect(rows.map((row) => row[header.indexOf('值')] ?? null)).toEqual(values);
    expect(fromArrow(bytes('figures.arrow')).array('value')).toEqual(values);
    const cube = JSONstat(JSON.parse(new TextDecoder().decode(bytes('figures.jsonstat'))));
    expect(cube.size.reduce((product, size) => product * size, 1)).toBe(3 * 14 * 3);
  });

  it('Excel: numbers as numbers beside the plan, and where they come from', async () => {
    const [address = ''] = addressesIn(snippet('url'));
    const { sheets } = await openXlsx(new Uint8Array(await (await fetch(address)).arrayBuffer()));
    const [header = [], ...rows] = sheets[0]?.rows ?? [];
    expect(sheets[1]?.name).toBe('说明');
    expect(header).toEqual(expect.arrayContaining(['指标', '地区', '值', '分子', '分母']));
    expect(rows.filter((row) => typeof row[header.indexOf('值')] === 'number')).toHaveLength(6);
  });

  it('DuckDB: the city’s rates, as the endpoint rolls them up', async () => {
    const csv = (await curl(snippet('sh'))).get('figures.csv') ?? new Uint8Array();
    writeFileSync(join(folder, 'figures.csv'), csv);
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`SET file_search_path = '${folder}'`);
    const rows = (await connection.runAndReadAll(snippet('sql').code)).getRowObjectsJson();
    const city = await told(`indicator=reloc.start_rate&area=4312&${span}`);
    expect(rows.map(({ period, rate }) => [period, Math.round(Number(rate) * 1e6) / 1e6])).toEqual(
      city.map(({ period, value }) => [period, value]),
    );
    expect(rows.map(({ counties }) => Number(counties))).toEqual([2, 2, 3]);
  });

  /** Runs a block as the module it is, and gives what it printed. */
  async function node(under: string): Promise<readonly string[]> {
    const file = join(folder, `${under.replaceAll(/\W+/g, '-')}.mjs`);
    writeFileSync(file, snippet('js', under).code);
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    return stdout.trim().split('\n').filter(Boolean);
  }

  it('Arrow with arquero: the counties with a figure, best first', async () => {
    const all = await told('indicator=reloc.start_rate&area=children(4312)&period=latest');
    const ranked = all.filter(({ status }) => status === 'ok');
    ranked.sort((a, b) => Number(b.value) - Number(a.value));
    expect(ranked).toHaveLength(3);
    expect(await node('Node: Arrow with arquero')).toEqual([
      'area,period,value,rag',
      ...ranked.map(({ area, period, value, rag }) => [area, period, value, rag].join()),
    ]);
  });

  it('CSV with arquero: what leaked by period, in 分', async () => {
    const all = await told(`indicator=fund.leak_amount&area=4312&${span}`);
    expect(await node('Node: CSV with arquero')).toEqual([
      'period,fen',
      ...all.map(({ period, numerator }) => `${period},${numerator}`),
    ]);
  });

  it('JSON-stat with the toolkit: each county’s rate or why there is none', async () => {
    const all = await told('indicator=reloc.start_rate&area=children(4312)&period=2017-04-X3');
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['ok', 'no_data']));
    expect(await node('Node: JSON-stat with jsonstat-toolkit')).toEqual(
      all.map(({ area, value, status }) => [area, value, status].join()),
    );
  });
});
