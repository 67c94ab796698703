import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { bundling, type FunctionName } from '../../shared/contract.ts';
import { type Bundles, bundleFunctions, bundlesIn } from './bundles.ts';

/** Beside the packages, which are bundled too: a new installation takes both away. */
const place = ['node_modules', '.anju-bundles'];

/** Files that decide how sources are found and read, and are no sources themselves. */
const alongside = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** The list of the files that went into the bundles kept last. */
const list = 'sources.json';
const listed = z.array(z.string());

/**
 * Bundles of functions: those that an earlier start made of the very same bytes, else made anew into `folder` and kept
 * for the next start. Bundling is most of the work of a start.
 */
export async function keptBundles(
  names: readonly FunctionName[],
  root: string,
  folder: string,
): Promise<Bundles> {
  const keep = join(root, ...place);
  const kept = keptIn(keep, root, names);
  if (kept !== null) return bundlesIn(kept, names);
  const began = Date.now();
  const sources = [...alongside, ...(await bundleFunctions(names, root, folder))];
  try {
    // what was written to meanwhile may not be what was bundled
    const isSettled = sources.every((source) => statSync(join(root, source)).ctimeMs < began);
    if (isSettled) keepFor(keep, digestOf(root, names, sources), sources, folder);
  } catch {
    // a start beside this one has kept the same, or nothing can be written there: the next start bundles again
  }
  return bundlesIn(folder, names);
}

/** The folder with bundles of these very sources; `null` when there is none that can be read. */
function keptIn(keep: string, root: string, names: readonly FunctionName[]): string | null {
  try {
    const sources = listed.parse(JSON.parse(readFileSync(join(keep, list), 'utf8')));
    const kept = join(keep, digestOf(root, names, sources));
    for (const name of readdirSync(kept)) accessSync(join(kept, name), constants.R_OK);
    return kept;
  } catch {
    return null;
  }
}

/** Keeps these bundles, whole or not at all, and no others. */
function keepFor(keep: string, digest: string, sources: readonly string[], folder: string): void {
  mkdirSync(keep, { recursive: true });
  const copy = mkdtempSync(join(keep, 'new-'));
  try {
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, list), JSON.stringify(sources));
    renameSync(copy, join(keep, digest));
    renameSync(join(keep, digest, list), join(keep, list));
    for (const name of readdirSync(keep)) {
      if (name !== digest && name !== list) rmSync(join(keep, name), { recursive: true, force: true });
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** SHA-256 over everything that decides what the bundles are. Throws when a source is gone. */
function digestOf(root: string, names: readonly FunctionName[], sources: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([bundling, names, sources]));
  for (const source of sources) {
    const bytes = readFileSync(join(root, source));
    hash.update(`${bytes.length} `).update(bytes);
  }
  return hash.digest('hex');
}
