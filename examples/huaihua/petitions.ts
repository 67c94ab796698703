import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import type { Project } from './projects.ts';
import { type Random, randomFrom } from './random.ts';

export type IssueKind = '来信' | '来访' | '热线' | '督查' | '审计' | '回头看';

/** One petition or finding of an inspection (问题清单), as it is in truth. */
export interface Issue {
  readonly no: string;
  readonly kind: IssueKind;
  readonly found: boolean;
  readonly category: string | null;
  readonly project: Project | null;
  readonly content: string;
  readonly received: Day;
  readonly assigned: Day | null;
  readonly responded: Day | null;
  readonly closed: Day | null;
  readonly satisfied: boolean | null;
  readonly repeatOf: string | null;
}

const contents: readonly (readonly [category: string, content: string])[] = [
  ['对象识别', '反映识别认定有误'],
  ['房屋质量', '反映安置房渗水'],
  ['住房面积', '反映分房面积不符'],
  ['资金', '反映补助未到账'],
  ['就业', '反映没有安排岗位'],
  ['分红', '反映分红未兑现'],
  ['拆旧', '反映旧房拆除补偿'],
];
const kinds: readonly IssueKind[] = ['来信', '来信', '来访', '来访', '热线', '审计', '回头看'];
/** Persons behind one petition a year, roughly. */
const personsPerPetition = 900;

/** Counties whose last petition lies on a desk: nobody has been told to see to it. */
const lies: ReadonlySet<string> = new Set(['431222', '431224']);
const unhandled = { assigned: null, responded: null, closed: null, satisfied: null };

/** Petitions of a county, one after another, and the inspections of its sites of 2016 (82 in the city). */
export function issuesOf(county: County, projects: readonly Project[]): readonly Issue[] {
  const random = randomFrom(`${county.code}/issues`);
  const count = Math.max(3, Math.round(county.weight / personsPerPetition));
  const petitions: Issue[] = [];
  for (let i = 0; i < count; i += 1) {
    const received = addDays('2016-09-05', Math.round((i * 220) / count) + random.int(0, 6));
    const [category, content] = random.pick(contents);
    const repeated = i % 13 === 12 ? petitions[i - 12] : undefined;
    const issue: Issue = {
      no: `${county.code}-W${String(i + 1).padStart(3, '0')}`,
      kind: random.pick(kinds),
      found: true,
      category,
      project: null,
      content,
      received,
      ...handled(received, random),
      repeatOf: repeated?.no ?? null,
    };
    petitions.push(i === count - 1 && lies.has(county.code) ? { ...issue, ...unhandled } : issue);
  }
  return [...petitions, ...inspectionsOf(county, projects, random)];
}

/** Most are assigned within days, answered within weeks and closed within two months; some are not. */
function handled(
  received: Day,
  random: Random,
): Pick<Issue, 'assigned' | 'responded' | 'closed' | 'satisfied'> {
  const assigned = addDays(received, random.int(0, 4));
  const responded = random.chance(0.95) ? addDays(assigned, random.int(5, 25)) : null;
  const closed = responded !== null && random.chance(0.93) ? addDays(responded, random.int(0, 34)) : null;
  return { assigned, responded, closed, satisfied: closed === null ? null : random.chance(0.9) };
}

function inspectionsOf({ code }: County, projects: readonly Project[], random: Random): readonly Issue[] {
  const sites = projects.filter(({ mode, planYear }) => mode === 'concentrated' && planYear === 2016);
  return sites.map((project, i): Issue => {
    const found = i % 6 === 5;
    const received = addDays('2017-02-06', Math.min(70, i * 3));
    return {
      no: `${code}-D${String(i + 1).padStart(3, '0')}`,
      kind: '督查',
      found,
      category: found ? '房屋质量' : null,
      project,
      content: found ? '巡检发现屋面渗水' : '巡检未发现问题',
      received,
      ...(found ? handled(received, random) : unhandled),
      repeatOf: null,
    };
  });
}

/** What a list of a day shows: what was received by then, and what was done with it by then. */
export function issuesOn(issues: readonly Issue[], from: Day, day: Day): readonly Issue[] {
  const seen = (date: Day | null) => (date !== null && date <= day ? date : null);
  return issues
    .filter(
      ({ received, closed }) => received <= day && (received >= from || closed === null || closed >= from),
    )
    .map((issue) => ({
      ...issue,
      assigned: seen(issue.assigned),
      responded: seen(issue.responded),
      closed: seen(issue.closed),
      satisfied: seen(issue.closed) === null ? null : issue.satisfied,
    }));
}
