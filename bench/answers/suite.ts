import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../shared/contract.ts';
import { costs, interleaved, type Result } from '../measure.ts';
import { questions } from './questions.ts';

/**
 * Measures what the endpoint takes to answer large questions that it meets for the first time. Prints Markdown.
 *
 * @param args `rounds=5` changes the number of rounds
 */
export async function answersSuite(args: readonly string[]): Promise<void> {
  const rounds = Number(args.find((one) => one.startsWith('rounds='))?.slice('rounds='.length) ?? 5);
  const script = join(import.meta.dirname, '..', 'node_modules', '.answers', 'run-one.mjs');
  await build({
    ...bundling,
    mainFields: [...bundling.mainFields],
    entryPoints: [join(import.meta.dirname, 'run-one.ts')],
    bundle: true,
    outfile: script,
    logLevel: 'error',
  });
  const results: Result[] = [];
  for (const name of Object.keys(questions)) {
    results.push(...(await interleaved([{ name, script, args: [name] }], rounds)));
  }
  console.log(costs(results));
}
