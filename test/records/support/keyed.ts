import { table } from 'arquero';
import type { NormalisedFile } from '../../../shared/normalise/part.ts';
import type { ReadRequest } from '../../../shared/records/ingest-upload.ts';
import { county } from './harness.ts';

/**
 * Reads a toy file that has natural keys: every line is `<dataset> <key>=<value> …`, one part each, so that a
 * test can say which rows a replacement removes.
 */
export async function readKeyed({ bytes }: Pick<ReadRequest, 'bytes'>): Promise<NormalisedFile> {
  const lines = Buffer.from(bytes).toString('utf8').split('\n');
  const parts = lines.map((line) => {
    const [dataset, ...cells] = line.split(' ');
    const pairs = cells.map((cell) => cell.split('='));
    const counts = { rows: pairs.length, accepted: pairs.length, quarantined: 0, ignored: 0 };
    const name = dataset === 'fundLedger' ? 'fundLedger' : 'projects';
    return {
      area: county,
      dataset: name,
      period: '2017-04-X3',
      dataDate: '2017-04-21',
      counts,
      accepted: true,
      table: table({
        [name === 'projects' ? 'projectId' : 'entryNo']: pairs.map(([key]) => key ?? ''),
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
  return `projects ${Array.from({ length: count }, (_, row) => `P${row + 1}=${value}`).join(' ')}`;
}
