import type { Day } from '../../shared/programme/calendar.ts';
import { inTime, lapseOf } from './arrivals.ts';
import type { County } from './counties.ts';
import { type Form, fill } from './form.ts';
import { habitsOf } from './habits.ts';
import type { ledgerMonths } from './ledger.ts';
import { linksOf } from './links.ts';
import { issuesOn } from './petitions.ts';
import { progressOf } from './progress.ts';
import { toCsv, toXlsx } from './sheet.ts';
import { ledgerForm, partiesForm } from './sheets/funds-sheets.ts';
import { householdRows, householdsForm } from './sheets/households-sheet.ts';
import { industryForm } from './sheets/industry-sheet.ts';
import { issuesForm } from './sheets/issues-sheet.ts';
import { linksForm } from './sheets/links-sheet.ts';
import { personRows, personsForm } from './sheets/persons-sheet.ts';
import { progressForm } from './sheets/progress-sheet.ts';
import { projectRows, projectsForm } from './sheets/projects-sheet.ts';
import { sharesForm } from './sheets/shares-sheet.ts';
import { targetsForm } from './sheets/targets-sheet.ts';
import { slip, slippedProjectsForm } from './slips.ts';
import { city, cityTargets2016, cityTargets2017, targets2016, targets2017 } from './targets.ts';
import { type CountyWorld, huaihua } from './world.ts';

/** One file a county sends. */
export interface ExampleFile {
  /** Object key in the inbox: `<county6>/<period>/<file name>`. */
  readonly key: string;
  /** Data rows, without title, header, 合计 and footer. */
  readonly rows: number;
  /** ISO instant at which it came in: no two are alike, and each file comes after the one before. */
  readonly arrivesAt: string;
  /** Makes the bytes anew at every call, always the same. */
  bytes(): Promise<Uint8Array> | Uint8Array;
}

type Format = 'xlsx' | 'csv';

/** A file whose time of arrival is still to be said. */
type Draft = Omit<ExampleFile, 'arrivesAt'>;

/** One round of reports: every county sends one file for a period, speaking of a day; the city now and then one, too. */
interface Round {
  readonly period: string;
  readonly day: Day;
  readonly fileOf: (world: CountyWorld, round: Pick<Round, 'period' | 'day'>) => Draft | null;
  readonly cityFile?: (round: Pick<Round, 'period' | 'day'>) => Draft;
}

function file<Row>(
  form: Form<Row>,
  format: Format,
  name: string,
  rowsOf: (world: CountyWorld, day: Day) => readonly Row[],
): Round['fileOf'] {
  return (world, { period, day }) => {
    const { county } = world;
    return {
      key: `${county.code}/${period}/${name.replace('*', county.name)}.${format}`,
      rows: rowsOf(world, day).length,
      bytes() {
        const sheet = fill(form, { county, period, day }, rowsOf(world, day));
        return format === 'csv' ? toCsv(sheet) : toXlsx(sheet);
      },
    };
  };
}

/** The city hands its counties their tasks, and says what it was handed itself. */
const cityTargets =
  (rowsOf: typeof cityTargets2016): Round['cityFile'] =>
  ({ period, day }) => ({
    key: `${city.code}00/${period}/${city.name}易地扶贫搬迁任务计划表.xlsx`,
    rows: rowsOf().length,
    bytes: () => toXlsx(fill(targetsForm, { county: city, period, day }, rowsOf())),
  });

const targets = (of: (county: County) => ReturnType<typeof targets2016>) =>
  file(targetsForm, 'xlsx', '*易地扶贫搬迁任务计划表', ({ county }) => of(county));
const projects = file(projectsForm, 'xlsx', '*易地扶贫搬迁项目进度台账', (world, day) =>
  projectRows(world.projects, day),
);
const slippedProjects = file(
  slippedProjectsForm,
  'xlsx',
  `*易地扶贫搬迁项目进度台账（${slip.draft}）`,
  (world, day) => projectRows(world.projects, day),
);
const projectsWithSlip: Round['fileOf'] = (world, round) =>
  world.county.code === slip.county ? slippedProjects(world, round) : null;
const parties = file(partiesForm, 'xlsx', '*资金主体与专户登记表', (world) => world.parties);
const industry = file(industryForm, 'xlsx', '*产业项目台账', (world) => world.industry);
const persons = file(personsForm, 'csv', '*搬迁人口与就业台账', (world, day) =>
  personRows(world.households, day),
);
/** Those of 2016 alone: the register that lists the others comes in April. */
const personsOf2016 = file(personsForm, 'csv', '*搬迁人口与就业台账', ({ households: all }, day) =>
  personRows(
    all.filter(({ project }) => project.planYear === 2016),
    day,
  ),
);
const personsOfMarch: Round['fileOf'] = (world, round) =>
  habitsOf(world.county.code).asksInMarch ? personsOf2016(world, round) : null;
const links = file(linksForm, 'csv', '*责任落实台账', ({ county, projects: all, households: homes }, day) =>
  linksOf(county, all, homes, day),
);
const issuesFrom = (from: Day) =>
  file(issuesForm, 'xlsx', '*督查与来信来访问题清单', (world, day) => issuesOn(world.issues, from, day));
const progress = file(progressForm, 'xlsx', '*进度旬报', (world, day) =>
  progressOf(world.county, world.projects, day),
);
const ledger = (month: string) =>
  file(ledgerForm, 'csv', '*项目资金台账', (world) => world.ledger.get(month) ?? []);

