import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import { counties } from './counties.ts';
import { idIssuer } from './identities.ts';
import { placeName, townshipNames } from './names.ts';
import { familyOf, isLabour, type Person } from './people.ts';
import type { Project } from './projects.ts';
import { type Random, randomFrom } from './random.ts';

export type SafetyNet = 'none' | 'dibao' | 'wubao';

/** One relocated household (搬迁户), as it is in truth; dates beyond a file's day are not yet known to it. */
export interface Household {
  readonly no: string;
  readonly project: Project;
  readonly members: readonly Person[];
  readonly township: string;
  readonly village: string;
  readonly startDate: Day | null;
  readonly completionDate: Day | null;
  readonly keyHandedDate: Day | null;
  readonly moveInDate: Day | null;
  readonly houseArea: number;
  readonly selfRaisedYuan: number;
  readonly demolitionAgreed: boolean;
  readonly demolishedDate: Day | null;
  readonly incomeYuan: number;
  readonly outOfPoverty: boolean;
  readonly safetyNet: SafetyNet;
  /** Position in the county, from 1. */
  readonly serial: number;
}

const sizeChances = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7];
const largestFamily = 9;

/** Family sizes 1–9 whose sum is the project's persons. */
function familySizes(households: number, persons: number, random: Random): number[] {
  const sizes = Array.from({ length: households }, () => random.pick(sizeChances));
  let excess = sizes.reduce((a, b) => a + b, 0) - persons;
  while (excess !== 0) {
    const i = random.int(0, households - 1);
    const size = sizes[i] ?? 0;
    if (excess > 0 && size > 1) {
      sizes[i] = size - 1;
      excess -= 1;
    } else if (excess < 0 && size < largestFamily) {
      sizes[i] = size + 1;
      excess += 1;
    }
  }
  return sizes;
}

function safetyNetOf(members: readonly Person[], random: Random): SafetyNet {
  if (members.some((member) => isLabour(member, 2017))) return random.chance(0.06) ? 'dibao' : 'none';
  if (random.chance(0.015)) return 'none';
  return members.length === 1 ? 'wubao' : 'dibao';
}

function groupOf(project: Project): (Project['phases'][number]['milestones'] | null)[] {
  return project.phases.flatMap((phase) => Array(phase.households).fill(phase.milestones));
}

/** Within the cap of 3,000 yuan a person and 10,000 in all, but for one household of 溆浦, on purpose. */
function raisedBy({ code }: County, serial: number, size: number, random: Random): number {
  const yuan = Math.min(10_000, size * random.int(20, 28) * 100);
  return code === '431224' && serial === 7 ? size * 3_200 : yuan;
}

/** All households of a county's projects, in the order of the projects; begun ones of a project first. */
export function householdsOf(county: County, projects: readonly Project[]): Household[] {
  const random = randomFrom(`${county.code}/households`);
  const issue = idIssuer(counties.findIndex((one) => one.code === county.code));
  const townships = townshipNames(randomFrom(`${county.code}/sizes`), county.townships);
  const villages = townships.map(() => Array.from({ length: 6 }, () => `${placeName(random)}村`));
  const households: Household[] = [];
  for (const project of projects) {
    const milestones = groupOf(project);
    const sizes = familySizes(project.households, project.persons, random);
    sizes.forEach((size, i) => {
      const serial = households.length + 1;
      const township =
        project.mode === 'scattered'
          ? townships.indexOf(project.township)
          : random.int(0, townships.length - 1);
      const members = familyOf(size, random, issue);
      const passed = milestones[i] ?? null;
      const moveIn = passed ? addDays(passed.moveIn, random.int(0, 5)) : null;
      const in2016 = project.planYear === 2016;
      households.push({
        no: `${county.code}${String(township + 101)}${String(serial).padStart(6, '0')}`,
        project,
        members,
        township: townships[township] ?? project.township,
        village: random.pick(villages[township] ?? ['']),
        startDate: passed?.start ?? null,
        completionDate: passed?.completion ?? null,
        keyHandedDate: passed?.keys ?? null,
        moveInDate: moveIn,
        houseArea: ((county.code === '431281' && serial === 5 ? 262 : random.int(180, 250)) * size) / 10,
        selfRaisedYuan: in2016 ? raisedBy(county, serial, size, random) : 0,
        demolitionAgreed: random.chance(0.96),
        demolishedDate: moveIn && random.chance(0.8) ? addDays(moveIn, random.int(10, 100)) : null,
        incomeYuan: random.int(3_000, 6_800),
        outOfPoverty: in2016 && random.chance(0.94),
        safetyNet: safetyNetOf(members, random),
        serial,
      });
    });
  }
  return households;
}
