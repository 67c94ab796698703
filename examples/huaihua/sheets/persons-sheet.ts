import { addDays, type Day } from '../../../shared/programme/calendar.ts';
import { type Employment, employmentOn } from '../employment.ts';
import type { Form } from '../form.ts';
import { type Habits, habitsOf } from '../habits.ts';
import type { Household } from '../households.ts';
import type { Person } from '../people.ts';
import {
  formWords,
  healthWords,
  longSkillWords,
  regionWords,
  relationWords,
  skillWords,
  statusWords,
} from '../words.ts';
import { nameText, serialColumn, yesNo } from './shared-columns.ts';

/** One line of the persons ledger on a day. */
export interface PersonRow {
  readonly person: Person;
  readonly household: Household;
  readonly employment: Employment;
}

/** Everybody in the county's register on a day, household by household; in one county without the infants. */
export function personRows(households: readonly Household[], day: Day): PersonRow[] {
  const year = Number(day.slice(0, 4));
  return households
    .filter(({ project }) => project.planYear <= year)
    .flatMap((household) =>
      household.members
        .filter((person) => isListed(person, household, day))
        .map((person) => ({ person, household, employment: employmentOn(person, household, day) })),
    );
}

const halfAYear = 182;

function isListed({ birth }: Person, { project }: Household, day: Day): boolean {
  return habitsOf(project.county.code).listsInfants || addDays(birth, halfAYear) <= day;
}

const skillOf = ({ person }: PersonRow, habits: Habits) =>
  (habits.dialect === 'colloquial' ? longSkillWords : skillWords)[person.skill];

/** 搬迁人口与就业台账; the household is a 户编号 in most counties, the head's ID number in some. */
export const personsForm: Form<PersonRow> = {
  title: (period) => `${period.slice(0, 4)}年易地扶贫搬迁人口与就业台账`,
  sheetName: '就业台账',
  units: () => '元',
  columns: [
    serialColumn(),
    {
      labels: ['户编号', '戶編號', '贫困户编号'],
      cell: ({ household }) => household.no,
      only: (habits) => habits.householdRef === 'no',
    },
    {
      labels: ['户主身份证号', '戶主身份證號', '户主身份证号'],
      cell: ({ household }) => household.members[0]?.idNo ?? null,
      only: (habits) => habits.householdRef === 'headId',
    },
    { labels: ['姓名', '姓名', '家庭成员姓名'], cell: ({ person }, habits) => nameText(person.name, habits) },
    { labels: ['身份证号', '身份證號', '身份证号码'], cell: ({ person }) => person.idNo },
    {
      labels: ['与户主关系', '與戶主關係', '与户主关系'],
      cell: ({ person }) => relationWords[person.relation],
    },
    { labels: ['性别', '性別', '性别'], cell: ({ person }) => person.sex },
    {
      labels: ['在校生状况', '在校生狀況', '上学状态'],
      cell: ({ person }) => (person.student ? '在校生' : '非在校生'),
    },
    { labels: ['健康状况', '健康狀況', '健康状况'], cell: ({ person }) => healthWords[person.health] },
    { labels: ['劳动技能', '勞動技能', '劳动能力'], cell: skillOf },
    {
      labels: ['就业意愿', '就業意願', '是否愿意就业'],
      cell: ({ employment }, habits) => yesNo(employment.willing, habits),
    },
    {
      labels: ['就业状态', '就業狀態', '就业创业状态'],
      cell: ({ employment }) => (employment.status ? statusWords[employment.status] : null),
    },
    {
      labels: ['就业形式', '就業形式', '就业渠道'],
      cell: ({ employment }) => (employment.form ? formWords[employment.form] : null),
    },
    {
      labels: ['务工区域', '務工區域', '务工地点'],
      cell: ({ employment }) => (employment.region ? regionWords[employment.region] : null),
    },
    {
      labels: ['务工时间（月）', '務工時間（月）', '务工月数'],
      cell: ({ employment }) => employment.monthsWorked,
    },
    { labels: ['月工资', '月工資', '务工月收入'], cell: ({ employment }) => employment.wageYuan },
    {
      labels: ['培训时间', '培訓時間', '技能培训时间'],
      cell: ({ employment }) => employment.trainedDate,
      date: true,
    },
    {
      labels: ['转移就业帮扶', '轉移就業幫扶', '是否组织输出'],
      cell: ({ employment }, habits) => yesNo(employment.assisted, habits),
    },
  ],
};
