import type { BatchInput } from '../facts.ts';
import type { Origin } from '../origin.ts';
import type { NamedProject } from '../project-index.ts';
import { readRows } from '../rows.ts';

/** A concentrated site or scattered batch as the relocation family reads it (domain.md §4, D2). */
export interface ProjectProgress extends NamedProject {
  readonly origin: Origin;
  readonly mode: string | null;
  readonly planYear: number | null;
  readonly plannedHouseholds: number;
  readonly plannedPersons: number;
  /** Households, never more than what they are a part of: started of planned, completed of planned, occupied of completed. */
  readonly startedHouseholds: number;
  readonly completedHouseholds: number;
  readonly occupiedHouseholds: number;
  /** By the file's own dataDate. */
  readonly started: boolean;
  readonly completed: boolean;
  /** Begun or finished by its dates, but how many households is left blank: they count as none. */
  readonly progressBlank: boolean;
}

/** Reads a projects batch. */
export function readProjects(batch: BatchInput): readonly ProjectProgress[] {
  return readRows(batch, (cells, origin) => {
    const reached = (column: string): boolean => {
      const day = cells.text(column);
      return day !== null && day <= batch.dataDate;
    };
    const plannedHouseholds = cells.number('plannedHouseholds') ?? 0;
    const inside = (column: string, whole: number) => Math.min(cells.number(column) ?? 0, whole);
    const completedHouseholds = inside('completedHouseholds', plannedHouseholds);
    const started = reached('startDate');
    const completed = reached('completionDate');
    return {
      origin,
      projectId: cells.text('projectId') ?? '',
      projectName: cells.text('projectName'),
      mode: cells.text('mode'),
      planYear: cells.number('planYear'),
      plannedHouseholds,
      plannedPersons: cells.number('plannedPersons') ?? 0,
      startedHouseholds: inside('startedHouseholds', plannedHouseholds),
      completedHouseholds,
      occupiedHouseholds: inside('occupiedHouseholds', completedHouseholds),
      started,
      completed,
      progressBlank:
        (started && cells.number('startedHouseholds') === null) ||
        (completed && cells.number('completedHouseholds') === null),
    };
  });
}

/**
 * Persons of a project that stand for some of its households: planned persons × households / planned
 * households, rounded half-up in whole numbers (domain.md §5.1).
 */
export function personsOf(project: ProjectProgress, households: number): number {
  const { plannedHouseholds, plannedPersons } = project;
  if (plannedHouseholds === 0) return 0;
  return Math.floor((2 * plannedPersons * households + plannedHouseholds) / (2 * plannedHouseholds));
}
