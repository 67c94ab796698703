import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from '../../shared/contract.ts';
import type { HostileKind } from '../../test/workbook/hostile/kind.ts';
import { hostileKinds } from '../../test/workbook/hostile/kinds.ts';
import { type Contender, costs, interleaved, type Result, table } from '../measure.ts';
import { writeCsvFile, writeXlsxFile } from './write-files.ts';

const bench = join(import.meta.dirname, '..');
const cache = join(bench, 'node_modules', '.reading');

/** What issue 3 asks of the reader, and how a ratio to another is worked out. */
const targets = {
  'hucre-stream': 2,
  'exceljs-stream': 3,
  sheetjs: 4,
} as const;

/**
 * Measures reading: our .xlsx reader against three libraries on 100,000 × 20 Chinese cells, its memory there and
 * at 500,000 rows, and CSV to a normalised batch against what that cannot do without. Prints Markdown.
 *
 * @param args `rounds=5` changes the number of rounds; `only=xlsx|large|csv|hostile` leaves out the others,
 * `kind=HTML` all hostile kinds whose names do not hold it
 */
export async function readingSuite(args: readonly string[]): Promise<void> {
  const option = (name: string) => args.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
  const rounds = Number(option('rounds') ?? 5);
  const only = option('only');
  const wanted = (name: string) => only === undefined || only === name;
  installLibraries();
  mkdirSync(cache, { recursive: true });
  const script = await bundleRun();
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes()} GB, Node ${process.versions.node}\n`,
  );
  if (wanted('xlsx')) await compareReaders(script, rounds);
  if (wanted('large')) await measureLarge(script, rounds);
  if (wanted('csv')) await compareCsv(script, rounds);
  if (wanted('hostile')) await measureHostile(script, option('kind') ?? '');
}

const gigabytes = (): string => (totalmem() / 2 ** 30).toFixed(0);

/** The libraries compared with drag 195 packages along; the project does not install them. */
function installLibraries(): void {
  if (existsSync(join(bench, 'node_modules', 'exceljs'))) return;
  console.error('Installing the libraries to compare with into bench/ (once) …');
  execFileSync('npm', ['ci', '--prefix', bench, '--loglevel=error'], { stdio: 'inherit' });
}

/** Bundled as the functions are, so that no loader is measured along. */
async function bundleRun(): Promise<string> {
  const outfile = join(cache, 'run-one.mjs');
  await build({
    ...bundling,
    mainFields: [...bundling.mainFields],
    entryPoints: [join(bench, 'reading', 'run-one.ts')],
    bundle: true,
    external: ['exceljs', '@e965/xlsx'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

async function fileOf(name: string, write: (path: string) => Promise<void>): Promise<string> {
  const path = join(cache, name);
  if (!existsSync(path)) await write(path);
  return path;
}

const contender = (script: string, name: string, file: string): Contender => ({
  name,
  script,
  args: [name, file],
});

async function compareReaders(script: string, rounds: number): Promise<void> {
  const file = await fileOf('100k.xlsx', (path) => writeXlsxFile(path, 100_000));
  const names = ['own', ...Object.keys(targets)];
  const results = await interleaved(
    names.map((name) => contender(script, name, file)),
    rounds,
  );
  console.log(`### .xlsx, 100,000 × 20, ${rounds} rounds\n\n${table(results)}\n`);
  const [own] = results;
  for (const [name, least] of Object.entries(targets)) {
    const other = results.find((one) => one.name === name);
    judge(`${name} takes`, ratioOf(other, own), '>=', least, '× our CPU time');
  }
  judge('peak memory at 100,000 rows', own?.peakMegabytes ?? Number.NaN, '<=', 200, 'MB');
}

async function measureLarge(script: string, rounds: number): Promise<void> {
  const file = await fileOf('500k.xlsx', (path) => writeXlsxFile(path, 500_000));
  const results = await interleaved([contender(script, 'own', file)], Math.min(rounds, 3));
  console.log(`### .xlsx, 500,000 × 20\n\n${table(results)}\n`);
  judge('peak memory at 500,000 rows', results[0]?.peakMegabytes ?? Number.NaN, '<=', 330, 'MB');
}

async function compareCsv(script: string, rounds: number): Promise<void> {
  const file = await fileOf('100k.csv', (path) => writeCsvFile(path, 100_000));
  const names = ['csv-parse-and-tokens', 'csv-to-batch'];
  const results = await interleaved(
    names.map((name) => contender(script, name, file)),
    rounds,
  );
  console.log(`### CSV to batch, 100,000 × 20, ${rounds} rounds\n\n${table(results)}\n`);
  judge(
    'CSV to a normalised batch',
    ratioOf(results[1], results[0]),
    '<=',
    2,
    '× papaparse and tokens (CPU)',
  );
}

/** Each hostile kind once in its full size; what it must end in, in under 2 s and 300 MB (others: 20 s and 1 GB). */
async function measureHostile(script: string, named: string): Promise<void> {
  const results: Result[] = [];
  const judgements: (() => void)[] = [];
  for (const kind of hostileKinds.filter(({ name }) => name.includes(named))) {
    const file = join(cache, 'hostile');
    writeFileSync(file, await kind.make(kind.size?.full ?? 1));
    const [one] = await interleaved([contender(script, 'ending', file)], 1);
    if (one === undefined) continue;
    results.push({ ...one, name: `${kind.name}: ${one.found}` });
    const [seconds, megabytes] = kind.legacy ? [20, 1024] : [2, 300];
    judgements.push(() => {
      const ends = endingOf(kind);
      if (one.found !== ends) console.log(`- MISSED: ${kind.name} ended in ${one.found}, not ${ends}`);
      if (one.cpuSeconds > seconds) judge(kind.name, one.cpuSeconds, '<=', seconds, 's CPU');
      if (one.peakMegabytes > megabytes) judge(kind.name, one.peakMegabytes, '<=', megabytes, 'MB');
    });
  }
  console.log(`### Hostile files\n\n${costs(results)}\n`);
  for (const tell of judgements) tell();
}

/** A refusal's code, or how many filled cells must be found. */
function endingOf({ ends }: HostileKind): string {
  if ('refused' in ends) return ends.refused;
  return `${ends.sheets.flat(2).filter((cell) => cell !== null).length} cells`;
}

const ratioOf = (one: Result | undefined, other: Result | undefined): number =>
  (one?.cpuSeconds ?? Number.NaN) / (other?.cpuSeconds ?? Number.NaN);

function judge(what: string, value: number, is: '<=' | '>=', target: number, unit: string): void {
  const met = is === '<=' ? value <= target : value >= target;
  console.log(`- ${met ? 'met' : 'MISSED'}: ${what} ${value.toFixed(2)} ${unit} (target ${is} ${target})`);
}
