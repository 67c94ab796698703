import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { bundling, entryOf, type FunctionName } from '../../shared/contract.ts';

/** URLs of what was bundled. */
export interface Bundles {
  readonly functions: ReadonlyMap<FunctionName, string>;
  /** What hands a function its events inside a worker thread; bundled, it needs no TypeScript loader there. */
  readonly thread: string;
}

/** Bundles functions exactly as the stack does: what was tested is what runs. */
export async function bundleFunctions(
  names: readonly FunctionName[],
  root: string,
  folder: string,
): Promise<Bundles> {
  const thread = join(folder, 'function-thread.mjs');
  const builtThread = build({
    absWorkingDir: root,
    entryPoints: ['local/run/function-thread.ts'],
    platform: 'node',
    format: 'esm',
    bundle: true,
    outfile: thread,
    logLevel: 'error',
  });
  const built = names.map(async (name) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      ...bundling,
      mainFields: [...bundling.mainFields],
      absWorkingDir: root,
      entryPoints: [entryOf(name)],
      bundle: true,
      outfile,
      logLevel: 'error',
    });
    return [name, pathToFileURL(outfile).href] as const;
  });
  const functions = new Map(await Promise.all(built));
  await builtThread;
  await stop();
  return { functions, thread: pathToFileURL(thread).href };
}
