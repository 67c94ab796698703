import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What one run in a process of its own cost and found. */
export interface Run {
  readonly seconds: number;
  /** User and system time of all threads. */
  readonly cpuSeconds: number;
  /** Peak resident memory of the process, the runtime's own 45 MB in it. */
  readonly peakMegabytes: number;
  /** What was found; contenders that found different things are not compared. */
  readonly found: string;
}

/** Something that can be run: a script and its arguments. */
export interface Contender {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** Medians of a contender's runs. */
export interface Result extends Run {
  readonly name: string;
  readonly runs: number;
}

const run = promisify(execFile);

/** Runs a script once in a process of its own; its last line is a {@link Run} as JSON. */
async function runOnce({ script, args }: Contender): Promise<Run> {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', script, ...args], {
    maxBuffer: 1 << 24,
  });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  const { seconds, cpuSeconds, peakMegabytes, found }: Run = JSON.parse(line);
  return { seconds, cpuSeconds, peakMegabytes, found };
}

/** The middle value, the lower of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Runs every contender once per round, one after the other, so that what else the machine does meets all of
 * them alike, and gives medians. Throws `Error` when two of them found different things.
 */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<Result[]> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      const one = await runOnce(contender);
      runs.get(contender.name)?.push(one);
      console.error(`${round}/${rounds} ${contender.name}: ${one.cpuSeconds.toFixed(2)} s CPU`);
    }
  }
  const found = new Set([...runs.values()].flat().map((one) => one.found));
  if (found.size > 1) throw new Error(`The contenders found different things: ${[...found].join('; ')}`);
  return [...runs].map(([name, all]) => ({
    name,
    runs: all.length,
    seconds: median(all.map(({ seconds }) => seconds)),
    cpuSeconds: median(all.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: median(all.map(({ peakMegabytes }) => peakMegabytes)),
    found: all[0]?.found ?? '',
  }));
}

/** Results as a table of Markdown; the first is what the others are compared with. */
export function table(results: readonly Result[]): string {
  const [first] = results;
  const ratio = (value: number, base: number | undefined) => (value / (base ?? Number.NaN)).toFixed(2);
  const lines = results.map(
    (one) =>
      `| ${one.name} | ${one.seconds.toFixed(2)} | ${ratio(one.seconds, first?.seconds)} | ${one.cpuSeconds.toFixed(2)} | ${ratio(one.cpuSeconds, first?.cpuSeconds)} | ${one.peakMegabytes.toFixed(0)} |`,
  );
  return [
    '| | wall s | × | CPU s | × | peak MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

/** Results as a table of Markdown, each by itself. */
export function costs(results: readonly Result[]): string {
  const lines = results.map(
    ({ name, seconds, cpuSeconds, peakMegabytes }) =>
      `| ${name} | ${seconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} | ${peakMegabytes.toFixed(0)} |`,
  );
  return ['| | wall s | CPU s | peak MB |', '| --- | ---: | ---: | ---: |', ...lines].join('\n');
}
