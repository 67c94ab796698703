import { describe, expect, it } from 'vitest';
import { findingTexts } from '../../shared/messages/findings.ts';
import type { Finding } from '../../shared/normalise/finding.ts';
import { countFindings } from '../../shared/normalise/finding-log.ts';
import { putCommit } from '../../shared/records/chain.ts';
import { type CountyDiff, diffKey, encodeDiff } from '../../shared/records/upload-diff.ts';
import { encodeFindings, findingsKey } from '../../shared/records/upload-findings.ts';
import {
  factsOf,
  instant,
  largeRemoval,
  now,
  publishFacts,
  storeUpload,
  uploadOf,
} from './support/county.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';

const orderAt = (second: number) => `2017-05-02T01:00:0${second}.000Z~${'0'.repeat(32)}~v1`;

const part = {
  area: '431224',
  dataset: 'projects',
  period: '2017-04-X3',
  dataDate: '2017-04-21',
  rows: 10,
  accepted: 8,
  quarantined: 1,
  ignored: 1,
  batch: 'batch-1',
} as const;

const found: Finding = {
  code: 'required_missing',
  severity: 'error',
  sheet: '=台账',
  cell: 'C7',
  row: 7,
  field: 'plannedHouseholds',
  dataset: 'projects',
  params: { found: '', expected: 'int' },
};

const countyDiff: CountyDiff = {
  uploadId: 'u2',
  area: '431224',
  generation: 1,
  parts: [
    {
      dataset: 'projects',
      period: '2017-04-X3',
      outcome: 'replaces',
      against: { uploadId: 'u1', order: orderAt(1) },
      counts: { added: 1, changed: 1, removed: 2, unchanged: 6 },
      keys: { published: 9, removed: 2 },
      added: [{ sheet: 0, row: 8 }],
      changed: [{ sheet: 0, row: 5, fields: ['plannedHouseholds'] }],
    },
  ],
  indicators: [
    {
      indicator: 'reloc.start_rate',
      period: '2017-04-X3',
      parameters: { basis: 'households' },
      unit: '%',
      before: { value: 0.5, numerator: 5, denominator: 10, status: 'ok' },
      after: { value: 0.6, numerator: 6, denominator: 10, status: 'ok' },
      n: 3,
    },
  ],
};

/** Upload u1 was published, then u2 in its place. */
async function twoUploads(): Promise<Endpoint> {
  const city = endpoint();
  await storeUpload(city.items, uploadOf({ id: 'u1', order: orderAt(1), parts: [part] }));
  const findings = { error: 1, warning: 0, note: 0 };
  await storeUpload(
    city.items,
    uploadOf({ id: 'u2', order: orderAt(2), parts: [part], findings, isCorrection: true }),
  );
  await city.reports.put(findingsKey('431224', 'u2'), encodeFindings([found]), 'application/json');
  await city.reports.put(diffKey('431224', 'u2'), encodeDiff(countyDiff), 'application/json');
  const change = { entry: 'projects@2017-04-X3', before: 'u1', after: 'u2', sameBatch: false };
  const commit = { area: '431224', generation: 1, parent: null, time: instant, trees: {} };
  await putCommit(
    city.items,
    { ...commit, cause: { kind: 'publish', uploadId: 'u2' }, changes: [change] },
    now,
  );
  return city;
}

/** An error of a whole file, with what the path should have been. */
const refusalOf = (code: string): Finding => ({
  ...found,
  code,
  sheet: null,
  cell: null,
  row: null,
  field: null,
  params: { found: 'x', expected: 'y' },
});

/** Upload u3, rejected with these findings. */
async function rejectedFor(findings: readonly Finding[]): Promise<Endpoint> {
  const city = endpoint();
  const counts = countFindings(findings);
  await storeUpload(
    city.items,
    uploadOf({ id: 'u3', order: orderAt(3), state: 'rejected', findings: counts }),
  );
  await city.reports.put(findingsKey('431224', 'u3'), encodeFindings(findings), 'application/json');
  return city;
}

