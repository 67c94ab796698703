import { addDays, type Day } from '../../programme/calendar.ts';
import type { PetitionLimits } from '../../programme/duty-limits.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { isSilent } from '../rows.ts';
import { uniteBatches } from '../union.ts';

/** A petition, or what an inspection or audit found, brought up to date by its number (domain.md §4, D10). */
export interface Issue {
  readonly origin: Origin;
  readonly issueNo: string;
  readonly issueType: string | null;
  /** `false`: an inspection that found nothing; it counts for the coverage of inspections only. */
  readonly found: boolean;
  readonly projectId: string | null;
  readonly received: Day;
  readonly assigned: Day | null;
  readonly responded: Day | null;
  readonly closed: Day | null;
  /** As stated, else the day of the petition rules, with its extension. */
  readonly due: Day;
  readonly repeats: boolean;
}

/**
 * The issues of all batches up to `day`, each as its newest batch has it. A day later than `day` has not happened:
 * the date is a plan, and an issue received later is none.
 */
export function readIssues(
  batches: readonly BatchInput[],
  day: Day,
  limits: PetitionLimits,
): readonly Issue[] {
  const reached = (date: Day | null): Day | null => (date !== null && date <= day ? date : null);
  return uniteBatches(
    batches,
    (cells, origin): Issue => {
      const received = cells.text('receivedDate') ?? day;
      const extension = cells.flag('extended') === true ? limits.extensionDays : 0;
      return {
        origin,
        issueNo: cells.text('issueNo') ?? '',
        issueType: cells.text('issueType'),
        found: cells.flag('found') !== false,
        projectId: cells.text('projectId'),
        received,
        assigned: reached(cells.text('assignedDate')),
        responded: reached(cells.text('respondedDate')),
        closed: reached(cells.text('closedDate')),
        due: cells.text('dueDate') ?? addDays(received, limits.conclusionDays + extension),
        repeats: (cells.text('repeatOf') ?? '') !== '',
      };
    },
    ({ issueNo }) => issueNo,
  ).filter(({ received }) => received <= day);
}

/** Whether no batch says anything in a column. */
export function areSilent(batches: readonly BatchInput[], column: string): boolean {
  return batches.every((batch) => isSilent(batch, column));
}