const households: Round['fileOf'] = (world, round) =>
  file(
    householdsForm,
    habitsOf(world.county.code).householdsAs,
    '*搬迁户花名册',
    ({ households: all }, day) => householdRows(all, day),
  )(world, round);

const allShares = file(sharesForm, 'csv', '*入股分红台账', (world) =>
  world.industry.flatMap((project) => project.shares),
);

const shares: Round['fileOf'] = (world, round) =>
  habitsOf(world.county.code).sharesSent === round.period ? allShares(world, round) : null;

const ledgerDay: Readonly<Record<(typeof ledgerMonths)[number], Day>> = {
  '2016-07': '2016-07-31',
  '2016-08': '2016-08-31',
  '2016-09': '2016-09-30',
  '2016-10': '2016-10-31',
  '2016-11': '2016-11-30',
  '2016-12': '2016-12-31',
  '2017-01': '2017-01-31',
  '2017-02': '2017-02-28',
  '2017-03': '2017-03-31',
  '2017-04': '2017-04-21',
};

const ledgers = (...months: (typeof ledgerMonths)[number][]): Round[] =>
  months.map((month) => ({ period: month, day: ledgerDay[month], fileOf: ledger(month) }));

/** What was sent when, oldest first. Everything of April 2017 speaks of 21 April, as the article does. */
export const rounds: readonly Round[] = [
  {
    period: '2016',
    day: '2016-04-25',
    fileOf: targets(targets2016),
    cityFile: cityTargets(cityTargets2016),
  },
  { period: '2016-06', day: '2016-06-30', fileOf: parties },
  { period: '2016-06-X3', day: '2016-06-30', fileOf: projects },
  ...ledgers('2016-07', '2016-08', '2016-09', '2016-10', '2016-11'),
  { period: '2016-12-X3', day: '2016-12-31', fileOf: projects },
  { period: '2016-12', day: '2016-12-31', fileOf: households },
  { period: '2016-12', day: '2016-12-31', fileOf: persons },
  { period: '2016-12', day: '2016-12-31', fileOf: industry },
  { period: '2016-12', day: '2016-12-31', fileOf: shares },
  { period: '2016-12', day: '2016-12-31', fileOf: issuesFrom('2016-09-01') },
  ...ledgers('2016-12'),
  {
    period: '2017',
    day: '2017-01-20',
    fileOf: targets(targets2017),
    cityFile: cityTargets(cityTargets2017),
  },
  ...ledgers('2017-01'),
  { period: '2017-02-X3', day: '2017-02-28', fileOf: projects },
  ...ledgers('2017-02'),
  { period: '2017-03-X3', day: '2017-03-31', fileOf: projects },
  { period: '2017-03-X3', day: '2017-03-31', fileOf: progress },
  { period: '2017-03', day: '2017-03-31', fileOf: industry },
  { period: '2017-03', day: '2017-03-31', fileOf: shares },
  ...ledgers('2017-03'),
  { period: '2017-03', day: '2017-03-31', fileOf: personsOfMarch },
  { period: slip.period, day: '2017-04-10', fileOf: projectsWithSlip },
  { period: '2017-04-X1', day: '2017-04-10', fileOf: projects },
  { period: '2017-04-X1', day: '2017-04-10', fileOf: progress },
  { period: '2017-04-X2', day: '2017-04-20', fileOf: projects },
  { period: '2017-04-X2', day: '2017-04-20', fileOf: progress },
  { period: '2017-04-X3', day: '2017-04-21', fileOf: projects },
  { period: '2017-04-X3', day: '2017-04-21', fileOf: progress },
  { period: '2017-04', day: '2017-04-21', fileOf: households },
  { period: '2017-04', day: '2017-04-21', fileOf: persons },
  { period: '2017-04', day: '2017-04-21', fileOf: links },
  { period: '2017-04', day: '2017-04-21', fileOf: issuesFrom('2017-01-01') },
  ...ledgers('2017-04'),
];

/**
 * Every file of the examples in the order in which they came in. Lazy and pure: counties are built when first met,
 * bytes when asked for, and no clock, file or chance is read.
 */
export function* exampleFiles(): Generator<ExampleFile, void, undefined> {
  const late: ExampleFile[] = [];
  for (const { draft, inTimeAt } of sentFiles()) {
    while (late[0] && late[0].arrivesAt < inTimeAt) yield* late.splice(0, 1);
    const lapse = lapseOf(draft.key);
    if (!lapse) yield { ...draft, arrivesAt: inTimeAt };
    else if (lapse.arrivesAt !== null) {
      late.push({ ...draft, arrivesAt: lapse.arrivesAt });
      late.sort((a, b) => (a.arrivesAt < b.arrivesAt ? -1 : 1));
    }
  }
  yield* late;
}

/** The files with the times at which they come where nothing is let slip. */
function* sentFiles(): Generator<{ readonly draft: Draft; readonly inTimeAt: string }, void, undefined> {
  const world = huaihua();
  for (const [index, round] of rounds.entries()) {
    const roundOfDay = rounds.slice(0, index).filter(({ day }) => day === round.day).length;
    for (const [place, county] of world.counties.entries()) {
      const draft = round.fileOf(world.of(county), round);
      if (draft) yield { draft, inTimeAt: inTime(round.day, roundOfDay, place) };
    }
    const draft = round.cityFile?.(round);
    if (draft) yield { draft, inTimeAt: inTime(round.day, roundOfDay, world.counties.length) };
  }
}
