import type { Day } from '../../shared/programme/calendar.ts';
import { addDays } from '../../shared/programme/calendar.ts';
import { apportion } from './apportion.ts';
import { isBought, withPurchases } from './bought.ts';
import type { County } from './counties.ts';
import { placeName, townshipNames } from './names.ts';
import type { Mode, Phase } from './phase.ts';
import { type Random, randomFrom } from './random.ts';
import { type Milestones, milestonesFrom, startDay } from './schedule.ts';
import { type Headcount, totalsOf } from './totals.ts';

/** One settlement site (安置点) or one scattered batch (分散安置) of a township, as it is in truth. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly county: County;
  readonly township: string;
  readonly mode: Mode;
  /** Houses that stood already and were bought (以购代建), not built. */
  readonly bought: boolean;
  readonly planYear: number;
  readonly households: number;
  readonly persons: number;
  readonly phases: readonly Phase[];
  readonly investmentYuan: number;
  readonly filingNo: string;
  readonly filingDate: Day;
  /** Which of 城镇, 园区景区, 农村新型社区, 中心村 it lies near (四靠近). */
  readonly near: readonly [boolean, boolean, boolean, boolean];
  /** 房产升值, 增收, 配套, 公共服务 (四达到). */
  readonly reach: readonly [boolean, boolean, boolean, boolean];
}

/** A site or batch before it is named: how many households are begun and how many are not. */
interface Size {
  readonly begun: number;
  readonly unbegun: number;
  readonly persons: number;
}

/** Settlement sites: `startedSites` of them are begun, a few only in part. */
function siteSizes(heads: Headcount, sites: number, startedSites: number, random: Random): Size[] {
  const idleSites = sites - startedSites;
  const notBegun = heads.households - heads.started;
  const weights = Array.from({ length: sites }, () => 0.5 + random.next());
  const begun = apportion(heads.started, weights.slice(0, startedSites), {
    min: Array(startedSites).fill(1),
  });
  const inIdle = idleSites === 0 ? 0 : Math.round(notBegun * 0.8);
  const idle = apportion(inIdle, weights.slice(startedSites), { min: Array(idleSites).fill(1) });
  const partial = begun.map((_, i) => (i % 5 === 0 ? 1 : 0));
  const later = apportion(notBegun - inIdle, partial);
  const households = [...begun.map((n, i) => n + (later[i] ?? 0)), ...idle];
  const persons = personsOf(households, heads, startedSites, random);
  return households.map((total, i) => {
    const started = begun[i] ?? 0;
    return { begun: started, unbegun: total - started, persons: persons[i] ?? 0 };
  });
}

/** Persons, kept in proportion between begun and idle sites so that the person basis agrees with households. */
function personsOf(households: readonly number[], heads: Headcount, split: number, random: Random): number[] {
  const sizes = households.map((n) => n * (0.97 + random.next() * 0.06));
  const first = households.slice(0, split).reduce((a, b) => a + b, 0);
  const share = Math.round((heads.persons * first) / Math.max(1, heads.households));
  const min = (from: number, to?: number) => ({ min: households.slice(from, to) });
  return [
    ...apportion(share, sizes.slice(0, split), min(0, split)),
    ...apportion(heads.persons - share, sizes.slice(split), min(split)),
  ];
}

/** Scattered batches, one a township: each begun in part. */
function batchSizes(heads: Headcount, batches: number, random: Random): Size[] {
  const weights = Array.from({ length: batches }, () => 0.5 + random.next());
  const households = apportion(heads.households, weights, { min: Array(batches).fill(1) });
  const paced = households.map((n) => n * (0.85 + random.next() * 0.3));
  const begun = apportion(heads.started, paced, { max: households });
  const persons = personsOf(households, heads, batches, random);
  return households.map((total, i) => {
    const started = begun[i] ?? 0;
    return { begun: started, unbegun: total - started, persons: persons[i] ?? 0 };
  });
}

/** Cuts the begun households of every project into phases: a site is begun at once, a batch bit by bit. */
function phasesOf(sizes: readonly Size[], mode: Mode, planYear: number, random: Random): Phase[][] {
  const pieces = sizes.flatMap(({ begun }, project) => {
    const parts = mode === 'concentrated' ? 1 : Math.min(6, Math.ceil(begun / 6));
    const cut = apportion(begun, Array(parts).fill(1));
    return cut.map((households) => ({ project, households, order: random.next() }));
  });
  const total = sizes.reduce((sum, size) => sum + size.begun, 0);
  const phases: Phase[][] = sizes.map(() => []);
  let passed = 0;
  for (const piece of pieces.sort((a, b) => a.order - b.order)) {
    const start = startDay(planYear, (passed + piece.households / 2) / total);
    passed += piece.households;
    if (piece.households === 0) continue;
    phases[piece.project]?.push({
      households: piece.households,
      milestones: milestonesFrom(planYear, start, random),
    });
  }
  sizes.forEach((size, i) => {
    if (size.unbegun > 0) phases[i]?.push({ households: size.unbegun, milestones: null });
  });
  return phases;
}

