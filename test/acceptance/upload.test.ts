import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleBytes } from '../support/example-bytes.ts';
import { type Anju, startAnju } from './support/anju.ts';
import { clientOf } from './support/client.ts';

const startRate = (area: string) => `indicator=reloc.start_rate&area=${area}&period=2017-04-X3`;

describe('a file put into the inbox of an empty Anju', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anju-'));
  let anju: Anju;
  let client: ReturnType<typeof clientOf>;

  beforeAll(async () => {
    anju = await startAnju(folder, ['--empty']);
    client = clientOf(anju);
  });

  afterAll(async () => {
    await anju.stop();
    rmSync(folder, { recursive: true });
  });

  it('is recognised from its headers, whatever its name, and published', async () => {
    const key = '431222/2017-04-X3/随便 什么名字.dat';
    await client.put(key, await exampleBytes('431222/2017-04-X3'));
    const [upload] = await client.settled(key);
    expect(upload).toMatchObject({
      state: 'published',
      area: '431222',
      parts: [{ dataset: 'projects', period: '2017-04-X3' }],
    });
    expect(await client.data(startRate('431222'))).toMatchObject([{ status: 'ok' }]);
  });

  it('changes no batch, facts or ETag when it is put twice', async () => {
    const key = '431221/2017-04-X3/projects.xlsx';
    const bytes = await exampleBytes('431221/2017-04-X3');
    await client.put(key, bytes);
    await client.settled(key);
    const first = await client.get(`/v1/data?${startRate('431221')}`);
    const tag = first.headers.get('etag') ?? '';
    await client.put(key, bytes);
    const uploads = await client.settled(key, 2);
    const second = await client.get(`/v1/data?${startRate('431221')}`);
    expect(second.headers.get('etag')).toBe(tag);
    expect((await client.get(`/v1/data?${startRate('431221')}`, { 'if-none-match': tag })).status).toBe(304);
    expect(uploads.map((one) => one.state).sort()).toEqual(['published', 'superseded']);
  });

  it.each([
    ['an empty file', 'xlsx', () => new Uint8Array(), 'empty_file'],
    [
      'a JPEG',
      'xlsx',
      () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
      'not_a_workbook',
    ],
    [
      'a truncated zip',
      'xlsx',
      async () => (await exampleBytes('431223/2017-04-X3')).subarray(0, 2_000),
      'corrupt_file',
    ],
    ['unknown headers', 'csv', () => '甲乙丙,丁戊己\n1,2\n3,4\n', 'no_dataset_recognised'],
  ])(
    'is rejected with one clear finding when it is %s, and the neighbours go through',
    async (name, ending, make, code) => {
      const good = `431223/2017-04-X3/good ${name}.xlsx`;
      const bad = `431223/2017-04-X3/bad ${name}.${ending}`;
      await client.put(good, await exampleBytes('431223/2017-04-X3'));
      await client.settled(good);
      const before = await client.data(startRate('431223'));
      await Promise.all([
        client.put(bad, await make()),
        client.put(`${good} again`, await exampleBytes('431223/2017-04-X3')),
      ]);
      const [rejected] = await client.settled(bad);
      const [neighbour] = await client.settled(`${good} again`);
      const findings = await client.findings(rejected?.id ?? '');
      expect(rejected).toMatchObject({ state: 'rejected', parts: [], findings: { error: 1 } });
      expect(neighbour?.state).toBe('published');
      expect(findings).toMatchObject([{ code, severity: 'error' }]);
      expect(findings[0]?.message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(findings[0]?.message.en).toMatch(/[a-z]/);
      expect(await client.data(startRate('431223'))).toEqual(before);
    },
  );
});
