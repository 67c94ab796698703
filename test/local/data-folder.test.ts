import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDataFolder } from '../../local/run/data-folder.ts';

const home = mkdtempSync(join(tmpdir(), 'anju-folder-'));
afterAll(() => rmSync(home, { recursive: true }));

it('a start that fails leaves no folder where there was none', () => {
  const folder = join(home, 'new');
  const data = openDataFolder(folder, '43');
  data.tokenSecret();
  data.discard();
  expect(existsSync(folder)).toBe(false);
});

it('a start that fails leaves an empty folder empty', () => {
  const folder = mkdtempSync(join(home, 'empty-'));
  const data = openDataFolder(folder, '43');
  data.tokenSecret();
  data.discard();
  expect(readdirSync(folder)).toEqual([]);
});

it('a start that fails takes nothing from a folder of an earlier start', () => {
  const folder = join(home, 'used');
  const earlier = openDataFolder(folder, '43');
  const secret = earlier.tokenSecret();
  const data = openDataFolder(folder, '43');
  data.discard();
  expect(openDataFolder(folder, '43').tokenSecret()).toEqual(secret);
});
