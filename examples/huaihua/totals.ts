import { published } from '../published.ts';
import { apportion } from './apportion.ts';
import { counties } from './counties.ts';
import { randomFrom } from './random.ts';

/** Households and persons of one county in one plan year and mode. */
export interface Headcount {
  readonly households: number;
  readonly persons: number;
  /** Households whose house has been begun by 2017-04-21. */
  readonly started: number;
}

/** What one county contributes to every published total. */
export interface CountyTotals {
  readonly fiveYearPersons: number;
  readonly task2016Persons: number;
  readonly concentrated2016: Headcount;
  readonly scattered2016: Headcount;
  readonly concentrated2017: Headcount;
  readonly scattered2017: Headcount;
}

/** The article does not split 2016 by mode; ours is a scatter-heavy 42 %, like 2017. */
const concentrated2016 = { households: 2_694, persons: 10_808 };

type Split = ReadonlyMap<string, Headcount>;

function splitHeads(key: string, households: number, persons: number, started: number | null): Split {
  const weights = counties.map((county) => county.weight * wobble(key, county.code, 0.06));
  const parts = apportion(households, weights);
  const people = apportion(
    persons,
    counties.map((county, i) => (parts[i] ?? 0) * county.size),
  );
  const paced = counties.map((county, i) => (parts[i] ?? 0) * county.pace);
  const begun = started === null ? parts : apportion(started, paced, { max: parts });
  return new Map(
    counties.map((county, i) => [
      county.code,
      { households: parts[i] ?? 0, persons: people[i] ?? 0, started: begun[i] ?? 0 },
    ]),
  );
}

function splitPersons(key: string, persons: number, range: number): ReadonlyMap<string, number> {
  const weights = counties.map((county) => county.weight * county.size * wobble(key, county.code, range));
  const parts = apportion(persons, weights);
  return new Map(counties.map((county, i) => [county.code, parts[i] ?? 0]));
}

function wobble(key: string, code: string, range: number): number {
  return 1 - range + randomFrom(`${key}/${code}`).next() * 2 * range;
}

/** Persons of the 2016 task moved on purpose from one county to another, which then misses its own by the year's end. */
const askedBeside: Readonly<Record<string, number>> = { '431271': 40, '431222': -40 };

function splitAll(): ReadonlyMap<string, CountyTotals> {
  const all2016 = {
    households: published.moved2016Households.value,
    persons: published.moved2016Persons.value,
  };
  const c16 = splitHeads('2016/concentrated', concentrated2016.households, concentrated2016.persons, null);
  const s16 = splitHeads(
    '2016/scattered',
    all2016.households - concentrated2016.households,
    all2016.persons - concentrated2016.persons,
    null,
  );
  const c17 = splitHeads(
    '2017/concentrated',
    published.concentratedHouseholds.value,
    published.concentratedPersons.value,
    published.startedConcentrated.value,
  );
  const s17 = splitHeads(
    '2017/scattered',
    published.scatteredHouseholds.value,
    published.scatteredPersons.value,
    published.startedScattered.value,
  );
  const task = splitPersons('2016/task', published.task2016Persons.value, 0.07);
  const five = splitPersons('five-year', published.fiveYearPersons.value, 0.03);
  const none = { households: 0, persons: 0, started: 0 };
  return new Map(
    counties.map(({ code }) => [
      code,
      {
        fiveYearPersons: five.get(code) ?? 0,
        task2016Persons: (task.get(code) ?? 0) + (askedBeside[code] ?? 0),
        concentrated2016: c16.get(code) ?? none,
        scattered2016: s16.get(code) ?? none,
        concentrated2017: c17.get(code) ?? none,
        scattered2017: s17.get(code) ?? none,
      },
    ]),
  );
}

const totals = splitAll();

/** A county's part of the published totals; the parts of the thirteen add up exactly. */
export function totalsOf(code: string): CountyTotals {
  const found = totals.get(code);
  if (!found) throw new RangeError(`not a county of the examples: ${code}`);
  return found;
}
