import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundling, entryOf, type FunctionName } from '../../shared/contract.ts';

const root = join(import.meta.dirname, '../..');

/** Most kilobytes a minified bundle may have, the AWS SDK in it: a slow start is paid by whoever waits. */
const budgets: readonly (readonly [FunctionName, number])[] = [
  ['ingest', 1500],
  ['indicators', 1200],
  // its page and docs explain themselves in two languages, and 1110 was full
  ['api', 1150],
  ['documents', 1850],
  ['cadence', 1100],
];

const heavy = ['arquero', 'apache-arrow', '@uwdata/flechette', 'hucre', 'papaparse', 'iconv-lite'];

/** Bundles the functions as the stack does, and says what went into each. */
async function bundlesOf(names: readonly FunctionName[]) {
  const { metafile } = await build({
    ...bundling,
    mainFields: [...bundling.mainFields],
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, entryOf(name)])),
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return (name: FunctionName) => {
    const output = metafile.outputs[`out/${name}.js`];
    if (output === undefined) throw new Error(`esbuild wrote no bundle of ${name}.`);
    return {
      exports: output.exports,
      kilobytes: output.bytes / 1000,
      packages: Object.keys(output.inputs).flatMap(
        (path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? [],
      ),
      unresolved: output.imports.map(({ path }) => path).filter((path) => !path.startsWith('node:')),
    };
  };
}

let bundleOf: Awaited<ReturnType<typeof bundlesOf>>;
beforeAll(async () => {
  bundleOf = await bundlesOf(budgets.map(([name]) => name));
});

describe.each(budgets)('%s', (name, most) => {
  it('exports its handler', () => {
    expect(bundleOf(name).exports).toContain('handler');
  });

  it(`is at most ${most} kB`, () => {
    expect(bundleOf(name).kilobytes).toBeLessThanOrEqual(most);
  });

  it('brings the SDK along: nothing but Node’s own modules is left to the runtime', () => {
    const { unresolved } = bundleOf(name);
    expect(unresolved.filter((path) => !builtinModules.includes(path))).toEqual([]);
  });
});

it.each([
  ['api', []],
  ['cadence', ['arquero', '@uwdata/flechette']],
] as const)('%s carries of the heavy libraries only %j: no workbook is read there', (name, carried) => {
  const { packages } = bundleOf(name);
  expect(heavy.filter((one) => packages.includes(one))).toEqual(carried);
});