interface Kind {
  readonly mode: Mode;
  readonly planYear: number;
  readonly sizes: readonly Size[];
}

function projectsOfKind(
  county: County,
  kind: Kind,
  townships: readonly string[],
  names: Set<string>,
): Project[] {
  const { mode, planYear, sizes } = kind;
  const random = randomFrom(`${county.code}/projects/${planYear}/${mode}`);
  const phases = phasesOf(sizes, mode, planYear, random);
  return sizes.map((size, i) => {
    const township = townships[i % townships.length] ?? '';
    const households = size.begun + size.unbegun;
    const batch = { county: county.code, planYear, mode, index: i };
    const bought = isBought(batch);
    const own = withPurchases(batch, phases[i] ?? []);
    const first = own[0]?.milestones?.start ?? '2017-05-20';
    const site = mode === 'concentrated';
    const id = `${county.code}-${planYear}-${site ? 'J' : 'F'}${String(i + 1).padStart(3, '0')}`;
    const near: Project['near'] = [
      random.chance(0.5),
      random.chance(0.2),
      random.chance(0.4),
      random.chance(0.5),
    ];
    return {
      id,
      name: site
        ? `${township}${freshPlace(random, names)}集中安置点`
        : `${township}${planYear}年${bought ? '购房' : '分散'}安置`,
      county,
      township,
      mode,
      bought,
      planYear,
      households,
      persons: size.persons,
      phases: own,
      investmentYuan: Math.round(size.persons * random.int(470, 530)) * 100,
      filingNo: `${county.sign}发改易搬〔${planYear === 2016 ? 2016 : first.slice(0, 4)}〕${(site ? 1 : 101) + i}号`,
      filingDate: filedLate(county, planYear, mode, i)
        ? addDays(first, 12)
        : filedOn(planYear, first, random),
      near: nearSomething(id, near),
      reach: [random.chance(0.8), random.chance(0.9), random.chance(0.95), random.chance(0.9)],
    };
  });
}

/** On purpose: one site of 辰溪 is near nothing. */
function nearSomething(id: string, near: Project['near']): Project['near'] {
  if (id === '431223-2017-J019') return [false, false, false, false];
  return near.some(Boolean) ? near : [false, false, false, true];
}

/** On purpose: 会同's second batch of 2017 began before it was filed. */
function filedLate({ code }: County, planYear: number, mode: Mode, index: number): boolean {
  return code === '431225' && planYear === 2017 && mode === 'scattered' && index === 1;
}

/** Some weeks before the start; 2016's projects were all filed by the end of June. */
function filedOn(planYear: number, start: Day, random: Random): Day {
  const before = addDays(start, -random.int(20, 45));
  const latest = addDays('2016-06-28', -random.int(0, 12));
  return planYear === 2016 && before > latest ? latest : before;
}

function freshPlace(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = placeName(random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** All projects of a county, 2016 before 2017, sites before batches; their sums are the county's totals. */
export function projectsOf(county: County): Project[] {
  const random = randomFrom(`${county.code}/sizes`);
  const townships = townshipNames(random, county.townships);
  const totals = totalsOf(county.code);
  const half = Math.ceil(county.townships / 2);
  const kinds: Kind[] = [
    {
      mode: 'concentrated',
      planYear: 2016,
      sizes: siteSizes(totals.concentrated2016, county.sites2016, county.sites2016, random),
    },
    { mode: 'scattered', planYear: 2016, sizes: batchSizes(totals.scattered2016, half, random) },
    {
      mode: 'concentrated',
      planYear: 2017,
      sizes: siteSizes(totals.concentrated2017, county.sites2017, county.startedSites2017, random),
    },
    { mode: 'scattered', planYear: 2017, sizes: batchSizes(totals.scattered2017, county.townships, random) },
  ];
  const names = new Set<string>();
  return kinds.flatMap((kind) => projectsOfKind(county, kind, townships, names));
}

/** What a county can say of a project on a day. */
export interface ProjectState {
  readonly started: number;
  readonly completed: number;
  readonly occupied: number;
  readonly startDate: Day | null;
  /** Only once every household is done. */
  readonly completionDate: Day | null;
  readonly acceptanceDate: Day | null;
}

/** Counts and dates of a project on a day; counts never shrink from one day to a later one. */
export function stateOn(project: Project, day: Day): ProjectState {
  const reached = (name: keyof Milestones) =>
    project.phases
      .filter((phase) => phase.milestones !== null && phase.milestones[name] <= day)
      .reduce((sum, phase) => sum + phase.households, 0);
  const days = (name: keyof Milestones) =>
    project.phases.flatMap((phase) => (phase.milestones ? [phase.milestones[name]] : [])).sort();
  const first = days('start')[0] ?? null;
  const whole = (name: keyof Milestones) =>
    reached(name) === project.households ? (days(name).at(-1) ?? null) : null;
  return {
    started: reached('start'),
    completed: reached('completion'),
    occupied: reached('moveIn'),
    startDate: first !== null && first <= day ? first : null,
    completionDate: whole('completion'),
    acceptanceDate: whole('acceptance'),
  };
}
