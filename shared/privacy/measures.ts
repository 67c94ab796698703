import type { IndicatorDefinition } from '../indicators/definition.ts';

/** What an indicator counts above and below the line, by a name that is the same wherever the same is counted. */
export interface Measures {
  readonly num: string;
  readonly den: string;
}

const measures: Readonly<Record<string, Measures>> = {
  'emp.labour_rate': { num: 'employed', den: 'labour' },
  'emp.one_per_household': { num: 'working households', den: 'labour households' },
  'emp.zero_job_households': { num: 'zero-job households', den: 'labour households' },
  'emp.local_rate': { num: 'employed near home', den: 'employed, region known' },
  'emp.outside_province_share': { num: 'employed outside', den: 'employed, region known' },
  'emp.park_town_rate': { num: 'employed in parks and towns', den: 'employed' },
  'emp.public_post_share': { num: 'in public posts', den: 'employed' },
  'emp.stable_rate': { num: 'steadily employed', den: 'employed' },
  'emp.median_wage': { num: 'employed, wage known', den: 'employed' },
  'emp.training_coverage': { num: 'trained', den: 'labour' },
  'emp.willing_unemployed': { num: 'seeking', den: 'labour' },
  'emp.assisted_rate': { num: 'seeking, helped', den: 'seeking' },
  'emp.unknown_rate': { num: 'status unknown', den: 'labour' },
  'share.household_coverage': { num: 'shareholders', den: 'moved in, registered' },
  'share.industry_coverage': { num: 'linked to industry', den: 'moved in, registered' },
  'net.household_coverage': { num: 'covered households', den: 'households without labour' },
  'net.uncovered': { num: 'uncovered households', den: 'households without labour' },
  'ladder.move_out': { num: 'moved in, registered', den: 'registered' },
  'ladder.settle': { num: 'settled', den: 'registered' },
  'ladder.work': { num: 'working', den: 'registered' },
  'ladder.prosper': { num: 'prospering', den: 'registered' },
  'reloc.poverty_exit_rate': { num: 'out of poverty', den: 'moved in, registered' },
};

/** Measures of an indicator; one that shares none of them with another has names of its own. */
export function measuresOf({ id }: Pick<IndicatorDefinition, 'id'>): Measures {
  return measures[id] ?? { num: `${id} above`, den: `${id} below` };
}

/** Measures that add up to another one in every area: households with labour either have a job or none. */
export const additions: readonly { readonly sum: string; readonly of: readonly string[] }[] = [
  { sum: 'labour households', of: ['working households', 'zero-job households'] },
  { sum: 'households without labour', of: ['covered households', 'uncovered households'] },
];

/**
 * Measures that more than one family counts. Each family is masked by itself, so each takes it that the others tell
 * such a count, unless it is itself too small to be told.
 */
export const countedElsewhere: ReadonlySet<string> = new Set(['moved in, registered']);
