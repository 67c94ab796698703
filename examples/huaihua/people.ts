import { addDays, type Day } from '../../shared/programme/calendar.ts';
import { personName, surnameOf } from './names.ts';
import type { Random } from './random.ts';

export type Relation = 'head' | 'spouse' | 'child' | 'parent' | 'other';
export type Skill = 'ordinary' | 'skilled' | 'weak' | 'lost' | 'none';
export type Health = 'healthy' | 'chronic' | 'serious' | 'disabled';

/** One relocated person; invented, with an ID number that no person can have. */
export interface Person {
  readonly idNo: string;
  readonly name: string;
  readonly sex: '男' | '女';
  readonly birth: Day;
  readonly relation: Relation;
  readonly student: boolean;
  readonly health: Health;
  readonly skill: Skill;
  /** Able to work and not at school; whether of working age is {@link isLabour}'s to say. */
  readonly able: boolean;
  /** In [0, 1): the smaller, the earlier the person has work. */
  readonly luck: number;
}

interface Seat {
  readonly relation: Relation;
  readonly age: number;
  readonly sex: '男' | '女';
  readonly sharesSurname: boolean;
}

const otherSex = { 男: '女', 女: '男' } as const;

/** Who sits at the table of a family of a size; ages are those reached in 2017. */
function seatsOf(size: number, random: Random): Seat[] {
  const headAge = size === 1 ? random.int(40, 82) : random.int(30, 62);
  const headSex = random.chance(0.82) ? '男' : '女';
  const seats: Seat[] = [{ relation: 'head', age: headAge, sex: headSex, sharesSurname: true }];
  if (size > 1 && random.chance(0.85)) {
    const age = Math.max(24, headAge - random.int(-3, 6));
    seats.push({ relation: 'spouse', age, sex: otherSex[headSex], sharesSurname: false });
  }
  let parents = 0;
  while (seats.length < size) {
    const sex = random.chance(0.52) ? '男' : '女';
    if (headAge < 58 && parents < 2 && random.chance(0.28)) {
      const parentSex = parents === 0 ? '女' : '男';
      parents += 1;
      const age = Math.min(92, headAge + random.int(21, 29));
      seats.push({ relation: 'parent', age, sex: parentSex, sharesSurname: parentSex === '男' });
    } else if (headAge > 48 && seats.length > 3 && random.chance(0.5)) {
      seats.push({ relation: 'other', age: random.int(1, 14), sex, sharesSurname: true });
    } else {
      const age = Math.max(1, headAge - random.int(22, 33));
      seats.push({ relation: 'child', age, sex, sharesSurname: true });
    }
  }
  return seats;
}

function skillOf(age: number, health: Health, random: Random): Skill {
  if (age < 16) return 'none';
  const dice = random.next();
  if (health === 'disabled' || health === 'serious') return dice < 0.55 ? 'lost' : 'weak';
  if (age < 60) return dice < 0.17 ? 'skilled' : dice < 0.94 ? 'ordinary' : 'weak';
  return dice < 0.35 ? 'weak' : dice < 0.75 ? 'lost' : 'none';
}

function healthOf(age: number, random: Random): Health {
  const dice = random.next();
  const frail = age >= 60 ? 3 : 1;
  if (dice < 0.03 * frail) return 'disabled';
  if (dice < 0.045 * frail) return 'serious';
  return dice < 0.12 * frail ? 'chronic' : 'healthy';
}

/** A family of `size` persons, the head first. `issue` gives each an ID number of its own. */
export function familyOf(
  size: number,
  random: Random,
  issue: (birth: Day, sex: '男' | '女') => string,
): Person[] {
  const surname = surnameOf(random);
  return seatsOf(size, random).map(({ relation, age, sex, sharesSurname }) => {
    const birth = addDays(`${2017 - age}-01-01`, random.int(0, 364));
    const health = healthOf(age, random);
    const student = age >= 6 && (age <= 15 || (age <= 21 && random.chance(0.5)));
    const skill = skillOf(age, health, random);
    return {
      idNo: issue(birth, sex),
      name: personName(random, sharesSurname ? surname : undefined),
      sex,
      birth,
      relation,
      student,
      health,
      skill,
      able: skill !== 'lost' && skill !== 'none' && !student,
      luck: random.next(),
    };
  });
}

/** Whether a person counts as labour in a year: able, and 16 to 59 by year of birth (domain.md §5.2). */
export function isLabour(person: Person, year: number): boolean {
  const age = year - Number(person.birth.slice(0, 4));
  return person.able && age >= 16 && age <= 59;
}

/** The oldest labourer of a family, who is the likeliest to have work. */
export function breadwinner(members: readonly Person[], year: number): Person | null {
  return members
    .filter((member) => isLabour(member, year))
    .reduce<Person | null>((oldest, one) => (oldest && oldest.birth <= one.birth ? oldest : one), null);
}
