import { foldWord } from '../../text/fold.ts';
import type { AlertLog } from '../alerts.ts';
import { slice } from '../breakdowns.ts';
import type { BatchInput, TracedComponent } from '../facts.ts';
import { indexHouseholds } from '../household-index.ts';
import { compareOrigins, type Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { indexProjects } from '../project-index.ts';
import type { FindingLog } from '../publication-findings.ts';
import { readRows } from '../rows.ts';
import { readSites } from '../sites.ts';
import { groupByKey } from '../union.ts';
import type { DutyHousehold } from './households.ts';
import { type Link, linksOf } from './links.ts';

/** Whether every site, point of origin and household has its official (层层挂帮, domain.md §5.6). */

const programme = { personal: false } as const;

/** Where what is found on the way goes. */
export interface Logs {
  readonly findings: FindingLog;
  readonly alerts: AlertLog;
}

/**
 * Concentrated sites with an active county leader. A leader of a project is its site's, too; a site without one is an
 * alert, a link whose site is not found a finding.
 */
export function siteLeaderCoverage(
  links: readonly Link[],
  projects: BatchInput,
  { findings, alerts }: Logs,
): TracedComponent {
  const all = readSites(projects);
  const siteOf = indexProjects(all);
  const led = groupByKey(links, (link) => {
    if (link.objectType !== 'site' && link.objectType !== 'project') return null;
    const site = link.objectId === null ? null : siteOf(link.objectId);
    if (!site) findings.add('UNRESOLVED_PROJECT', 'warning', 'responsibilities', link.origin);
    return link.active && link.level === 'county' ? site : null;
  });
  const sites = all.filter(({ mode }) => mode === 'concentrated');
  for (const { projectId, origin } of sites.filter((site) => !led.has(site))) {
    alerts.raise('SITE_WITHOUT_LEADER', 'amber', {
      object: { project: projectId },
      since: projects.dataDate,
      amount: null,
      dataset: 'projects',
      origins: [origin],
    });
  }
  return partCount('resp.site_leader_coverage', sites, (site) => led.has(site), {
    ...programme,
    beside: (site) => originsOf(led.get(site)),
  });
}

/** Points of origin that the household list names, with an active township leader. */
export function originLeaderCoverage(links: readonly Link[], households: BatchInput): TracedComponent {
  const named = readRows(households, (cells, origin) => ({
    origin,
    point: foldWord(cells.text('originPointId') ?? ''),
  }));
  const points = [...groupByKey(named, ({ point }) => point || null)].flatMap(([point, homes]) => {
    const [first] = [...homes].sort((a, b) => compareOrigins(a.origin, b.origin));
    return point === null || !first ? [] : [{ point, origin: first.origin }];
  });
  const led = groupByKey(linksOf(links, ['origin'], 'township'), ({ active, objectId }) =>
    active && objectId !== null ? foldWord(objectId) : null,
  );
  return partCount('resp.origin_leader_coverage', points, ({ point }) => led.has(point), {
    ...programme,
    beside: ({ point }) => originsOf(led.get(point)),
  });
}

/** Households with an active village cadre; a link whose household is not found is a finding. */
export function householdCadreCoverage(
  links: readonly Link[],
  households: readonly DutyHousehold[],
  findings: FindingLog,
): TracedComponent {
  const householdOf = indexHouseholds(households);
  const led = groupByKey(links, (link) => {
    if (link.objectType !== 'household') return null;
    const household = householdOf(link);
    if (!household) findings.add('UNRESOLVED_HOUSEHOLD', 'warning', 'responsibilities', link.origin);
    return link.active && link.level === 'village' ? household : null;
  });
  return partCount('resp.household_cadre_coverage', households, (one) => led.has(one), {
    ...programme,
    beside: (household) => originsOf(led.get(household)),
  });
}

function originsOf(links: readonly Link[] = []): readonly Origin[] {
  return links.map(({ origin }) => origin);
}

/** Active links with a signed letter 责任状, tasks left out, by level (§9). */
export function letterSignedRate(links: readonly Link[]): readonly TracedComponent[] {
  const active = links.filter((link) => link.active && link.objectType !== 'task');
  return slice(active, 'level', ({ level }) => level).map(({ breakdown, rows }) =>
    partCount('resp.letter_signed_rate', rows, ({ letterSigned }) => letterSigned, {
      ...programme,
      breakdown,
    }),
  );
}
