import { spanOf } from '../../programme/periods.ts';
import { newAlertLog } from '../alerts.ts';
import type { BatchInput, FamilyInput, FamilyResult, TracedComponent } from '../facts.ts';
import { type Household, indexHouseholds, readHouseholds } from '../household-index.ts';
import { type SiteCells, siteCells, sliceBySite } from '../open-sites.ts';
import { partCount } from '../part-count.ts';
import { newFindingLog } from '../publication-findings.ts';
import { readRows } from '../rows.ts';
import { component, tally } from '../trace.ts';
import { checkAgreements } from './agreements.ts';
import { checkShares } from './check-shares.ts';
import { fewestContributors } from './contributors.ts';
import { industryCoverage, shareholders, sharesOf, siteIndustryCoverage } from './coverage.ts';
import { dividendRates, equalHandout, guaranteeMet } from './dividends.ts';
import { type Holding, investmentRates, principalRates } from './equity.ts';
import { type IndustryProject, readIndustry } from './industry.ts';
import { newestDividendYear, newestHoldings, readShares, type Share } from './shares.ts';

/**
 * Industry and shares (share, domain.md §5.3) of one county, in 分 and households. Dividends and coverage are
 * those of the newest dividend year, not later than the period's, that the shares speak of; none: no data.
 * Principal is that of the newest year of each holding. What lacks a file it reads has no data.
 */
export function computeShare(input: FamilyInput): FamilyResult {
  const { year } = spanOf(input.period);
  const limits = input.policy.shares;
  const findings = newFindingLog(input.batches);
  const alerts = newAlertLog();
  const components: TracedComponent[] = [];
  const { industryProjects, households: householdBatches, persons, projects } = input.batches;
  const industryBatch = industryProjects?.at(-1);
  const industry = industryBatch ? readIndustry(industryBatch, year) : [];
  if (industryBatch) components.push(conversionRate(industry));
  const householdsBatch = householdBatches?.at(-1);
  const households = householdsBatch ? readHouseholds(householdsBatch) : [];
  const sites = siteCells(input.area, projects?.at(-1));
  const shares = readShares(input.batches.shares ?? [], indexHouseholds(households), ({ origin }) =>
    findings.add('SHARE_CONFLICT', 'warning', 'shares', origin),
  );
  for (const { household, origin } of householdsBatch ? shares : []) {
    if (!household) findings.add('UNRESOLVED_HOUSEHOLD', 'warning', 'shares', origin);
  }
  if (industryBatch) checkAgreements(industryBatch, shares, findings);
  const known = shares.filter((share) => share.year <= year);
  const dividendYear = newestDividendYear(shares, year);
  const ofYear = shares.filter((share) => share.year === dividendYear);
  const personsBatch = persons?.at(-1);
  if (dividendYear !== null) {
    components.push(dividendPaidRate(ofYear));
    if (householdsBatch) components.push(...householdCoverage(households, ofYear, sites));
    if (householdsBatch && personsBatch) {
      components.push(...industryCoverage(households, ofYear, personsBatch, sites));
    }
    components.push(...dividendRates(ofYear, limits), equalHandout(known, limits));
    if (industryBatch) components.push(guaranteeMet(inProjects(ofYear, industry)));
  }
  const holdings = inProjects(newestHoldings(shares, year), industry);
  const day = (industryBatch ?? input.batches.shares?.at(-1))?.dataDate;
  if (industryBatch) {
    components.push(...investmentRates(industry));
    const site = projects?.at(-1);
    if (site) components.push(siteIndustryCoverage(industry, site));
    if (dividendYear !== null) {
      components.push(...principalRates(industry, holdings, { day: industryBatch.dataDate, limits }));
    }
  }
  const contractors = contractorsIn(input.batches.fundParties?.at(-1));
  if (day !== undefined) checkShares({ industry, shares: known, holdings, day, contractors, limits, alerts });
  const names = sites ? { names: sites.names } : {};
  return { components, findings: findings.list(), alerts: alerts.list(), ...names };
}

/** Credit codes of the contractors that a register of parties knows; none without one. */
function contractorsIn(register: BatchInput | undefined): ReadonlySet<string> {
  const codes = register
    ? readRows(register, (cells) => (cells.text('role') === 'contractor' ? cells.text('partyId') : null))
    : [];
  return new Set(codes.flatMap((code) => code ?? []));
}

/** Shares with the industry project they are in. */
function inProjects(shares: readonly Share[], industry: readonly IndustryProject[]): readonly Holding[] {
  const byId = new Map(industry.map((project) => [project.industryId, project]));
  return shares.flatMap((share) => {
    const project = byId.get(share.industryId);
    return project ? [{ share, project }] : [];
  });
}

const whole = { parameters: {}, breakdown: {} };

/** What is converted lies inside what was invested, each project by itself. */
function conversionRate(industry: readonly IndustryProject[]): TracedComponent {
  return component(
    { indicator: 'share.conversion_rate', ...whole, n: null },
    tally(industry, ({ convertedToShares, fiscalInvested }) => Math.min(convertedToShares, fiscalInvested)),
    tally(industry, ({ fiscalInvested }) => fiscalInvested),
  );
}

/** A household that is paid more than its due does not make up for another. */
function dividendPaidRate(shares: readonly Share[]): TracedComponent {
  const due = shares.filter(({ dividendDue }) => dividendDue > 0);
  const paid = due.filter(({ dividendPaid }) => dividendPaid > 0);
  const owing = due.filter(({ dividendDue, dividendPaid }) => dividendPaid < dividendDue);
  return component(
    { indicator: 'share.dividend_paid_rate', ...whole, n: fewestContributors([due, paid, owing]) },
    tally(shares, ({ dividendPaid, dividendDue }) => Math.min(dividendPaid, dividendDue)),
    tally(shares, ({ dividendDue }) => dividendDue),
  );
}

/** Only moved-in registered households count, above and below. */
function householdCoverage(
  households: readonly Household[],
  shares: readonly Share[],
  sites: SiteCells | null,
): readonly TracedComponent[] {
  const holders = shareholders(shares);
  const relocated = households.filter(({ registered, movedIn }) => registered && movedIn);
  const beside = sharesOf(shares);
  return sliceBySite(relocated, sites?.ofHousehold ?? null).map(({ breakdown, rows }) =>
    partCount('share.household_coverage', rows, (household) => holders.has(household), { breakdown, beside }),
  );
}
