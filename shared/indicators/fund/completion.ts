import type { Day } from '../../programme/calendar.ts';
import { sumOf } from '../breakdowns.ts';
import type { BatchInput, Pace } from '../facts.ts';
import { thresholdOn } from '../pace.ts';
import { add, atLeast, decimal, rational, zero } from '../rational.ts';
import { isSilent } from '../rows.ts';
import { disbursementRate } from './definitions.ts';
import type { FundedProject } from './projects.ts';

/**
 * The share of its money that a county should have paid: the completed of the planned households of its projects, less
 * the points that the limits allow (domain.md §5.4), never below 0. `null` where nobody says what is completed.
 */
export function paidByCompletion(
  batch: BatchInput,
  projects: readonly FundedProject[],
  day: Day,
): Pace | null {
  const threshold = thresholdOn(disbursementRate, day);
  const planned = sumOf(projects, ({ plannedHouseholds }) => plannedHouseholds);
  if (!threshold || planned === 0 || isSilent(batch, 'completedHouseholds')) return null;
  const completed = sumOf(projects, ({ completedHouseholds }) => completedHouseholds);
  const share = (points: number) => {
    const due = add(rational(completed, planned), decimal(points));
    const { num, den } = atLeast(due, zero) ? due : zero;
    return { num: Number(num), den: Number(den) };
  };
  return { green: share(threshold.green), amber: share(threshold.amber) };
}
