import { table } from 'arquero';
import type { NormalisedFile } from '../../../shared/normalise/part.ts';
import type { ReadRequest } from '../../../shared/records/ingest-upload.ts';
import { county } from './harness.ts';

/** Column of the natural key of each dataset that a toy file may hold. */
const keyColumns = {
  projects: 'projectId',
  fundLedger: 'entryNo',
  households: 'headIdToken',
  persons: 'personToken',
} as const;

function isKeyed(name: string): name is keyof typeof keyColumns {
  return Object.hasOwn(keyColumns, name);
}

/**
 * Reads a toy file that has natural keys: every line is `<dataset>[@<period>] <key>=<value> …`, one part each, so
 * that a test can say which rows a replacement removes.
 */
export async function readKeyed({ bytes }: Pick<ReadRequest, 'bytes'>): Promise<NormalisedFile> {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const parts = lines.map((line) => {
    const [head = '', ...cells] = line.split(' ');
    const [name = '', period = '2017-04-X3'] = head.split('@');
    if (!isKeyed(name)) throw new Error(`no toy dataset: ${name}`);
    const pairs = cells.map((cell) => cell.split('='));
    const counts = { rows: pairs.length, accepted: pairs.length, quarantined: 0, ignored: 0 };
    return {
      area: county,
      dataset: name,
      period,
      dataDate: '2017-04-21',
      counts,
      accepted: true,
      table: table({
        [keyColumns[name]]: pairs.map(([key]) => key ?? ''),
        plannedHouseholds: pairs.map(([, value]) => Number(value ?? 0)),
        sourceSheet: pairs.map(() => 0),
        sourceRow: pairs.map((_, row) => row + 2),
      }),
    } as const;
  });
  return { parts, findings: [], sheets: ['台账'], columns: [] };
}

/** `n` projects P1 … Pn, written as a line of the toy file. */
export function projects(count: number, value = 1): string {
  return toyLine('projects', count, value);
}

/** `n` rows P1 … Pn of a dataset, or of a dataset@period, written as a line of the toy file. */
export function toyLine(head: string, count: number, value = 1): string {
  return `${head} ${Array.from({ length: count }, (_, row) => `P${row + 1}=${value}`).join(' ')}`;
}
