import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import { shanghaiDay } from '../shared/programme/calendar.ts';
import { type InboxKey, parseInboxKey } from '../shared/records/inbox-key.ts';
import type { Asked } from './arguments.ts';
import type { Console } from './console.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { elapsedOn } from './progress.ts';
import { readInThread } from './read-in-thread.ts';
import { describeCheck, reportCheck } from './report.ts';

type CheckAsked = Extract<Asked, { readonly kind: 'check' }>;

/** `anju check`: reads files as ingest would, without sending anything anywhere, and says what it would come to. */
export async function checkFiles(asked: CheckAsked, console: Console): Promise<ExitCode> {
  const texts = cliTexts[asked.language];
  const sizes = asked.files.map((file) => ({ file, bytes: sizeOf(file, texts.cannotRead) }));
  let worst: ExitCode = exitCode.ok;
  for (const { file, bytes } of sizes) {
    const key = keyOf(file, asked);
    const job = { path: resolve(file), province: asked.province, key, uploadDay: shanghaiDay(new Date()) };
    const progress = elapsedOn(console, texts.reading(basename(file), bytes));
    const answer = await readInThread(job).finally(progress.end);
    const described = describeCheck(file, key, answer);
    console.out(
      asked.json
        ? `${JSON.stringify(described)}\n`
        : reportCheck(described, asked.language, asked.area6 === null),
    );
    if (described.counts.error > 0 || described.parts.length === 0) worst = exitCode.findings;
  }
  return worst;
}

/** Size of a file in bytes; throws {@link CannotRun} when it is none. */
export function sizeOf(file: string, words: (file: string) => string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CannotRun(words(file));
  return found.size;
}

/**
 * The key a file would have in the inbox: what the command line names, else what the path says
 * (`431224/2017-04-X3/…`), else the province, so that the workbook must name county and period itself.
 */
export function keyOf(file: string, asked: Pick<CheckAsked, 'area6' | 'period' | 'province'>): InboxKey {
  const fromPath = resolve(file).split(/[\\/]/).slice(-3);
  const stated = parseInboxKey(fromPath.join('/'), asked.province);
  const shorter = parseInboxKey(fromPath.slice(1).join('/'), asked.province);
  const path = stated?.period ? stated : shorter;
  const area6 = asked.area6 ?? path?.area6 ?? asked.province.padEnd(6, '0');
  const period = asked.period ?? path?.period ?? null;
  const key = [area6, ...(period === null ? [] : [period]), basename(file)].join('/');
  const parsed = parseInboxKey(key, asked.province);
  if (!parsed) throw new CannotRun(key);
  return parsed;
}
