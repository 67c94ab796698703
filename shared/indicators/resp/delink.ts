import { addDays, type Day } from '../../programme/calendar.ts';
import type { DutyLimits } from '../../programme/duty-limits.ts';
import type { AlertLog } from '../alerts.ts';
import type { TracedComponent } from '../facts.ts';
import { groupMembers } from '../household-index.ts';
import { component, tallyRows } from '../trace.ts';
import { type DutyHousehold, isReleased } from './households.ts';
import type { Link } from './links.ts';

/** Another official answers for the household by the last day of grace and after the first one left. */
function hasSuccessor(link: Link, others: readonly Link[], left: Day, lastDay: Day): boolean {
  return others.some(
    (other) => other !== link && other.start <= lastDay && (other.ended === null || other.ended > left),
  );
}

/**
 * 搬迁不完成、群众不脱贫、干部不脱钩: links of households that ended although the household had not moved in, or was
 * not out of poverty, on that day, and nobody took over within the days of the policy (domain.md §5.6, §9). Judged
 * when these days have passed; links whose household is not found are not. Of all links of households.
 */
export function delinkViolations(
  links: readonly Link[],
  households: readonly DutyHousehold[],
  day: Day,
  { successorDays }: DutyLimits,
  alerts: AlertLog,
): TracedComponent {
  const own = links.filter(({ objectType }) => objectType === 'household');
  const judged = [...groupMembers(households, own)].flatMap(([household, group]) =>
    group.map((link) => ({ origin: link.origin, link, household, group })),
  );
  const early = judged.filter(({ link, household, group }) => {
    if (link.ended === null || isReleased(household, link.ended)) return false;
    const lastDay = addDays(link.ended, successorDays);
    return lastDay <= day && !hasSuccessor(link, group, link.ended, lastDay);
  });
  for (const { origin, link } of early) {
    alerts.raise('EARLY_DELINK', 'red', {
      object: {},
      since: link.ended ?? day,
      amount: null,
      dataset: 'responsibilities',
      origins: [origin],
    });
  }
  const beside = ({ household }: (typeof judged)[number]) => [household.origin];
  return component(
    { indicator: 'resp.delink_violations', parameters: {}, breakdown: {}, n: null },
    tallyRows(early, beside),
    tallyRows(judged),
  );
}
