import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const text = (name: string) => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8');

it('npm run synth says where the template is: in the folder that cdk.json names', () => {
  const { output } = z.object({ output: z.string() }).parse(JSON.parse(text('cdk.json')));
  expect(text('local/launch.mjs')).toContain(`${output}/Anju-43.template.json`);
});
