import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { Household } from './households.ts';
import { breadwinner, isLabour, type Person } from './people.ts';
import { randomFrom } from './random.ts';

export type Status = 'employed' | 'self_employed' | 'farming' | 'unemployed';
export type Form = 'park' | 'town' | 'workshop' | 'base' | 'public_post' | 'migrant' | 'self' | 'flexible';
export type Region = 'village' | 'township' | 'county' | 'city' | 'province' | 'outside';

/** How one person stood on the labour market on a day (就业台账). */
export interface Employment {
  /** Null: the village did not ask. */
  readonly status: Status | null;
  readonly form: Form | null;
  readonly region: Region | null;
  readonly monthsWorked: number | null;
  readonly wageYuan: number | null;
  readonly willing: boolean | null;
  readonly trainedDate: Day | null;
  readonly assisted: boolean | null;
}

const noWork: Employment = {
  status: 'unemployed',
  form: null,
  region: null,
  monthsWorked: null,
  wageYuan: null,
  willing: null,
  trainedDate: null,
  assisted: null,
};

const forms: readonly Form[] = ['park', 'town', 'workshop', 'base', 'public_post', 'flexible'];
const nearRegions: readonly Region[] = ['village', 'township', 'township', 'county', 'county'];
const farRegions: readonly Region[] = ['city', 'province', 'outside', 'outside', 'outside'];

/**
 * Share of labourers with work: nearly always one a household, the others less often. Households that have
 * moved are better off, and every rate rises from one report to the next.
 */
const workChances = {
  moved: { first: 0.99, others: 0.91 },
  waiting: { first: 0.965, others: 0.83 },
} as const;

/** Where houses were bought, half are out of work, until an industrial park takes some of them on in April. */
const parkOpens = '2017-04-01';
const boughtChances = {
  before: { first: 0.5, others: 0.3 },
  since: { first: 0.65, others: 0.4 },
} as const;

/** In a town work pays a little more a month than in the counties around it. */
const towns: ReadonlySet<string> = new Set(['431202', '431271']);
const townBonusYuan = ({ project }: Household) => (towns.has(project.county.code) ? 300 : 0);

function chanceOf(isFirst: boolean, { project: { bought }, moveInDate }: Household, day: Day): number {
  const who = isFirst ? 'first' : 'others';
  if (bought) return boughtChances[day < parkOpens ? 'before' : 'since'][who];
  const moved = moveInDate !== null && moveInDate <= day;
  return workChances[moved ? 'moved' : 'waiting'][who] - (day < '2017-01-01' ? 0.04 : 0);
}

/** A person's employment on a day; the same person never loses work from 2016-12 to 2017-04. */
export function employmentOn(person: Person, household: Household, day: Day): Employment {
  const year = Number(day.slice(0, 4));
  if (!isLabour(person, year)) return noWork;
  const random = randomFrom(`${household.project.county.code}/${person.idNo}`);
  const chance = chanceOf(breadwinner(household.members, year) === person, household, day);
  const trained = random.chance(0.42) ? addDays('2016-06-01', random.int(0, 300)) : null;
  const trainedDate = trained !== null && trained <= day ? trained : null;
  if (person.luck >= chance) {
    const farming = random.chance(0.35);
    const willing = !farming && random.chance(0.8);
    const assisted = willing && random.chance(0.7);
    return { ...noWork, status: farming ? 'farming' : 'unemployed', willing, trainedDate, assisted };
  }
  if (random.chance(0.004)) return { ...noWork, status: null, trainedDate };
  const self = random.chance(0.07);
  const away = !self && random.chance(0.45);
  const since = day < '2017-01-01' ? 12 : 4;
  return {
    status: self ? 'self_employed' : 'employed',
    form: self ? 'self' : away ? 'migrant' : random.pick(forms),
    region: random.pick(away ? farRegions : nearRegions),
    monthsWorked: Math.min(since, random.int(since === 4 ? 1 : 4, since)),
    wageYuan: random.int(away ? 26 : 15, away ? 48 : 32) * 100 + townBonusYuan(household),
    willing: true,
    trainedDate,
    assisted: random.chance(0.3),
  };
}
