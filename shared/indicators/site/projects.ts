import type { Day } from '../../programme/calendar.ts';
import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { readRows } from '../rows.ts';

/** The four prohibitions on siting 四避开: all must be answered yes, avoided (domain.md §1, rows 11–13). */
export const avoidColumns = [
  'avoidGeohazard',
  'avoidFlood',
  'avoidEcoReserve',
  'avoidPrimeFarmland',
] as const;
/** The four anchors 四靠近: one must be near. */
export const nearColumns = ['nearTown', 'nearParkScenic', 'nearNewCommunity', 'nearCentralVillage'] as const;
/** The four outcomes 四达到: a score. */
export const reachColumns = ['reachValue', 'reachIncome', 'reachInfra', 'reachServices'] as const;

/** An answer of the county; `null`: not answered. */
type Reply = boolean | null;

/** A project as the siting and quality rules look at it (domain.md §4, D2). */
export interface BuiltProject {
  readonly origin: Origin;
  readonly projectId: string;
  /** A settlement site 安置点: concentrated. A scattered batch has no site to answer for. */
  readonly isSite: boolean;
  readonly avoid: readonly Reply[];
  readonly near: readonly Reply[];
  readonly reach: readonly Reply[];
  /** Its filing review has passed (domain.md §9); the date of it, where given, is past. */
  readonly filed: boolean;
  /** Start by the file's own dataDate; a later one is a plan. */
  readonly startedOn: Day | null;
  /** Filed on a known day not later than the start. */
  readonly filedBeforeStart: boolean;
  readonly qualityLetterSigned: boolean;
  /** Conclusion of the acceptance, unless its date is yet to come. */
  readonly acceptance: string | null;
}

/** Reads a projects batch. */
export function readBuilt(batch: BatchInput): readonly BuiltProject[] {
  return readRows(batch, (cells, origin) => {
    const past = (column: string): Day | null => {
      const day = cells.text(column);
      return day !== null && day <= batch.dataDate ? day : null;
    };
    const isAhead = (column: string): boolean => cells.text(column) !== null && past(column) === null;
    const replies = (columns: readonly string[]): readonly Reply[] => columns.map((one) => cells.flag(one));
    const filed = cells.text('filingResult') === 'passed' && !isAhead('filingDate');
    const [filedOn, startedOn] = [past('filingDate'), past('startDate')];
    return {
      origin,
      projectId: cells.text('projectId') ?? '',
      isSite: cells.text('mode') === 'concentrated',
      avoid: replies(avoidColumns),
      near: replies(nearColumns),
      reach: replies(reachColumns),
      filed,
      startedOn,
      filedBeforeStart: filed && filedOn !== null && startedOn !== null && filedOn <= startedOn,
      qualityLetterSigned: cells.flag('qualityLetterSigned') === true,
      acceptance: isAhead('acceptanceDate') ? null : cells.text('acceptanceResult'),
    };
  });
}
