import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Anju, startAnju } from '../acceptance/support/anju.ts';

const root = resolve(import.meta.dirname, '../..');
const bin = z.object({ bin: z.object({ anju: z.string() }) });
const entry = join(root, bin.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).bin.anju);

/** Runs the command as a user does, from another folder. */
function anjuCommand(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [entry, ...args], { cwd: tmpdir() }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** A ledger of money allocated to one project, as many entries as are asked for. */
function ledger(count: number): string {
  const header = '凭证流水,收支类别,日期,资金渠道,项目编号,发生额（元）';
  const entries = Array.from(
    { length: count },
    (_, row) => `L${row + 1},分解到项目,2017-03-08,中央预算内投资,431224-2017-J001,${row + 1}00`,
  );
  return [header, ...entries].join('\r\n');
}

describe('npx anju', () => {
  it('can be run by its shebang', () => {
    expect(() => accessSync(entry, constants.X_OK)).not.toThrow();
    expect(readFileSync(entry, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

describe('a clerk with the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anju-cli-'));
  let server: Anju;
  let where: readonly string[];

  beforeAll(async () => {
    server = await startAnju(join(folder, 'data'), ['--empty']);
    where = [
      '--area',
      '431224',
      '--period',
      '2017-03',
      '--url',
      server.url,
      '--s3',
      server.s3Url,
      '--lang',
      'en',
    ];
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const upload = async (name: string, text: string, ...more: readonly string[]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const done = await anjuCommand('upload', path, ...where, ...more);
    return { ...done, id: /Upload {4}(\S+)/.exec(done.out)?.[1] ?? '' };
  };
  const order = (kind: string, id: string) => anjuCommand(kind, id, '--url', server.url, '--lang', 'en');

  it('uploads, is told to confirm what removes much, stages, publishes and withdraws', async () => {
    const first = await upload('台账.csv', ledger(10));
    expect(first.out, first.err).toContain('State     Published');
    expect(first.code).toBe(0);
    expect(first.err).toContain('100 %');

    const few = await upload('台账（更正）.csv', ledger(3));
    expect(few.out).toContain('State     Held');
    expect(few.out).toContain('LARGE_REMOVAL');
    expect(few.out).toContain(`npx anju confirm ${few.id}`);
    expect(few.out).toContain('(a correction)');
    expect(few.code).toBe(1);

    const refused = await order('publish', few.id);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('confirm') });

    const confirmed = await order('confirm', few.id);
    expect(confirmed.out, confirmed.err).toContain(`replaced upload ${first.id}`);
    expect(confirmed.code).toBe(0);

    const staged = await upload('四行.csv', ledger(4), '--stage');
    expect(staged.out).toContain('replaces what is published: 1 new, 0 changed, 0 removed');
    const moves = staged.out.split('What publishing it does:')[1] ?? '';
    expect(moves).toContain('Xupu Fund ledger 2017-03');
    expect(moves).not.toMatch(/fund\.|\b(\S+) → \1\b|— → —/);
    expect((await order('publish', staged.id)).out).toContain('State     Published');
    expect((await order('withdraw', staged.id)).out).toContain('State     Withdrawn');

    const bad = await upload('坏.csv', '甲乙丙,丁戊己\n1,2\n');
    expect(bad.out).toContain('no_dataset_recognised');
    expect(bad.code).toBe(1);
  });
});
