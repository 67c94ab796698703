import { addDays, type Day, dayNumber } from '../../programme/calendar.ts';
import type { PetitionLimits } from '../../programme/duty-limits.ts';
import type { Component, TracedComponent } from '../facts.ts';
import { partCount } from '../part-count.ts';
import { component, tallyRows } from '../trace.ts';
import { groupByKey } from '../union.ts';
import type { Issue } from './issues.ts';

/** How issues are assigned, answered and closed (domain.md §5.7); inspections that found nothing are none. */

const programme = { personal: false } as const;
const investigated: ReadonlySet<string | null> = new Set(['inspection', 'audit']);

/** Not closed, and its day has passed. */
export function isOverdue({ due, closed }: Issue, day: Day): boolean {
  return closed === null && due < day;
}

/** Age band of an issue by the days it is past due. */
export function ageBand({ due }: Issue, day: Day, [first, second]: PetitionLimits['overdueBands']): string {
  const days = dayNumber(day) - dayNumber(due);
  if (days <= first) return 'up_to_30';
  return days <= second ? '31_to_90' : 'over_90';
}

/** The eight indicators of one county's issues at `day`. */
export function handlingRates(
  issues: readonly Issue[],
  day: Day,
  limits: PetitionLimits,
): readonly TracedComponent[] {
  const found = issues.filter((issue) => issue.found);
  const settled = found.filter(({ received }) => received < addDays(day, -limits.assignmentDays));
  const due = found.filter((issue) => issue.due <= day);
  return [
    partCount('issue.assigned_rate', settled, ({ assigned }) => assigned !== null, programme),
    partCount('issue.response_rate', due, ({ responded }) => responded !== null, programme),
    partCount('issue.closure_rate', due, ({ closed }) => closed !== null, programme),
    partCount('issue.ontime_rate', due, (one) => one.closed !== null && one.closed <= one.due, programme),
    ...overdue(found, day, limits),
    partCount('issue.repeat_rate', found, ({ repeats }) => repeats, programme),
    medianDays(found),
    partCount(
      'issue.rectified_rate',
      due.filter(({ issueType }) => investigated.has(issueType)),
      ({ closed }) => closed !== null,
      programme,
    ),
  ];
}

/** Overdue issues in all and by age band, each over all issues received, so that none is 0 and not nothing. */
function overdue(
  issues: readonly Issue[],
  day: Day,
  { overdueBands }: PetitionLimits,
): readonly TracedComponent[] {
  const count = (breakdown: Component['breakdown'], isIn: (issue: Issue) => boolean) =>
    partCount('issue.overdue', issues, (issue) => isOverdue(issue, day) && isIn(issue), {
      ...programme,
      breakdown,
    });
  return [
    count({}, () => true),
    ...['up_to_30', '31_to_90', 'over_90'].map((age) =>
      count({ age }, (issue) => ageBand(issue, day, overdueBands) === age),
    ),
  ];
}

/** Exact days from receipt to closing with how often each occurs; a closing before the receipt is no duration. */
function medianDays(issues: readonly Issue[]): TracedComponent {
  const lasting = issues.filter(({ received, closed }) => closed !== null && closed >= received);
  const days = ({ received, closed }: Issue) => dayNumber(closed ?? received) - dayNumber(received);
  const byDays = [...groupByKey(lasting, (issue) => String(days(issue)))];
  const values = Object.fromEntries(byDays.map(([count, group]) => [count, tallyRows(group)]));
  const cell = { indicator: 'issue.median_days', parameters: {}, breakdown: {}, n: null };
  return component(cell, tallyRows(lasting), tallyRows(issues), { values });
}
