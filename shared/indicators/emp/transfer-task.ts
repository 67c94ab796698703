import type { Day } from '../../programme/calendar.ts';
import type { Policy } from '../../programme/policy.ts';
import type { TracedComponent } from '../facts.ts';
import { pacedBy, yearsPassed } from '../pace.ts';
import { component, tallyFigure, tallyRows } from '../trace.ts';
import { transferTaskDefinition } from './assistance-definitions.ts';
import type { Person } from './persons.ts';

/**
 * 转移就业任务完成率: those brought into work by transfer since the year began, against the county's task for the
 * year of the data (domain.md §5.2). The task is a figure of the policy; without it there is no data.
 */
export function transferTask(
  persons: readonly Person[],
  day: Day,
  area: string,
  policy: Policy,
): readonly TracedComponent[] {
  const year = day.slice(0, 4);
  const task = policy.transferTasks[year]?.[area];
  if (task === undefined) return [];
  const placed = persons.filter(
    ({ employed, assisted, hiredDate }) =>
      employed && assisted && hiredDate?.startsWith(year) === true && hiredDate <= day,
  );
  const pace = pacedBy(transferTaskDefinition, yearsPassed(Number(year), Number(year), day), day);
  const cell = { indicator: transferTaskDefinition.id, parameters: {}, breakdown: {}, n: null };
  return [component({ ...cell, ...(pace ? { pace } : {}) }, tallyRows(placed), tallyFigure(task))];
}
