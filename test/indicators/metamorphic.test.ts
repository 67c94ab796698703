import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFacts } from '../../shared/indicators/engine.ts';
import { type Facts, type FamilyId, familyIds } from '../../shared/indicators/facts.ts';
import { batchesAt, reportedPeriods, selectPeriod } from '../../shared/indicators/resolve.ts';
import { type County, county, type Part } from './oracle/provinces/province.ts';
import { batch, type Cell, inputOf, type Row } from './support/county.ts';

/** What leaves every fact as it was, over counties with blanks, repeats, corrections and several files of one dataset. */
const anyCounty: fc.Arbitrary<County> = county('431221');
const cases = { numRuns: 200 };

/** Facts of every family at the newest period, with what is given put after the files that speak there. */
function factsOf(
  parts: readonly Part[],
  more: (family: FamilyId, inForce: readonly Part[]) => readonly Part[],
) {
  return familyIds.flatMap((family): readonly Facts[] => {
    const period = selectPeriod(reportedPeriods(parts, family), 'latest');
    if (period === null) return [];
    const inForce = batchesAt(parts, family, period);
    const shapes = [...inForce, ...more(family, inForce)];
    return [computeFacts(family, inputOf(shapes.map(batch), period, '431221'))];
  });
}

/** The rows in another order in the table; each keeps its place in the sheet. */
function shuffled(part: Part, seed: number): Part {
  const ranked = part.rows.map((row, index) => {
    const placed: Row = { sourceSheet: 0, sourceRow: index + 4, ...row };
    return { placed, rank: ((index + 1) * 7919 * (seed + 1)) % 104_729 };
  });
  return { ...part, rows: ranked.sort((a, b) => a.rank - b.rank).map(({ placed }) => placed) };
}

/** The rows under another token secret: other tokens in another order, alike in what is shown of an account. */
function underAnotherSecret(part: Part): Part {
  const renamed = (name: string, cell: Cell): Cell => {
    if (typeof cell !== 'string' || !/Token$|^officialRef$/.test(name)) return cell;
    const mixed = [...cell].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 999_983, 7);
    return `${mixed} ${cell}`;
  };
  const rows = part.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, renamed(name, cell)])),
  );
  return { ...part, rows };
}

describe('nothing is changed', () => {
  test('by the secret that tokens are made with', () => {
    fc.assert(
      fc.property(anyCounty, ({ parts }) => {
        expect(factsOf(parts.map(underAnotherSecret), () => [])).toEqual(factsOf(parts, () => []));
      }),
      { numRuns: 60 },
    );
  });

  test('by the order of rows in a table, nor of files in a list', () => {
    fc.assert(
      fc.property(anyCounty, fc.nat(10_000), ({ parts }, seed) => {
        const other = [...parts].reverse().map((part) => shuffled(part, seed));
        expect(factsOf(other, () => [])).toEqual(factsOf(parts, () => []));
      }),
      cases,
    );
  });

  test('by the newest ledger or shares file when it comes again for a later period', () => {
    fc.assert(
      fc.property(anyCounty, ({ parts }) => {
        const again = (_: FamilyId, inForce: readonly Part[]) =>
          (['fundLedger', 'shares'] as const).flatMap((dataset) => {
            const newest = inForce.filter((part) => part.dataset === dataset).at(-1);
            return newest ? [{ ...newest, period: '2017-06', id: `${dataset} again` }] : [];
          });
        // which of two files with the same row an alert names is no matter here
        const figures = (facts: readonly Facts[]) =>
          facts.map(({ components, alerts }) => [
            components,
            alerts.map((one) => ({ ...one, evidence: [] })),
          ]);
        expect(figures(factsOf(parts, again))).toEqual(figures(factsOf(parts, () => [])));
      }),
      cases,
    );
  });
});
