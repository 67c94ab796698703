import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import { type HouseholdReference, readReference } from '../household-index.ts';
import type { Origin } from '../origin.ts';
import { readRows } from '../rows.ts';

/** One official who answers for one object (domain.md §4, D9); a household is named by its tokens. */
export interface Link extends HouseholdReference {
  readonly origin: Origin;
  readonly objectType: string | null;
  /** Number or name of the object; `null` of a household. */
  readonly objectId: string | null;
  readonly level: string | null;
  /** The official, as a token of the county. */
  readonly official: string;
  readonly letterSigned: boolean;
  readonly start: Day;
  /** The day the official was released 脱钩, not later than the data date; `null` while the link is open. */
  readonly ended: Day | null;
  /** Begun and not ended. */
  readonly active: boolean;
  readonly due: Day | null;
  readonly closed: boolean;
}

/** Reads a responsibilities batch at its data date: a later day is a plan and has not happened. */
export function readLinks(batch: BatchInput): readonly Link[] {
  return readRows(batch, (cells, origin) => {
    const reached = (column: string): Day | null => {
      const day = cells.text(column);
      return day !== null && day <= batch.dataDate ? day : null;
    };
    const start = cells.text('startDate') ?? batch.dataDate;
    const ended = reached('endDate');
    return {
      origin,
      ...readReference(cells),
      objectType: cells.text('objectType'),
      objectId: cells.text('objectId'),
      level: cells.text('level'),
      official: cells.text('officialRef') ?? '',
      letterSigned: reached('letterSignedDate') !== null,
      start,
      ended,
      active: start <= batch.dataDate && ended === null,
      due: cells.text('dueDate'),
      closed: reached('closedDate') !== null,
    };
  });
}

/** Links of some kind of object at a level: county leaders of sites, village cadres of households. */
export function linksOf(
  links: readonly Link[],
  objectTypes: readonly string[],
  level: string,
): readonly Link[] {
  return links.filter(
    (link) => link.level === level && link.objectType !== null && objectTypes.includes(link.objectType),
  );
}