describe('a receipt', () => {
  it('names the upload, its file, the time, the counts and what it replaced', async () => {
    const { status, body } = await (await twoUploads()).get('/v1/uploads/u2/receipt');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      uploadId: 'u2',
      key: '431224/2017-04-X3/projects.xlsx',
      sha256: 'ab',
      bytes: 1000,
      receivedAtShanghai: '2017-05-02 09:30:00',
      isCorrection: true,
      quarantined: 1,
      parts: [
        {
          areaName: { zh: '溆浦县' },
          dataset: 'projects',
          rows: 10,
          accepted: 8,
          quarantined: 1,
          ignored: 1,
          replaced: {
            uploadId: 'u1',
            receivedAt: '2017-05-02T01:00:01.000Z',
            receivedAtShanghai: '2017-05-02 09:00:01',
          },
        },
      ],
    });
  });

  it.each([
    ['/v1/uploads/u2/receipt.txt', {}, 'zh-CN', '回执'],
    ['/v1/uploads/u2/receipt', { accept: 'text/plain' }, 'en', 'Receipt'],
  ])('at %s is a text to print', async (url, headers, language, word) => {
    const answer = await (await twoUploads()).get(url, { ...headers, 'accept-language': language });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toContain(word);
    expect(answer.body).toContain('2017-05-02 09:30:00');
    expect(answer.body).toContain('u1');
  });

  it.each(['receipt', 'receipt.txt'])('as %s says that it varies with its coding', async (form) => {
    const { headers } = await (await twoUploads()).get(`/v1/uploads/u2/${form}`);
    expect(headers.vary).toContain('Accept-Encoding');
  });

  it('of a rejected upload takes nothing in, says why and what comes next', async () => {
    const city = endpoint();
    const findings = { error: 2, warning: 0, note: 0 };
    const parts = [{ ...part, batch: null }];
    await storeUpload(
      city.items,
      uploadOf({ id: 'u3', order: orderAt(3), state: 'rejected', parts, findings }),
    );
    const refusal: Finding = {
      ...found,
      code: 'too_many_errors',
      sheet: null,
      cell: null,
      row: null,
      field: null,
      params: { area: '431224', found: 1, rows: 9, limit: 0, percent: 0 },
    };
    await city.reports.put(findingsKey('431224', 'u3'), encodeFindings([found, refusal]), 'application/json');
    const zh = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'zh-CN' });
    expect(zh.body).not.toMatch(/(?<!未)入库/);
    expect(zh.body).toContain('共 10 行：合格 8 行，均未入库；有错 1，不计 1');
    expect(zh.body).toMatch(/退回原因\n.*9 行中有 1 行有错.*\n {2}=台账!C7 {2}/);
    expect(zh.body).toContain('/v1/uploads/u3/annotated.xlsx');
    const en = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'en' });
    expect(en.body).not.toMatch(/ accepted,/);
    expect(en.body).toContain('8 valid, none taken in');
    expect(en.body).toContain('/v1/uploads/u3/annotated.xlsx');
  });

  it.each([
    [[refusalOf('key_not_understood')], '请换用正确的路径', 'to the right path'],
    [[refusalOf('area_unknown')], '请换用正确的路径', 'to the right path'],
    [[refusalOf('county_mismatch')], '路径写错的，换用正确的路径', 'to the right path'],
    [[refusalOf('period_mismatch'), found], '路径写错的，换用正确的路径', 'to the right path'],
    [[refusalOf('too_many_errors')], '用原来的路径重新上报', 'send it again'],
  ])('of an upload refused for its path says which to use (%#)', async (findings, zh, en) => {
    const city = await rejectedFor(findings);
    const chinese = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'zh-CN' });
    const isPath = zh.includes('换用');
    const next = chinese.body.split('\n').find((line) => line.startsWith('下一步')) ?? '';
    expect(next).toContain(zh);
    expect(next.includes('431224/2017-04-X3/项目台账.xlsx')).toBe(isPath);
    const english = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'en' });
    expect(english.body).toContain(en);
    expect(english.body.includes('431224/2017-04-X3/projects.xlsx, ')).toBe(isPath);
  });

  it.each([
    [1, null],
    [5, null],
    [6, 1],
    [30, 25],
  ])('of an upload with %d errors says how many it leaves out: %s', async (count, left) => {
    const errors = Array.from({ length: count }, (_, at) => ({
      ...found,
      cell: `C${at + 7}`,
      row: at + 7,
      params: { field: `列${at}` },
    }));
    const city = await rejectedFor(errors);
    const zh = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'zh-CN' });
    expect(/另有 (\d+) 处，见错误清单 \/v1\/uploads\/u3\/findings\.csv/.exec(zh.body)?.[1]).toBe(
      left === null ? undefined : String(left),
    );
    const en = await city.get('/v1/uploads/u3/receipt.txt', { 'accept-language': 'en' });
    expect(/and (\d+) more/.exec(en.body)?.[1]).toBe(left === null ? undefined : String(left));
  });

  it('counts errors that are not listed one by one among those left out', async () => {
    const more = { ...refusalOf('more_findings'), params: { of: found.code, count: 40, listed: 1 } };
    const zh = await (await rejectedFor([found, more])).get('/v1/uploads/u3/receipt.txt', {
      'accept-language': 'zh-CN',
    });
    expect(zh.body).toContain('另有 40 处，');
  });

  it('of a withdrawn upload says what speaks then, and that nothing replaced comes back', async () => {
    const city = await twoUploads();
    await publishFacts(city.items, '431224', [], {
      'projects@2017-04-X3': { batch: null, uploadId: 'u2', order: orderAt(2) },
    });
    const receipt = await city.get('/v1/uploads/u2/receipt.txt', { 'accept-language': 'zh-CN' });
    expect(receipt.body).toContain('已撤回');
    expect(receipt.body).not.toContain('撤回后本期没有数据');
    expect(receipt.body).toContain('期内更短报告期（如旬）已发布的数据仍然计入，没有的则无数据');
    expect(receipt.body).toContain('被替换的文件不会自动恢复');
    expect(receipt.body).not.toContain('替换了上报');
  });

  it.each([
    ['staged', undefined, '待发布（暂存）'],
    ['staged', 'w1', '没有发布过，已发布的数据不变'],
    ['held', undefined, '待确认'],
  ])('of what is %s (withdrawn by %s) says %s', async (how, withdrawn, words) => {
    const city = endpoint();
    const parts = [how === 'held' ? { ...part, hold: largeRemoval } : part];
    const state = how === 'held' ? 'accepted' : 'staged';
    const record = uploadOf({ id: 'u1', order: orderAt(1), state, parts });
    await storeUpload(city.items, withdrawn ? { ...record, withdrawn } : record);
    const { body } = await city.get('/v1/uploads/u1/receipt.txt', { 'accept-language': 'zh-CN' });
    expect(body).toContain(words);
    const waits = ['待发布（暂存）', '待确认'].filter((word) => body.includes(word));
    expect(waits).toEqual(withdrawn ? [] : [words]);
    expect(body.includes('溆浦县 2017年4月下旬 的项目')).toBe(how === 'held');
    expect(body.includes('npx anju confirm u1')).toBe(how === 'held');
  });

  it('of a first upload says that it replaced nothing', async () => {
    const { body } = await (await twoUploads()).get('/v1/uploads/u1/receipt');
    expect(JSON.parse(body)).toMatchObject({ parts: [{ replaced: null }] });
  });

  it('says that somebody must be found', async () => {
    for (const name of ['receipt', 'receipt.txt', 'diff', 'findings', 'findings.csv']) {
      expect((await endpoint().get(`/v1/uploads/none/${name}`)).status).toBe(404);
    }
  });
});

