import type { Household } from '../household-index.ts';
import type { ProjectIndex } from '../project-index.ts';
import type { FindingLog } from '../publication-findings.ts';
import type { ProjectProgress } from './projects.ts';

/**
 * Holds each project's planned persons against the members of its households in the household list (X3, domain.md
 * §4): all of them, or the registered ones, for counties plan with either. A project without a household in the
 * list is passed over: the list may not have got to it.
 */
export function checkProjectPersons(
  projects: readonly ProjectProgress[],
  households: readonly Household[],
  projectOf: ProjectIndex<ProjectProgress>,
  findings: FindingLog,
): void {
  const members = new Map<ProjectProgress, { all: number; registered: number }>();
  for (const { projectId, familySize, registered } of households) {
    const project = projectId === null ? null : projectOf(projectId);
    if (!project) continue;
    const sums = members.get(project) ?? { all: 0, registered: 0 };
    sums.all += familySize;
    if (registered) sums.registered += familySize;
    members.set(project, sums);
  }
  for (const project of projects) {
    const sums = members.get(project);
    if (!sums || sums.all === project.plannedPersons || sums.registered === project.plannedPersons) continue;
    findings.add('PROJECT_PERSONS_DIFFER', 'warning', 'projects', project.origin);
  }
}
