import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { StartRefused } from './start-refused.ts';

/** `started`: everything of the folder has been made, so that a part that is missing was lost. */
const marker = z.object({ format: z.literal(1), province: z.string(), started: z.boolean().default(false) });

/** The folder of one local Anju: table, objects, queues, secret. */
export interface DataFolder {
  readonly path: string;
  readonly table: string;
  readonly objects: string;
  readonly ingestQueue: string;
  readonly publishQueue: string;
  readonly bundles: string;
  /** Takes away what this start has made, where the folder was not there, or empty, before. */
  discard(): void;
  /** Everything has been made; called when Anju runs. */
  markStarted(): void;
  /** The examples were loaded to their end. */
  examplesLoaded(): boolean;
  markExamplesLoaded(): void;
  /** The token secret, made once and kept readable by its owner only. */
  tokenSecret(): Uint8Array;
}

/** What every folder holds that has been started once. */
const parts = ['table/CURRENT', 'objects/objects.journal', 'queues/ingest', 'queues/publish', 'token-secret'];

/** Opens the folder, or makes it; one that is not Anju's or is damaged is refused with what to do. */
export function openDataFolder(given: string, province: string): DataFolder {
  const path = resolve(given);
  const markerFile = join(path, 'anju.json');
  const wasThere = existsSync(path);
  mkdirSync(path, { recursive: true });
  const isNew = !existsSync(markerFile);
  if (isNew) {
    if (readdirSync(path).length > 0) throw corrupt(given, 'it is not empty and has no anju.json');
    writeWhole(markerFile, JSON.stringify({ format: 1, province }));
  }
  const parsed = marker.safeParse(readJson(markerFile));
  if (!parsed.success) throw corrupt(given, 'anju.json cannot be read');
  if (parsed.data.province !== province)
    throw corrupt(given, `it belongs to province ${parsed.data.province}`);
  const lost = parsed.data.started ? parts.find((part) => !existsSync(join(path, part))) : undefined;
  if (lost !== undefined) throw corrupt(given, `${lost} is missing`);
  const loaded = join(path, 'examples-loaded');
  return {
    path,
    table: join(path, 'table'),
    objects: join(path, 'objects'),
    ingestQueue: join(path, 'queues', 'ingest'),
    publishQueue: join(path, 'queues', 'publish'),
    bundles: join(path, 'bundles'),
    discard() {
      if (!isNew) return;
      if (!wasThere) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
      else for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true, force: true });
    },
    markStarted: () => writeWhole(markerFile, JSON.stringify({ format: 1, province, started: true })),
    examplesLoaded: () => existsSync(loaded),
    markExamplesLoaded: () => writeWhole(loaded, ''),
    tokenSecret: () => readSecret(join(path, 'token-secret')),
  };
}

/** The sentence for a folder that cannot be used. */
export function corrupt(path: string, reason: string): StartRefused {
  return new StartRefused(
    `The data folder ${path} cannot be used: ${reason}. Move it away, or name another one with ANJU_DATA, and start again.`,
  );
}

function readSecret(file: string): Uint8Array {
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('hex'));
  return Buffer.from(readFileSync(file, 'utf8'), 'utf8');
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
