import { type Policy, policyOn } from '../../../shared/programme/policy.ts';

/** Figures of the dated policy that are K in domain.md: both sides are given the same. */

const inForce = policyOn('2017-04-30');

export const povertyLines = Object.entries(inForce.povertyLines).map(([year, fen]) => ({
  year: Number(year),
  fen,
}));

/** One county has a transfer task (转移就业任务) of 2017, one of the year before only, one of none. */
export const transferTasks = [
  { year: 2017, county: '431221', persons: 3 },
  { year: 2016, county: '431222', persons: 2 },
];

/** The policy in force with these tasks. */
export function policyWithTasks(): Policy {
  const tasks: Record<string, Record<string, number>> = {};
  for (const { year, county, persons } of transferTasks) {
    tasks[year] = { ...tasks[year], [county]: persons };
  }
  return { ...inForce, transferTasks: tasks };
}
