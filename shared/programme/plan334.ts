import { type Day, dayNumber } from './calendar.ts';
import type { Policy } from './policy.ts';

/**
 * The “334” back-schedule: of a plan year's projects 30 % started by the end of December before, another
 * 30 % by the end of March, the last 40 % by the end of June, all completed by the end of September
 * (seed article; domain.md §1 row 8, §2 G12–G14).
 */

/** How the share due between two nodes is read: only at the node (`step`) or evenly in between (`linear`). */
export type PlanReading = 'step' | 'linear';

/** An exact non-negative fraction. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function fraction(num: number, den: number): Fraction {
  const divisor = gcd(num, den) || 1;
  return { num: num / divisor, den: den / divisor };
}

function nodeDay(planYear: number, node: { yearOffset: number; monthDay: string }): Day {
  return `${planYear + node.yearOffset}-${node.monthDay}`;
}

/** The nodes of a plan year with the share due to have started by the end of each, oldest first. */
export function startNodes(
  policy: Policy,
  planYear: number,
): readonly { readonly day: Day; readonly due: Fraction }[] {
  return policy.plan334.start.map((node) => ({
    day: nodeDay(planYear, node),
    due: fraction(node.cumulativePercent, 100),
  }));
}

/**
 * Share of the year's plan that is due to have started on a day, exact: 2017-04-21 gives 3/5 by step and
 * 9/13 = 0.692308 by the linear reading. “X 底前” includes the last day. Before the first node both are 0.
 */
export function startDue(policy: Policy, planYear: number, day: Day, reading: PlanReading): Fraction {
  let reached: { day: Day; percent: number } | null = null;
  for (const node of policy.plan334.start) {
    const due = nodeDay(planYear, node);
    if (due <= day) {
      reached = { day: due, percent: node.cumulativePercent };
      continue;
    }
    if (!reached) return { num: 0, den: 1 };
    if (reading === 'step') return fraction(reached.percent, 100);
    const length = dayNumber(due) - dayNumber(reached.day);
    const passed = dayNumber(day) - dayNumber(reached.day);
    const rise = node.cumulativePercent - reached.percent;
    return fraction(reached.percent * length + rise * passed, 100 * length);
  }
  return reached ? fraction(reached.percent, 100) : { num: 0, den: 1 };
}

/** The day by which all of a plan year is to be completed. */
export function completionDay(policy: Policy, planYear: number): Day {
  return nodeDay(planYear, policy.plan334.completion);
}

/** Share that is due to be completed on a day: 0 before 30 September of the plan year, 1 from it on. */
export function completionDue(policy: Policy, planYear: number, day: Day): Fraction {
  const due = day >= completionDay(policy, planYear);
  return { num: due ? 1 : 0, den: 1 };
}
