import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ExampleFile, exampleFiles, rounds } from '../../examples/huaihua/files.ts';
import { notInTime } from '../../examples/huaihua/manifest.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import type { DatasetId } from '../../shared/datasets/dataset-ids.ts';
import { containsDay, parsePeriod } from '../../shared/programme/periods.ts';
import { lateFrom, reporting2016 } from '../../shared/programme/reporting.ts';
import { foldWord } from '../../shared/text/fold.ts';

const files = [...exampleFiles()];

/** What a file's name says of its dataset; the product itself never looks at names. */
const datasets: readonly (readonly [string, DatasetId])[] = [
  ['任务计划表', 'targets'],
  ['项目进度台账', 'projects'],
  ['搬迁户花名册', 'households'],
  ['人口与就业台账', 'persons'],
  ['产业项目台账', 'industryProjects'],
  ['入股分红台账', 'shares'],
  ['资金主体与专户登记表', 'fundParties'],
  ['项目资金台账', 'fundLedger'],
  ['责任落实台账', 'responsibilities'],
  ['问题清单', 'issues'],
  ['进度旬报', 'progressReports'],
];

const areaOf = ({ key }: ExampleFile) => key.split('/')[0] ?? '';

function datasetOf(file: ExampleFile): DatasetId {
  const found = datasets.find(([word]) => file.key.includes(word));
  if (!found) throw new Error(`no dataset for ${file.key}`);
  return found[1];
}

async function pageOf(file: ExampleFile): Promise<string[][]> {
  const bytes = await file.bytes();
  if (file.key.endsWith('.csv')) {
    return Papa.parse<string[]>(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).data;
  }
  const workbook = await readXlsx(bytes);
  const rows = workbook.sheets[0]?.rows ?? [];
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

const labelsOf = (dataset: DatasetId) =>
  new Map(
    contracts[dataset].fields.flatMap((field) =>
      [field.zh, field.zhHant, ...field.aliases].map((label) => [foldWord(label), field.name] as const),
    ),
  );

function fieldOf(dataset: DatasetId, header: string): string | null {
  const labels = labelsOf(dataset);
  return labels.get(foldWord(header)) ?? labels.get(foldWord(header.replace(/（[^）]*）$/, ''))) ?? null;
}

/** Cells of enum columns that the contract knows no spelling for. */
function misspelled(dataset: DatasetId, fields: readonly (string | null)[], rows: readonly string[][]) {
  return fields.flatMap((name, i) => {
    const values = contracts[dataset].fields.find((field) => field.name === name)?.values;
    if (!values) return [];
    const spelled = new Set(['', ...values.flatMap(({ zh, spellings }) => [zh, ...spellings])]);
    return [...new Set(rows.map((row) => row[i] ?? ''))].filter((cell) => !spelled.has(cell));
  });
}

const hash = async (file: ExampleFile) =>
  createHash('sha256')
    .update(await file.bytes())
    .digest('hex');

describe('keys', () => {
  test('are <county>/<period>/<name>, each once, and the county is one of the thirteen', () => {
    for (const { key } of files) {
      expect(key).toMatch(/^4312\d\d\/[^/]+\/[^/]+\.(xlsx|csv)$/);
      expect(parsePeriod(key.split('/')[1] ?? '')).not.toBeNull();
    }
    expect(new Set(files.map((file) => file.key)).size).toBe(files.length);
    expect(new Set(files.map(areaOf)).size).toBe(13 + 1);
  });

  test('come in the order of sending', () => {
    const days = rounds.map((round) => round.day);
    expect([...days].sort()).toEqual(days);
  });

  test('the day a round speaks of lies in its period', () => {
    for (const round of rounds) expect([round, containsDay(round.period, round.day)]).toEqual([round, true]);
  });

  test('every county sends every dataset, and the city its targets', () => {
    const sent = new Set(files.map((file) => `${areaOf(file)}/${datasetOf(file)}`));
    expect(sent.size).toBe(13 * 11 + 1);
    expect(sent).toContain('431200/targets');
  });

  test('there are about 175,000 rows in all', () => {
    const rows = files.reduce((total, file) => total + file.rows, 0);
    expect(rows).toBeGreaterThan(170_000);
    expect(rows).toBeLessThan(180_000);
  });
});

describe('arrivals', () => {
  test('are after the day a file speaks of, each after the one before, and never of today', () => {
    const times = files.map(({ arrivesAt }) => arrivesAt);
    expect(times).toEqual([...new Set(times)].sort());
    expect(times.at(-1)?.slice(0, 7)).toBe('2017-04');
  });

  test('come in time but for those of the manifest, of which one never comes', () => {
    const late = files.filter(({ key, arrivesAt }) => {
      const [, period = ''] = key.split('/');
      return arrivesAt >= lateFrom(period, reporting2016);
    });
    const expected = notInTime.filter(({ arrivesAt }) => arrivesAt !== null);
    expect(late.map(({ arrivesAt }) => arrivesAt).sort()).toEqual(
      expected.map(({ arrivesAt }) => arrivesAt).sort(),
    );
    const missing = notInTime.filter(({ arrivesAt }) => arrivesAt === null);
    expect(missing).toHaveLength(1);
    for (const { county, period, form } of missing) {
      expect(files.filter(({ key }) => key.startsWith(`${county}/${period}/`) && key.includes(form))).toEqual(
        [],
      );
    }
  });
});

describe('two generations', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('give the same bytes, in whatever year they are made', async () => {
    const some = files.filter((_, i) => i % 7 === 0);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const again = new Map([...exampleFiles()].map((file) => [file.key, file]));
    const later = new Map<string, string>();
    for (const { key } of some) {
      const file = again.get(key);
      if (file) later.set(key, await hash(file));
    }
    vi.setSystemTime(new Date('2019-01-02T03:04:05Z'));
    for (const file of some) expect([file.key, later.get(file.key)]).toEqual([file.key, await hash(file)]);
  });
});

