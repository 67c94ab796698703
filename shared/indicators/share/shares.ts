import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import { type Household, type HouseholdReference, readReference } from '../household-index.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { groupByKey, uniteBatches } from '../union.ts';

/** A household's stake in an industry project in one dividend year (domain.md §4, D6); money in 分. */
export interface Share {
  readonly origin: Origin;
  readonly industryId: string;
  readonly year: number;
  readonly principal: number;
  readonly dividendDue: number;
  readonly dividendPaid: number;
  /** Not later than the dataDate of its own file: a later date is a plan, not a payment. */
  readonly paidDate: Day | null;
  /** 财政资金量化: programme money turned into the household's share. */
  readonly quantified: boolean;
  readonly certificateNo: string | null;
  readonly inCash: boolean;
  readonly household: Household | null;
  /** The household's key, or what was typed when it finds none. */
  readonly holder: string;
  /** Everything the row says but how it names the household, for comparing rows. */
  readonly content: string;
}

const texts = [
  'industryId',
  'shareSource',
  'certificateNo',
  'paidDate',
  'payMethod',
  'bankAccountToken',
] as const;
const amounts = ['year', 'sharePrincipal', 'dividendDue', 'dividendPaid'] as const;

/**
 * Adds up the shares batches. The natural key names the household itself, so a row that typed 户编号 and a
 * later one that typed the head's ID number are one record. Where both stand in one file, which ingest cannot
 * see, the later row counts; `onConflict` is told of it unless they say the same.
 */
export function readShares(
  batches: readonly BatchInput[],
  householdOf: (reference: HouseholdReference) => Household | null,
  onConflict: (counted: Share) => void = () => {},
): readonly Share[] {
  const dayOf = new Map(batches.map(({ id, dataDate }) => [id, dataDate]));
  return uniteBatches(
    batches,
    (cells, origin): Share => {
      const reference = readReference(cells);
      const household = householdOf(reference);
      const paidDate = cells.text('paidDate');
      return {
        origin,
        industryId: cells.text('industryId') ?? '',
        year: cells.number('year') ?? 0,
        principal: cells.number('sharePrincipal') ?? 0,
        dividendDue: cells.number('dividendDue') ?? 0,
        dividendPaid: cells.number('dividendPaid') ?? 0,
        paidDate: paidDate !== null && paidDate <= (dayOf.get(origin.batch) ?? '') ? paidDate : null,
        quantified: cells.text('shareSource') === 'fiscal_quantified',
        certificateNo: cells.text('certificateNo'),
        inCash: cells.text('payMethod') === 'cash',
        household,
        holder: household?.headIdToken ?? typed(reference),
        content: JSON.stringify([
          ...texts.map((name) => cells.text(name)),
          ...amounts.map((name) => cells.number(name)),
        ]),
      };
    },
    ({ industryId, holder, year }) => `${industryId} ${holder} ${year}`,
    { within: (rows) => lastOf(rows, onConflict) },
  );
}

/** Both tokens where both were typed: one alone may be the key of a household that the row does not name. */
function typed({ headIdToken, householdNoToken }: HouseholdReference): string {
  return [headIdToken, householdNoToken].filter((token) => token !== null).join(' ');
}

/** Of one household's rows in a file the last in reading order; the first where all of them say the same. */
function lastOf(rows: readonly Share[], onConflict: (counted: Share) => void): readonly Share[] {
  const inOrder = [...rows].sort((a, b) => compareOrigins(a.origin, b.origin));
  const [first] = inOrder;
  if (inOrder.every(({ content }) => content === first?.content)) return inOrder.slice(0, 1);
  const last = inOrder.slice(-1);
  for (const share of last) onConflict(share);
  return last;
}

/** The newest dividend year not later than `latest` of which there are rows; `null` when there is none. */
export function newestDividendYear(shares: readonly Share[], latest: number): number | null {
  const years = shares.map(({ year }) => year).filter((year) => year > 0 && year <= latest);
  return years.reduce<number | null>((a, b) => (a !== null && a >= b ? a : b), null);
}

/** Shares as holdings: per project and household the row of the newest year not later than `latest` (§9, Principal). */
export function newestHoldings(shares: readonly Share[], latest: number): readonly Share[] {
  const known = shares.filter(({ year }) => year <= latest);
  return [...groupByKey(known, ({ industryId, holder }) => `${industryId} ${holder}`).values()].flatMap(
    (years) => [...years].sort((a, b) => b.year - a.year).slice(0, 1),
  );
}
