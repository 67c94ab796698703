import type { Day } from '../../programme/calendar.ts';
import type { AlertLog } from '../alerts.ts';
import { type AreaRule, isMeasured, isWithinArea } from '../housing-area.ts';
import { groupByKey } from '../union.ts';
import type { Housed } from './houses.ts';
import type { BuiltProject } from './projects.ts';
import { type SiteRuleCode, siteRules } from './rules.ts';

/** Raises sites on forbidden ground and projects that began before their filing had passed. */
export function checkProjects(
  projects: readonly BuiltProject[],
  { asksFiling, day }: { readonly asksFiling: boolean; readonly day: Day },
  alerts: AlertLog,
): void {
  const raise = (code: SiteRuleCode, { projectId, origin }: BuiltProject, since: Day): void =>
    alerts.raise(code, severityOf(code), {
      object: { project: projectId },
      since,
      amount: null,
      dataset: 'projects',
      origins: [origin],
    });
  for (const project of projects) {
    const { isSite, avoid, filed, startedOn, filedBeforeStart } = project;
    const unsafe = avoid.includes(false) || (filed && avoid.includes(null));
    if (isSite && unsafe) raise('SITE_PROHIBITED', project, day);
    if (asksFiling && startedOn !== null && !filedBeforeStart)
      raise('START_BEFORE_FILING', project, startedOn);
  }
}

/** Raises houses above the red line, project by project as the households name it. */
export function checkAreas(houses: readonly Housed[], rule: AreaRule, day: Day, alerts: AlertLog): void {
  const over = houses.filter((one) => isMeasured(one) && !isWithinArea(one, rule));
  for (const [project, own] of groupByKey(over, ({ projectId }) => projectId ?? '')) {
    alerts.raise('AREA_OVER_LIMIT', severityOf('AREA_OVER_LIMIT'), {
      object: project === '' ? {} : { project },
      since: day,
      amount: null,
      dataset: 'households',
      origins: own.map(({ origin }) => origin),
    });
  }
}

function severityOf(code: SiteRuleCode): 'red' | 'amber' {
  return siteRules.find((rule) => rule.code === code)?.severity ?? 'amber';
}