describe('what a county sends', () => {
  const newest = files.filter((file) =>
    /\/(2016|2017|2016-06|2017-03|2017-04(-X3)?|2016-12)\//.test(file.key),
  );

  test.each(newest.map((file) => [file.key, file] as const))(
    '%s has known headers and spellings, and every row',
    async (_key, file) => {
      const [title = [], note = [], headers = [], ...below] = await pageOf(file);
      const dataset = datasetOf(file);
      const fields = headers.map((header) => fieldOf(dataset, header));

      expect(title[0]).toMatch(/[县區区市縣]/);
      expect(note[0]).toMatch(/^填[报報][单單]位：.+[发發]改局（[盖蓋]章） {3}截至\d{4}年\d+月\d+日/);
      expect(
        headers.filter((header, i) => header !== '' && header !== '序号' && header !== '序號' && !fields[i]),
      ).toEqual([]);
      const known = fields.filter((field) => field !== null);
      expect(new Set(known).size).toBe(known.length);
      const required = contracts[dataset].fields.filter(
        (field) => field.need === 'required' && (field.type !== 'areaCode' || dataset !== 'persons'),
      );
      expect(required.map((field) => field.name).filter((name) => !fields.includes(name))).toEqual([]);

      expect(misspelled(dataset, fields, below)).toEqual([]);

      const key = required[0]?.name ?? '';
      const column = fields.indexOf(key);
      const data = below.filter((row) => (row[column] ?? '') !== '' && !/^(合计|填表人)/.test(row[0] ?? ''));
      expect(data).toHaveLength(file.rows);
    },
  );
});

test('the bytes of 2017-04-X3 state 21 April and add up to 163 sites, 136 begun, 12,935 of 15,521 households', async () => {
  const found = { sites: 0, begun: 0, planned: 0, started: 0 };
  for (const file of files.filter(({ key }) => /\/2017-04-X3\/.*项目进度台账/.test(key))) {
    const [, note = [], headers = [], ...rows] = await pageOf(file);
    expect(note[0]).toContain('截至2017年4月21日');
    const at = (name: string) => headers.findIndex((header) => fieldOf('projects', header) === name);
    const cell = (row: readonly string[], name: string) => row[at(name)] ?? '';
    for (const row of rows.filter((one) => cell(one, 'planYear') === '2017')) {
      found.planned += Number(cell(row, 'plannedHouseholds'));
      found.started += Number(cell(row, 'startedHouseholds'));
      if (!cell(row, 'mode').startsWith('集中')) continue;
      found.sites += 1;
      if (cell(row, 'startDate') !== '') found.begun += 1;
    }
  }
  expect(found).toEqual({ sites: 163, begun: 136, planned: 15_521, started: 12_935 });
});
