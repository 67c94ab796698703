import { addDays, type Day } from '../../shared/programme/calendar.ts';
import { apportion } from './apportion.ts';
import type { Purpose, Source } from './entries.ts';
import { type Project, stateOn } from './projects.ts';

/** Mix of the money of a project beside what households raise themselves, per thousand. */
export const mix: readonly { readonly source: Source; readonly share: number; readonly purpose: Purpose }[] =
  [
    { source: 'central_budget', share: 145, purpose: 'housing' },
    { source: 'local_bond', share: 175, purpose: 'infrastructure' },
    { source: 'special_fund', share: 90, purpose: 'public_service' },
    { source: 'policy_loan', share: 590, purpose: 'housing' },
  ];

/** Share of a month's allocations that has arrived by its end, city-wide; counties deviate a little. */
export const arrival: Readonly<Record<string, number>> = {
  '2016-07': 0.45,
  '2016-08': 0.6,
  '2016-09': 0.72,
  '2016-10': 0.85,
  '2016-11': 0.93,
  '2016-12': 0.97,
  '2017-01': 0.8,
  '2017-02': 0.8,
  '2017-03': 0.83,
  '2017-04': 0.86,
};

/** Down to whole hundreds of yuan, which are exact in 万元 with two decimals. */
export const hundred = (yuan: number): number => Math.floor(yuan / 100) * 100;

/** What of a project is financed by 2017-04: all of 2016's, the greater part of the begun ones of 2017. */
export function financed(project: Project, selfRaised: number): Map<Source, number> {
  const whole = hundred(project.investmentYuan * (project.planYear === 2016 ? 0.97 : 0.75));
  const parts = apportion(
    (whole - hundred(selfRaised)) / 100,
    mix.map(({ share }) => share),
  );
  const money = new Map<Source, number>(mix.map(({ source }, i) => [source, (parts[i] ?? 0) * 100]));
  if (selfRaised > 0) money.set('self_raised', hundred(selfRaised));
  return money;
}

/** Month in which a project's money is allocated: when it is begun, not before the ledger or the new year. */
export function allocationMonth(project: Project): string | null {
  const start = project.phases[0]?.milestones?.start;
  if (!start) return null;
  const earliest = project.planYear === 2016 ? '2016-07' : '2017-01';
  return [start.slice(0, 7), earliest].sort()[1] ?? earliest;
}

/** Share of its allocation that a project has been paid by a day: by progress of building. */
export function dueShare(project: Project, day: Day): number {
  const before = stateOn(project, addDays(day, -25));
  const now = stateOn(project, day);
  if (now.acceptanceDate) return day > addDays(now.acceptanceDate, 90) ? 0.95 : 0.9;
  if (now.completionDate) return 0.8;
  const longer = stateOn(project, addDays(day, -70));
  const started = before.started / project.households;
  return started === 0 ? 0 : 0.36 * started + 0.34 * (longer.started / project.households);
}
