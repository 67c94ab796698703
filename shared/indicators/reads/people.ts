import {
  employed,
  housed,
  labour,
  movedRegistered,
  type Reads,
  references,
  shareKey,
  siteName,
} from './common.ts';

const byHousehold: Reads = { persons: [...employed, ...references], households: references };
/** Opened by site: a person's is that of the household. */
const bySite = (...columns: readonly string[]): Reads => ({
  persons: [...employed, ...references, ...columns],
  households: [...references, ...housed],
  projects: siteName,
});
const netHouseholds: Reads = {
  households: [...references, 'moveInDate', 'safetyNetType'],
  persons: [...references, ...labour],
};
const ladderWork: Reads = {
  households: [...references, ...movedRegistered],
  persons: [...references, ...employed],
  shares: [...shareKey, 'sharePrincipal', 'dividendPaid'],
};

/** What the figures of people read: employment, safety net and ladder (domain.md §5.2, §5.8). */
export const peopleReads: Readonly<Record<string, Reads>> = {
  'emp.labour_rate': bySite(),
  'emp.unknown_rate': { persons: employed },
  'emp.one_per_household': bySite(),
  'emp.zero_job_households': bySite(),
  'emp.zero_job_cleared_30d': byHousehold,
  'emp.local_rate': { persons: [...employed, 'workRegion'] },
  'emp.outside_province_share': { persons: [...employed, 'workRegion'] },
  'emp.park_town_rate': { persons: [...employed, 'employmentForm'] },
  'emp.public_post_share': { persons: [...employed, 'employmentForm'] },
  'emp.stable_rate': { persons: [...employed, 'monthsWorked'] },
  'emp.median_wage': bySite('monthlyWage'),
  'emp.training_coverage': { persons: [...labour, 'trainedDate'] },
  'emp.placement_after_training': { persons: [...employed, 'trainedDate'] },
  'emp.willing_unemployed': bySite('workWillingness'),
  'emp.assisted_rate': { persons: [...employed, 'workWillingness', 'transferAssisted', 'trainedDate'] },
  'emp.transfer_task': { persons: [...employed, 'transferAssisted', 'hiredDate'] },
  'net.household_coverage': netHouseholds,
  'net.uncovered': netHouseholds,
  'net.person_coverage': {
    households: [...references, 'safetyNetType'],
    persons: [...references, 'birthYear', 'labourSkill'],
  },
  'net.overlap': {
    households: [...references, 'safetyNetType', 'familySize'],
    persons: [...references, ...employed, 'monthlyWage'],
  },
  'ladder.move_out': { households: movedRegistered },
  'ladder.settle': { households: movedRegistered },
  'ladder.work': ladderWork,
  'ladder.prosper': { ...ladderWork, households: [...references, ...movedRegistered, 'incomePerCapita'] },
};
