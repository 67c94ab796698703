import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptBundles } from '../../local/run/kept-bundles.ts';
import { entryOf } from '../../shared/contract.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'anju-kept-'));
  write('package.json', '{}');
  write('package-lock.json', '{}');
  write('tsconfig.json', '{}');
  write('local/run/function-thread.ts', 'console.log("thread")');
  write(entryOf('api'), 'import { word } from "./word.ts"; export const wire = () => word');
  write(join(dirname(entryOf('api')), 'word.ts'), 'export const word = "one"');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a source and gives back control when the clock has left the moment it was written. */
function write(name: string, text: string): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  while (Date.now() <= statSync(path).ctimeMs);
}

/** A start with a data folder of its own: where its bundle of `api` is, what is in it, what it bundled itself. */
async function start(folder: string) {
  const own = join(root, folder);
  mkdirSync(own);
  const bundles = await keptBundles(['api'], root, own);
  const api = fileURLToPath(bundles.functions.get('api') ?? '');
  return {
    api,
    text: readFileSync(api, 'utf8'),
    thread: readFileSync(fileURLToPath(bundles.thread), 'utf8'),
    made: readdirSync(own),
  };
}

it('a second start takes what the first has bundled, to the byte', async () => {
  const first = await start('first');
  const second = await start('second');
  const third = await start('third');
  expect(first.made).toEqual(['api.mjs', 'api.mjs.map', 'function-thread.mjs']);
  expect(second.made).toEqual([]);
  expect(second.text).toBe(first.text);
  expect(second.thread).toBe(first.thread);
  expect(third).toEqual(second);
});

it.each([
  ['a source', join(dirname(entryOf('api')), 'word.ts'), 'export const word = "two"', /two/],
  ['the entry', entryOf('api'), 'export const wire = () => "other"', /other/],
  ['the thread', 'local/run/function-thread.ts', 'console.log("rope")', /one/],
  ['the lockfile', 'package-lock.json', '{ }', /one/],
  ['how sources are read', 'tsconfig.json', '{ "compilerOptions": {} }', /one/],
])('a start after %s has changed bundles anew, and the old bundles go', async (_, name, text, expected) => {
  await start('first');
  const before = await start('second');
  write(name, text);
  const changed = await start('third');
  const after = await start('fourth');
  expect(changed.made).toContain('api.mjs');
  expect(changed.text).toMatch(expected);
  expect(after).toEqual({ ...changed, api: after.api, made: [] });
  expect(dirname(after.api)).not.toBe(dirname(before.api));
  expect(readdirSync(dirname(dirname(after.api)))).toHaveLength(2);
});

it('a start after a source has gone bundles anew', async () => {
  await start('first');
  write(entryOf('api'), 'export const wire = () => "alone"');
  rmSync(join(root, dirname(entryOf('api')), 'word.ts'));
  expect((await start('second')).text).toMatch(/alone/);
  expect((await start('third')).made).toEqual([]);
});

it('bundles every time where nothing can be kept', async () => {
  write('node_modules', 'a file');
  expect((await start('first')).text).toMatch(/one/);
  expect((await start('second')).made).toContain('api.mjs');
});
