import type { BatchInput, Component } from '../facts.ts';
import { isSilent } from '../rows.ts';
import type { ProjectProgress } from './projects.ts';

/**
 * Tells the components of a projects file that says nothing of what they count: their column is blank in every row,
 * so they are no data and not 0. By projects, the dates are counted: without any, none has started only where no
 * household has; a project may be unfinished although some of its households are finished.
 */
export function speaksOf(
  batch: BatchInput,
  projects: readonly ProjectProgress[],
): (component: Component) => boolean {
  const isStarted = !isSilent(batch, 'startedHouseholds');
  const isCompleted = !isSilent(batch, 'completedHouseholds');
  const isOccupied = !isSilent(batch, 'occupiedHouseholds');
  const noneStarted = isStarted && projects.every(({ startedHouseholds }) => startedHouseholds === 0);
  const startDates = noneStarted || !isSilent(batch, 'startDate');
  const completionDates = isCompleted || !isSilent(batch, 'completionDate');
  return ({ indicator, parameters, notApplicable }) => {
    if (notApplicable) return true;
    const byProjects = parameters.basis === 'projects';
    switch (indicator) {
      case 'reloc.start_rate':
        return byProjects ? startDates : isStarted;
      case 'reloc.start_lead_334':
        return isStarted;
      case 'reloc.forecast_completion':
        return isCompleted;
      case 'reloc.occupancy_of_plan':
        return isOccupied;
      case 'reloc.completion_rate':
        return byProjects ? completionDates : isCompleted;
      case 'reloc.occupancy_rate':
        return isCompleted && isOccupied;
      default:
        return true;
    }
  };
}
