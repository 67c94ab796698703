import type { BatchInput, TracedComponent } from '../facts.ts';
import { type Household, indexHouseholds, readReference } from '../household-index.ts';
import { type SiteCells, sliceBySite } from '../open-sites.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { indexProjects } from '../project-index.ts';
import { readRows } from '../rows.ts';
import { groupByKey } from '../union.ts';
import type { IndustryProject } from './industry.ts';
import type { Share } from './shares.ts';

/** Households with a valid share: one with principal that resolves to a household. */
export function shareholders(shares: readonly Share[]): ReadonlySet<Household> {
  return new Set(shares.flatMap(({ household, principal }) => (principal > 0 && household) || []));
}

/** The rows of the shares file that are a household's. */
export function sharesOf(shares: readonly Share[]): (household: Household) => readonly Origin[] {
  let own: ReadonlyMap<Household | null, readonly Share[]> | null = null;
  return (household) => {
    own ??= groupByKey(shares, (share) => share.household);
    return (own.get(household) ?? []).map(({ origin }) => origin);
  };
}

/**
 * Moved-in registered households with a valid share, or with a member employed at a base 基地 or workshop
 * 扶贫车间, over all moved-in registered households (§9).
 */
export function industryCoverage(
  households: readonly Household[],
  shares: readonly Share[],
  persons: BatchInput,
  sites: SiteCells | null,
): readonly TracedComponent[] {
  const householdOf = indexHouseholds(households);
  const linked = new Set(shareholders(shares));
  const workers = new Map<Household, Origin[]>();
  for (const { employed, reference, origin } of readRows(persons, (cells, origin) => ({
    origin,
    employed: cells.text('employmentStatus') === 'employed' && forms.has(cells.text('employmentForm')),
    reference: readReference(cells),
  }))) {
    const household = employed ? householdOf(reference) : null;
    if (!household) continue;
    linked.add(household);
    workers.set(household, [...(workers.get(household) ?? []), origin]);
  }
  const relocated = households.filter(({ registered, movedIn }) => registered && movedIn);
  const own = sharesOf(shares);
  return sliceBySite(relocated, sites?.ofHousehold ?? null).map(({ breakdown, rows }) =>
    partCount('share.industry_coverage', rows, (household) => linked.has(household), {
      breakdown,
      beside: (household) => [...own(household), ...(workers.get(household) ?? [])],
    }),
  );
}

const forms: ReadonlySet<string | null> = new Set(['base', 'workshop']);

/** Concentrated sites 集中安置点 that an industry project names, over all of them. */
export function siteIndustryCoverage(
  industry: readonly IndustryProject[],
  projects: BatchInput,
): TracedComponent {
  const sites = readRows(projects, (cells, origin) => ({
    origin,
    projectId: cells.text('projectId') ?? '',
    projectName: cells.text('projectName'),
    mode: cells.text('mode'),
  }));
  const siteOf = indexProjects(sites);
  const linked = groupByKey(industry, ({ site }) => (site === null ? null : siteOf(site)));
  const concentrated = sites.filter(({ mode }) => mode === 'concentrated');
  return partCount('share.site_industry_coverage', concentrated, (site) => linked.has(site), {
    personal: false,
    beside: (site) => (linked.get(site) ?? []).map(({ origin }) => origin),
  });
}
