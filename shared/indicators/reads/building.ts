import { avoidColumns, nearColumns, reachColumns } from '../site/projects.ts';
import { housed, movedRegistered, projectName, type Reads, references, siteName } from './common.ts';

const started = ['planYear', 'plannedHouseholds', 'startedHouseholds'] as const;
const completed = ['plannedHouseholds', 'completedHouseholds'] as const;
const occupied = ['mode', ...completed, 'occupiedHouseholds'] as const;
const task = ['planYear', 'targetType', 'mode', 'persons', 'effectiveDate'] as const;
const planned: Reads = {
  targets: task,
  projects: [...projectName, 'planYear'],
  households: [...movedRegistered, 'familySize', 'projectId'],
};

/** What the figures of relocation and siting read (domain.md §5.1, §5.5). */
export const buildingReads: Readonly<Record<string, Reads>> = {
  'reloc.plan_completion': { ...planned, households: [...(planned.households ?? []), 'mode'] },
  'reloc.overfulfilled': planned,
  'reloc.five_year_completion': { targets: task, households: [...movedRegistered, 'familySize'] },
  'reloc.start_rate': { projects: [...started, ...siteName, 'plannedPersons', 'startDate'] },
  'reloc.start_lead_334': { projects: started },
  'reloc.completion_rate': {
    projects: [...completed, ...siteName, 'planYear', 'plannedPersons', 'completionDate'],
  },
  'reloc.occupancy_rate': { projects: [...occupied, ...siteName] },
  'reloc.occupancy_of_plan': { projects: occupied },
  'reloc.concentrated_share': { projects: ['mode', 'plannedHouseholds', 'plannedPersons'] },
  'reloc.forecast_completion': { projects: [...completed, 'planYear'] },
  'reloc.delivery_rate': { households: [...housed, 'completionDate', 'keyHandedDate'], projects: siteName },
  'reloc.vacancy_6m': { households: [...housed, 'completionDate', 'moveInDate'], projects: siteName },
  'reloc.demolition_rate': { households: ['moveInDate', 'demolitionAgreed', 'demolishedDate'] },
  'reloc.reclamation_rate': { households: ['demolishedDate', 'reclaimedArea'] },
  'reloc.poverty_exit_rate': { households: [...movedRegistered, 'outOfPovertyYear'] },
  'reloc.identification_accuracy': {
    households: [...references, 'isRegistered', 'familySize'],
    persons: [...references, 'personToken'],
  },
  'site.avoid_compliance': { projects: ['mode', ...avoidColumns] },
  'site.avoid_unanswered': { projects: ['mode', ...avoidColumns] },
  'site.near_compliance': { projects: ['mode', ...nearColumns] },
  'site.reach_score': { projects: ['mode', ...reachColumns] },
  'site.filing_rate': { projects: ['startDate', 'filingResult', 'filingDate'] },
  'site.lifetime_quality_rate': { projects: ['startDate', 'qualityLetterSigned'] },
  'site.acceptance_rate': { projects: ['acceptanceResult', 'acceptanceDate'] },
  'site.area_compliance': { households: ['houseArea', 'familySize'] },
  'site.deed_rate': { households: ['moveInDate', 'deedIssued'] },
};
