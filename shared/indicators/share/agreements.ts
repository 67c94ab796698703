import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import type { FindingLog } from '../publication-findings.ts';
import { readRows } from '../rows.ts';
import { groupByKey } from '../union.ts';
import type { Share } from './shares.ts';

/** What an industry project promises in one dividend year (domain.md §4 D5). */
interface Agreement {
  readonly origin: Origin;
  readonly key: string;
  readonly linkedHouseholds: number | null;
  readonly guaranteedRate: number | null;
}

const keyOf = (industryId: string, year: number): string => `${industryId} ${year}`;

/**
 * Holds the shares against the industry projects they belong to (domain.md §4 D5, D6): as many households as the
 * project says it links, and no dividend due below principal × guaranteed rate (to the 分). Warnings; a project
 * without shares in the year is passed over.
 */
export function checkAgreements(batch: BatchInput, shares: readonly Share[], findings: FindingLog): void {
  const agreements = readRows(
    batch,
    (cells, origin): Agreement => ({
      origin,
      key: keyOf(cells.text('industryId') ?? '', cells.number('year') ?? 0),
      linkedHouseholds: cells.number('linkedHouseholds'),
      guaranteedRate: cells.number('guaranteedRate'),
    }),
  );
  const sharesOf = groupByKey(shares, ({ industryId, year }) => keyOf(industryId, year));
  for (const { origin, key, linkedHouseholds, guaranteedRate } of agreements) {
    const own = sharesOf.get(key) ?? [];
    const holders = new Set(own.map(({ holder }) => holder)).size;
    if (holders > 0 && linkedHouseholds !== null && linkedHouseholds !== holders)
      findings.add('LINKED_HOUSEHOLDS_DIFFER', 'warning', 'industryProjects', origin);
    if (guaranteedRate === null) continue;
    for (const share of own) {
      if (share.dividendDue + 1 < share.principal * guaranteedRate)
        findings.add('DIVIDEND_BELOW_GUARANTEE', 'warning', 'shares', share.origin);
    }
  }
}
