import type { BatchInput, Component } from '../facts.ts';
import { type Household, indexHouseholds, readReference } from '../household-index.ts';
import { indexProjects } from '../project-index.ts';
import { readRows } from '../rows.ts';
import type { IndustryProject } from './industry.ts';
import type { Share } from './shares.ts';

/** Households with a valid share: one with principal that resolves to a household. */
export function shareholders(shares: readonly Share[]): ReadonlySet<Household> {
  return new Set(shares.flatMap(({ household, principal }) => (principal > 0 && household) || []));
}

/**
 * Moved-in registered households with a valid share, or with a member employed at a base 基地 or workshop
 * 扶贫车间, over all moved-in registered households (§9).
 */
export function industryCoverage(
  households: readonly Household[],
  shares: readonly Share[],
  persons: BatchInput,
): Component {
  const householdOf = indexHouseholds(households);
  const linked = new Set(shareholders(shares));
  for (const { employed, reference } of readRows(persons, (cells) => ({
    employed: cells.text('employmentStatus') === 'employed' && forms.has(cells.text('employmentForm')),
    reference: readReference(cells),
  }))) {
    const household = employed ? householdOf(reference) : null;
    if (household) linked.add(household);
  }
  const relocated = households.filter(({ registered, movedIn }) => registered && movedIn);
  const num = relocated.filter((household) => linked.has(household)).length;
  const den = relocated.length;
  return { indicator: 'share.industry_coverage', parameters: {}, breakdown: {}, num, den, n: den };
}

const forms: ReadonlySet<string | null> = new Set(['base', 'workshop']);

/** Concentrated sites 集中安置点 that an industry project names, over all of them. */
export function siteIndustryCoverage(industry: readonly IndustryProject[], projects: BatchInput): Component {
  const sites = readRows(projects, (cells) => ({
    projectId: cells.text('projectId') ?? '',
    projectName: cells.text('projectName'),
    mode: cells.text('mode'),
  }));
  const siteOf = indexProjects(sites);
  const linked = new Set(industry.flatMap(({ site }) => (site !== null && siteOf(site)) || []));
  const concentrated = sites.filter(({ mode }) => mode === 'concentrated');
  return {
    indicator: 'share.site_industry_coverage',
    parameters: {},
    breakdown: {},
    num: concentrated.filter((site) => linked.has(site)).length,
    den: concentrated.length,
    n: null,
  };
}
