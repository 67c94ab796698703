import { type AlertLog, newAlertLog } from '../alerts.ts';
import type { BatchInput, Component, FamilyInput, FamilyResult } from '../facts.ts';
import { type AreaRule, areaRuleOf, isMeasured, isWithinArea } from '../housing-area.ts';
import { partCount } from '../part-count.ts';
import { isSilent } from '../rows.ts';
import { checkAreas, checkProjects } from './check-sites.ts';
import { readHoused } from './houses.ts';
import { nearColumns, reachColumns, readBuilt } from './projects.ts';

const programme = { personal: false } as const;

/**
 * Siting, quality and housing (site, domain.md §5.5) of one county: the projects file answers for sites and
 * works, the household list for area and deeds. A column nobody filled is no data.
 */
export function computeSite({ batches, policy }: FamilyInput): FamilyResult {
  const alerts = newAlertLog();
  const [projects, households] = [batches.projects?.at(-1), batches.households?.at(-1)];
  const components = [
    ...(projects ? ofProjects(projects, alerts) : []),
    ...(households ? ofHouses(households, areaRuleOf(policy), alerts) : []),
  ];
  return { components, findings: [], alerts: alerts.list() };
}

function ofProjects(batch: BatchInput, alerts: AlertLog): readonly Component[] {
  const projects = readBuilt(batch);
  const says = (columns: readonly string[]): boolean => columns.some((column) => !isSilent(batch, column));
  const asksFiling = says(['filingResult']);
  checkProjects(projects, { asksFiling, day: batch.dataDate }, alerts);
  const sites = projects.filter(({ isSite }) => isSite);
  const answered = sites.filter(({ avoid }) => !avoid.includes(null));
  const scored = sites
    .filter(({ reach }) => !reach.includes(null))
    .flatMap(({ origin, reach }) => reach.map((reply) => ({ origin, reply })));
  const started = projects.filter(({ startedOn }) => startedOn !== null);
  const accepted = projects.filter(({ acceptance }) => acceptance !== null);
  return [
    partCount('site.avoid_compliance', answered, ({ avoid }) => !avoid.includes(false), programme),
    partCount('site.avoid_unanswered', sites, ({ avoid }) => avoid.includes(null), programme),
    ...(says(nearColumns)
      ? [partCount('site.near_compliance', sites, ({ near }) => near.includes(true), programme)]
      : []),
    ...(says(reachColumns)
      ? [partCount('site.reach_score', scored, ({ reply }) => reply === true, programme)]
      : []),
    ...(asksFiling
      ? [partCount('site.filing_rate', started, ({ filedBeforeStart }) => filedBeforeStart, programme)]
      : []),
    ...(says(['qualityLetterSigned'])
      ? [partCount('site.lifetime_quality_rate', started, (one) => one.qualityLetterSigned, programme)]
      : []),
    ...(says(['acceptanceResult'])
      ? [partCount('site.acceptance_rate', accepted, ({ acceptance }) => acceptance !== 'failed', programme)]
      : []),
  ];
}

function ofHouses(batch: BatchInput, rule: AreaRule, alerts: AlertLog): readonly Component[] {
  const houses = readHoused(batch);
  checkAreas(houses, rule, batch.dataDate, alerts);
  const movedIn = houses.filter((house) => house.movedIn);
  return [
    ...(isSilent(batch, 'houseArea')
      ? []
      : [
          partCount(
            'site.area_compliance',
            houses.filter(isMeasured),
            (house) => isWithinArea(house, rule),
            programme,
          ),
        ]),
    ...(isSilent(batch, 'deedIssued')
      ? []
      : [partCount('site.deed_rate', movedIn, ({ deed }) => deed, programme)]),
  ];
}
