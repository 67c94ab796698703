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

const threadEntry = 'local/run/function-thread.ts';
const threadName = 'function-thread';

/** Where the bundles of a folder are. */
export function bundlesIn(folder: string, names: readonly FunctionName[]): Bundles {
  const urlOf = (name: string) => pathToFileURL(join(folder, `${name}.mjs`)).href;
  return { functions: new Map(names.map((name) => [name, urlOf(name)])), thread: urlOf(threadName) };
}

/**
 * Bundles functions exactly as the stack does: what was tested is what runs. They are built together, so that a source
 * they share is parsed once; each bundle is, byte for byte, the one it would be alone. Gives the files that went into
 * them, from the project root.
 */
export async function bundleFunctions(
  names: readonly FunctionName[],
  root: string,
  folder: string,
): Promise<readonly string[]> {
  const written = {
    absWorkingDir: root,
    bundle: true,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    metafile: true,
    // what it says is in what it throws
    logLevel: 'silent',
  } as const;
  const built = await Promise.all([
    build({
      ...written,
      entryPoints: { [threadName]: threadEntry },
      platform: 'node',
      format: 'esm',
    }),
    build({
      ...bundling,
      ...written,
      mainFields: [...bundling.mainFields],
      entryPoints: Object.fromEntries(names.map((name) => [name, entryOf(name)])),
    }),
  ]);
  await stop();
  return [...new Set(built.flatMap(({ metafile }) => Object.keys(metafile.inputs)))];
}
