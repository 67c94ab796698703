import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { contracts } from '../../shared/datasets/contracts.ts';
import { makeTemplate } from '../../shared/templates/template.ts';
import { exampleBytes } from '../support/example-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command in this process; gives what it wrote and its exit code. */
async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(
    args,
    {},
    {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      isTerminal: false,
    },
  );
  return { code, out: out.join(''), err: err.join('') };
}

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const exampleProjects = () => exampleBytes('431222/2017-04-X3');

/** One entry of the second has a day that is none. */
const ledger = [
  '凭证流水,收支类别,日期,资金渠道,项目编号,发生额（元）',
  'L1,分解到项目,2017-03-08,中央预算内投资,431222-2017-J001,100',
  'L2,分解到项目,某日,中央预算内投资,431222-2017-J001,200',
].join('\r\n');

describe('anju check', () => {
  it('of a good file says what it would come to and ends with 0', async () => {
    const file = fileOf('projects.xlsx', await exampleProjects());
    const { code, out } = await run(
      'check',
      file,
      '--area',
      '431222',
      '--period',
      '2017-04-X3',
      '--lang',
      'en',
    );
    expect(out).toContain('431222/2017-04-X3/projects.xlsx');
    expect(out).toContain('Would be published.');
    expect(out).toMatch(/\d+ rows: \d+ accepted, 0 quarantined/);
    expect(out).toMatch(/errors: 0/);
    expect(code).toBe(0);
  });

  it('of a file with errors names the cells and ends with 1', async () => {
    const file = fileOf('坏.csv', ledger);
    const { code, out } = await run('check', file, '--area', '431222', '--period', '2017-03', '--lang', 'zh');
    expect(out).toContain('错误（必须改正）');
    expect(out).toMatch(/!C3/);
    expect(code).toBe(1);
  });

  it.each([
    ['zh', /合格 1 行，均未入库/, /(?<!未)入库 |可入库/],
    ['en', /1 valid, none taken in/, /\d accepted/],
  ])('of a file that would be rejected takes nothing in (%s)', async (language, right, wrong) => {
    const file = fileOf('坏.csv', ledger);
    const place = ['--area', '431222', '--period', '2017-03'];
    const { out } = await run('check', file, ...place, '--lang', language);
    expect(out).toMatch(right);
    expect(out).not.toMatch(wrong);
    const { parts } = JSON.parse((await run('check', file, ...place, '--json')).out);
    expect(parts).toMatchObject([{ counts: { rows: 2, accepted: 1, quarantined: 1, ignored: 0 } }]);
  });

  it('of an untouched form says nothing of our own sheet', async () => {
    const open = { area: '431224', period: '2017-04-X3' } as const;
    const file = fileOf('空表.xlsx', await makeTemplate(contracts.households, open));
    const { out } = await run('check', file, '--area', '431224', '--period', '2017-04-X3', '--lang', 'zh');
    expect(out).toContain('no_rows');
    expect(out).not.toContain('填表说明');
  });

  it('of several files ends with the worst of them', async () => {
    const good = fileOf('good.xlsx', await exampleProjects());
    const bad = fileOf('bad.csv', '甲乙丙,丁戊己\n1,2\n');
    const { code, out } = await run('check', good, bad, '--area', '431222', '--period', '2017-04-X3');
    expect(out).toContain('no_dataset_recognised');
    expect(code).toBe(1);
  });

  it('as JSON is one object a file, with both languages', async () => {
    const file = fileOf('bad.csv', ledger);
    const { out } = await run('check', file, '--area', '431222', '--period', '2017-04-X3', '--json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ key: '431222/2017-04-X3/bad.csv', counts: { error: expect.any(Number) } });
    expect(report.findings[0]).toMatchObject({ message: { zh: expect.any(String), en: expect.any(String) } });
  });

  it.each([
    ['a file that is not there', ['check', join(folder, 'none.xlsx')], 'none.xlsx'],
    ['a folder', ['check', folder], 'no file'],
    ['an unknown command', ['frobnicate'], 'frobnicate'],
    ['an endpoint that does not answer', ['publish', 'u1', '--url', 'http://127.0.0.1:1'], 'npm start'],
  ])('ends with 2 for %s', async (_, args, words) => {
    const { code, err } = await run(...args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});
