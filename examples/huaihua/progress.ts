import type { Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import type { Mode } from './phase.ts';
import { type Project, stateOn } from './projects.ts';

/** One line of a county's progress report (进度报表): what it says itself, by mode and in all. */
export interface Progress {
  readonly county: County;
  readonly mode: Mode | 'all';
  readonly planHouseholds: number;
  readonly planPersons: number;
  readonly projects: number | null;
  readonly startedProjects: number | null;
  readonly startedHouseholds: number;
  /** Percent with two decimals, as typed. */
  readonly startRate: number;
  readonly completedHouseholds: number;
  readonly completionRate: number;
  readonly occupiedHouseholds: number;
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

/** Reported on purpose better than the ledger: 通道's start rate, by five points in every report. */
const flattering: Readonly<Record<string, number>> = { '431230': 5 };

/** The report of a day on the plan of 2017; by mode and in all. */
export function progressOf(county: County, projects: readonly Project[], day: Day): readonly Progress[] {
  const ofYear = projects.filter(({ planYear }) => planYear === 2017);
  const modes = ['concentrated', 'scattered', 'all'] as const;
  return modes.map((mode) =>
    line(
      county,
      mode,
      ofYear.filter((one) => mode === 'all' || one.mode === mode),
      day,
    ),
  );
}

function line(county: County, mode: Progress['mode'], projects: readonly Project[], day: Day): Progress {
  const states = projects.map((project) => stateOn(project, day));
  const total = (of: (state: (typeof states)[number]) => number) =>
    states.reduce((sum, one) => sum + of(one), 0);
  const households = projects.reduce((sum, one) => sum + one.households, 0);
  const [started, completed] = [total((one) => one.started), total((one) => one.completed)];
  const isSites = mode === 'concentrated';
  return {
    county,
    mode,
    planHouseholds: households,
    planPersons: projects.reduce((sum, one) => sum + one.persons, 0),
    projects: isSites ? projects.length : null,
    startedProjects: isSites ? states.filter(({ startDate }) => startDate !== null).length : null,
    startedHouseholds: started,
    startRate: percent(started, households) + (flattering[county.code] ?? 0),
    completedHouseholds: completed,
    completionRate: percent(completed, households),
    occupiedHouseholds: total((one) => one.occupied),
  };
}
