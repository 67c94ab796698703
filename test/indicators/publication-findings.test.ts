import { table } from 'arquero';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchInput } from '../../shared/indicators/facts.ts';
import { newFindingLog } from '../../shared/indicators/publication-findings.ts';

const nothing = table({});

const sightings = [
  { code: 'ORPHAN', dataset: 'fundLedger', file: 0, row: 70 },
  { code: 'PERSONAL_ACCOUNT', dataset: 'fundLedger', file: 1, row: 15 },
  { code: 'PERSONAL_ACCOUNT', dataset: 'fundLedger', file: 0, row: 33 },
  { code: 'PERSONAL_ACCOUNT', dataset: 'fundLedger', file: 0, row: 12 },
  { code: 'ORPHAN', dataset: 'shares', file: 2, row: 4 },
  { code: 'ORPHAN', dataset: 'shares', file: 1, row: 4 },
] as const;

/** The findings of the sightings, in an order of arrival and under given ids of their batches; ids left out. */
function listed(order: readonly number[], batches: readonly string[]) {
  const inputOf = (id: string): BatchInput => ({
    id,
    dataset: 'fundLedger',
    period: '2017-04',
    dataDate: '2017-04-30',
    table: nothing,
  });
  const log = newFindingLog({ fundLedger: batches.map(inputOf) });
  for (const index of order) {
    const { code, dataset, file, row } = sightings[index] ?? sightings[0];
    log.add(code, 'warning', dataset, { batch: batches[file] ?? '', sheet: 0, row });
  }
  return log.list().map(({ batch, ...finding }) => ({ ...finding, file: batches.indexOf(batch) }));
}

describe('publication findings', () => {
  it('are ordered by dataset, code and first row', () => {
    expect(
      listed([0, 1, 2, 3, 4, 5], ['a', 'b', 'c']).map(({ dataset, code, rows }) => [
        dataset,
        code,
        rows.map(({ row }) => row),
      ]),
    ).toEqual([
      ['fundLedger', 'ORPHAN', [70]],
      ['fundLedger', 'PERSONAL_ACCOUNT', [12, 33]],
      ['fundLedger', 'PERSONAL_ACCOUNT', [15]],
      ['shares', 'ORPHAN', [4]],
      ['shares', 'ORPHAN', [4]],
    ]);
  });

  it('come out alike whatever order they were seen in and whatever their batches are called', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(order, names, (seen, batches) => {
        expect(listed(seen, batches)).toEqual(listed([0, 1, 2, 3, 4, 5], ['a', 'b', 'c']));
      }),
    );
  });
});
