import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../functions/ingest/read-file.ts';
import type { Finding } from '../shared/normalise/finding.ts';
import type { NormalisedPart } from '../shared/normalise/part.ts';
import { createTokeniser } from '../shared/privacy/tokens.ts';
import { policyOf } from '../shared/programme/province-policies.ts';
import type { InboxKey } from '../shared/records/inbox-key.ts';

/** A file to be read offline, under the key it would have in the inbox. */
export interface ReadJob {
  readonly path: string;
  readonly province: string;
  readonly key: InboxKey;
  /** Today in Asia/Shanghai. */
  readonly uploadDay: string;
}

/** What a file would come to; accepted rows themselves stay in the thread. */
export interface ReadAnswer {
  readonly parts: readonly (Omit<NormalisedPart, 'table'> & {
    /** Accepted rows by index of the sheet. */
    readonly acceptedBySheet: Readonly<Record<string, number>>;
  })[];
  readonly sheets: readonly string[];
  readonly findings: readonly Finding[];
}

/** Identifiers become tokens under a secret that nobody keeps: offline nothing is compared with anything. */
const throwawaySecretBytes = 32;

async function read({ path, province, key, uploadDay }: ReadJob): Promise<ReadAnswer> {
  const tokens = createTokeniser(randomBytes(throwawaySecretBytes));
  const bytes = readFileSync(path);
  const policy = policyOf(province, uploadDay);
  const { parts, sheets, findings } = await readFile(province, tokens, { bytes, key, policy, uploadDay });
  return {
    sheets,
    findings,
    parts: parts.map(({ table, ...part }) => ({ ...part, acceptedBySheet: countBySheet(table) })),
  };
}

function countBySheet(table: NormalisedPart['table']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const sheet of table.array('sourceSheet')) counts[String(sheet)] = (counts[String(sheet)] ?? 0) + 1;
  return counts;
}

parentPort?.postMessage(await read(workerData.job));
