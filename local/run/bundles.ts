import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { bundling, entryOf, type FunctionName } from '../../shared/contract.ts';

/** Bundles functions exactly as the stack does and gives the URL of each: what was tested is what runs. */
export async function bundleFunctions(
  names: readonly FunctionName[],
  root: string,
  folder: string,
): Promise<ReadonlyMap<FunctionName, string>> {
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
  const urls = new Map(await Promise.all(built));
  await stop();
  return urls;
}
