import type { Contract } from './contract.ts';
import type { DatasetId } from './dataset-ids.ts';
import { fundLedger } from './fund-ledger.ts';
import { fundParties } from './fund-parties.ts';
import { households } from './households.ts';
import { industryProjects } from './industry-projects.ts';
import { issues } from './issues.ts';
import { persons } from './persons.ts';
import { progressReports } from './progress-reports.ts';
import { projects } from './projects.ts';
import { responsibilities } from './responsibilities.ts';
import { shares } from './shares.ts';
import { targets } from './targets.ts';

/** Every dataset contract by id (domain.md §4). */
export const contracts: Readonly<Record<DatasetId, Contract>> = {
  targets,
  projects,
  households,
  persons,
  industryProjects,
  shares,
  fundParties,
  fundLedger,
  responsibilities,
  issues,
  progressReports,
};
