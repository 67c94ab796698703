import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const text = (name: string) => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8');

it('npm run synth says where the template is: in the folder that cdk.json names', () => {
  const { output } = z.object({ output: z.string() }).parse(JSON.parse(text('cdk.json')));
  expect(text('local/launch.mjs')).toContain(`${output}/Anju-43.template.json`);
});

it.each([
  ['local/launch.mjs', 1],
  ['cli/anju.mjs', 2],
])('%s tells an old Node what is needed, before it loads anything that Node cannot', (entry, code) => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.8' });";
  const preload = `data:text/javascript,${encodeURIComponent(old)}`;
  const file = resolve(import.meta.dirname, '../..', entry);
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', preload, file, 'check'], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([code, '']);
  expect(stderr).toMatch(/^Anju needs Node 20\.19 or newer; this is Node 18\.20\.8\. [^\n]+\n$/);
  const linked = [...text(entry).matchAll(/^import .*from '(.+)';$/gm)].map(([, from]) => from);
  expect(linked.filter((from) => !from?.startsWith('node:'))).toEqual([
    expect.stringMatching(/\/node-version\.mjs$/),
  ]);
});

it('the Node that engines asks for is the oldest that is let through', () => {
  const { engines } = z
    .object({ engines: z.object({ node: z.string() }) })
    .parse(JSON.parse(text('package.json')));
  expect(engines.node).toBe('>=20.19');
  expect(text('local/node-version.mjs')).toContain('Anju needs Node 20.19 or newer');
});
