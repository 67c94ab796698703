import { spanOf } from '../../programme/periods.ts';
import { sumOf } from '../breakdowns.ts';
import type { BatchInput, Component, FamilyInput, FamilyResult } from '../facts.ts';
import { type Household, indexHouseholds, readHouseholds } from '../household-index.ts';
import { newFindingLog } from '../publication-findings.ts';
import { readRows } from '../rows.ts';
import { groupByKey } from '../union.ts';
import { checkAgreements } from './agreements.ts';
import { newestDividendYear, readShares, type Share } from './shares.ts';

/**
 * Industry and shares (share, domain.md §5.3) of one county, in 分 and households. Dividends and coverage are
 * those of the newest dividend year, not later than the period's, that the shares speak of; none: no data.
 */
export function computeShare(input: FamilyInput): FamilyResult {
  const { year } = spanOf(input.period);
  const findings = newFindingLog();
  const components: Component[] = [];
  const industry = input.batches.industryProjects?.at(-1);
  if (industry) components.push(conversionRate(industry, year));
  const householdsBatch = input.batches.households?.at(-1);
  const households = householdsBatch ? readHouseholds(householdsBatch) : [];
  const shares = readShares(input.batches.shares ?? [], indexHouseholds(households));
  for (const { household, origin } of householdsBatch ? shares : []) {
    if (!household) findings.add('UNRESOLVED_HOUSEHOLD', 'warning', 'shares', origin);
  }
  if (industry) checkAgreements(industry, shares, findings);
  const dividendYear = newestDividendYear(shares, year);
  if (dividendYear !== null) {
    const ofYear = shares.filter((share) => share.year === dividendYear);
    components.push(dividendPaidRate(ofYear));
    if (householdsBatch) components.push(householdCoverage(households, ofYear));
  }
  return { components, findings: findings.list() };
}

const whole = { parameters: {}, breakdown: {} };

/** Each industry project counts once, by its row of the newest year not later than the period's (R5). */
function conversionRate(batch: BatchInput, year: number): Component {
  const rows = readRows(batch, (cells) => ({
    industryId: cells.text('industryId') ?? '',
    year: cells.number('year') ?? 0,
    fiscalInvested: cells.number('fiscalInvested') ?? 0,
    convertedToShares: cells.number('convertedToShares') ?? 0,
  })).filter((row) => row.year <= year);
  const newest = [...groupByKey(rows, ({ industryId }) => industryId).values()].flatMap((years) =>
    [...years].sort((a, b) => b.year - a.year).slice(0, 1),
  );
  return {
    indicator: 'share.conversion_rate',
    ...whole,
    num: sumOf(newest, ({ convertedToShares, fiscalInvested }) =>
      Math.min(convertedToShares, fiscalInvested),
    ),
    den: sumOf(newest, ({ fiscalInvested }) => fiscalInvested),
    n: null,
  };
}

/** A household that is paid more than its due does not make up for another. */
function dividendPaidRate(shares: readonly Share[]): Component {
  return {
    indicator: 'share.dividend_paid_rate',
    ...whole,
    num: sumOf(shares, ({ dividendPaid, dividendDue }) => Math.min(dividendPaid, dividendDue)),
    den: sumOf(shares, ({ dividendDue }) => dividendDue),
    n: new Set(shares.map(({ holder }) => holder)).size,
  };
}

/** A valid share has principal and a household; only moved-in registered households count, above and below. */
function householdCoverage(households: readonly Household[], shares: readonly Share[]): Component {
  const holders = new Set(shares.flatMap(({ household, principal }) => (principal > 0 && household) || []));
  const relocated = households.filter(({ registered, movedIn }) => registered && movedIn);
  const den = relocated.length;
  const num = relocated.filter((household) => holders.has(household)).length;
  return { indicator: 'share.household_coverage', ...whole, num, den, n: den };
}