describe('a diff', () => {
  it('is served with sheet names and without the counts behind it', async () => {
    const { status, body } = await (await twoUploads()).get('/v1/uploads/u2/diff');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      uploadId: 'u2',
      parts: [
        {
          area: '431224',
          dataset: 'projects',
          period: '2017-04-X3',
          outcome: 'replaces',
          comparedWith: 1,
          against: { uploadId: 'u1', receivedAt: '2017-05-02T01:00:01.000Z', period: '2017-04-X3' },
          rows: { added: 1, changed: 1, removed: 2, unchanged: 6 },
          keys: { published: 9, removed: 2 },
          added: [{ sheet: 'Sheet1', row: 8 }],
          changed: [{ sheet: 'Sheet1', row: 5, fields: ['plannedHouseholds'] }],
        },
      ],
      indicators: [
        {
          area: '431224',
          indicator: 'reloc.start_rate',
          period: '2017-04-X3',
          parameters: { basis: 'households' },
          unit: '%',
          before: { value: 0.5, numerator: 5, denominator: 10, status: 'ok' },
          after: { value: 0.6, numerator: 6, denominator: 10, status: 'ok' },
        },
      ],
    });
  });

  it('that was never made is said to be missing', async () => {
    const answer = await (await twoUploads()).get('/v1/uploads/u1/diff');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 404, code: 'diff_not_found' });
  });

  it('touches no batch', async () => {
    const city = await twoUploads();
    city.items.calls.length = 0;
    await city.get('/v1/uploads/u2/diff');
    await city.get('/v1/uploads/u2/receipt');
    const partitions = city.items.calls.flatMap((call) => call.partitions);
    expect(partitions.filter((pk) => pk.startsWith('BATCH#'))).toEqual([]);
  });
});

describe('findings of an upload', () => {
  it('are listed with their counts', async () => {
    const { body } = await (await twoUploads()).get('/v1/uploads/u2/findings');
    expect(JSON.parse(body)).toMatchObject({
      uploadId: 'u2',
      counts: { error: 1, warning: 0, note: 0 },
      data: [
        { code: 'required_missing', cell: 'C7', dataset: 'projects', message: { zh: expect.any(String) } },
      ],
    });
  });

  it('come as a sheet that Excel opens as it is, in which nothing is a formula', async () => {
    const { headers, body } = await (await twoUploads()).get('/v1/uploads/u2/findings.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(body.startsWith('\ufeff级别 severity,代码 code,')).toBe(true);
    const [, row = ''] = body.split('\r\n');
    expect(row.startsWith("error,required_missing,项目（安置点）台账,projects,'=台账,C7,7,")).toBe(true);
  });

  it.each([
    ['error', undefined],
    ['note', 'c1'],
  ])('have a held part as %s', async (severity, confirmed) => {
    const city = endpoint();
    const record = uploadOf({ id: 'u1', order: orderAt(1), parts: [{ ...part, hold: largeRemoval }] });
    await storeUpload(city.items, confirmed ? { ...record, confirmed } : record);
    const { body } = await city.get('/v1/uploads/u1');
    expect(JSON.parse(body)).toMatchObject({
      state: confirmed ? 'accepted' : 'staged',
      findings: [
        { code: 'LARGE_REMOVAL', severity, message: { zh: expect.stringContaining('10 条记录中的 7 条') } },
      ],
    });
  });

  it('are counted alike wherever they are told: reading, standing and between records, listed or not', async () => {
    const city = endpoint();
    const held = {
      ...part,
      dataset: 'households',
      batch: 'batch-2',
      hold: largeRemoval,
    } as const;
    const record = uploadOf({
      id: 'u1',
      order: orderAt(1),
      parts: [part, held],
      findings: { error: 0, warning: 1, note: 0 },
    });
    const rows = Array.from({ length: 20 }, (_, row) => ({ sheet: 0, row: row + 2 }));
    const between = { severity: 'warning', dataset: 'projects', batch: 'batch-1', count: 30, rows } as const;
    const facts = factsOf('431224', 'reloc', '2017-04-X3', '2017-04-21', []);
    const entry = { batch: 'batch-1', uploadId: 'u1', order: orderAt(1) };
    const findings = [{ ...between, code: 'PROJECT_PROGRESS_BLANK' }];
    await storeUpload(city.items, record);
    await publishFacts(city.items, '431224', [{ ...facts, findings }], { 'projects@2017-04-X3': entry });
    const read = encodeFindings([{ ...found, code: 'unit_assumed', severity: 'warning' }]);
    await city.reports.put(findingsKey('431224', 'u1'), read, 'application/json');

    const all = { error: 1, warning: 31, note: 0 };
    const asked = async (path: string) => (await city.get(`/v1/uploads/u1${path}`)).body;
    const { counts, data } = JSON.parse(await asked('/findings'));
    expect(counts).toEqual(all);
    expect(data).toHaveLength(23);
    expect(data.at(-1)).toMatchObject({
      code: 'more_findings',
      severity: 'warning',
      params: { of: 'PROJECT_PROGRESS_BLANK', count: 10, listed: 20 },
    });
    expect(JSON.parse(await asked('')).findings).toHaveLength(data.length);
    expect((await asked('/findings.csv')).trimEnd().split('\r\n')).toHaveLength(1 + data.length);
    expect(JSON.parse(await asked('/receipt')).findings).toEqual(all);
    expect(await asked('/receipt.txt')).toContain('错误 1，警告 31，提示 0');
    const { data: listed } = JSON.parse((await city.get('/v1/uploads')).body);
    expect(listed).toMatchObject([{ id: 'u1', findings: record.findings }]);
  });

  it('note a file whose rows were published already (F34)', async () => {
    const city = await twoUploads();
    const same = countyDiff.parts.map((one) => ({ ...one, outcome: 'same' as const }));
    const diff = encodeDiff({ ...countyDiff, parts: same });
    await city.reports.put(diffKey('431224', 'u2'), diff, 'application/json');
    const { body } = await city.get('/v1/uploads/u2');
    expect(JSON.parse(body).findings).toMatchObject([
      { code: 'required_missing' },
      { code: 'duplicate_file', severity: 'note' },
    ]);
  });

  it('are listed by code', async () => {
    const { data } = JSON.parse((await endpoint().get('/v1/findings')).body);
    const codes = data.map(({ code }: { code: string }) => code);
    expect(codes.sort()).toEqual(Object.keys(findingTexts).sort());
    expect(data[0]).toMatchObject({
      severity: expect.any(Array),
      message: { zh: expect.any(String), en: expect.any(String) },
    });
  });
});
