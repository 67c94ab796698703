import { addDays, type Day } from '../../../shared/programme/calendar.ts';
import type { Column, Form } from '../form.ts';
import type { Habits } from '../habits.ts';
import type { Household } from '../households.ts';
import { phoneNumber } from '../identities.ts';
import { originOf } from '../links.ts';
import { longModeWords, modeWords, safetyNetWords } from '../words.ts';
import { countyColumn, nameText, serialColumn, yesNo } from './shared-columns.ts';

/** One line of a household register on a day; dates after that day are not in it. */
export interface HouseholdRow {
  readonly household: Household;
  readonly startDate: Day | null;
  readonly completionDate: Day | null;
  readonly keyHandedDate: Day | null;
  readonly moveInDate: Day | null;
  readonly demolishedDate: Day | null;
  /** Land won back, in 亩; `null` where nothing is. */
  readonly reclaimedMu: number | null;
}

/** A county's register on a day: in 2016 the households of 2016, later those of 2017 as well. */
export function householdRows(households: readonly Household[], day: Day): HouseholdRow[] {
  const seen = (date: Day | null) => (date !== null && date <= day ? date : null);
  return households
    .filter(({ project }) => project.planYear <= Number(day.slice(0, 4)))
    .map((household) => ({
      household,
      startDate: seen(household.startDate),
      completionDate: seen(household.completionDate),
      keyHandedDate: seen(household.keyHandedDate),
      moveInDate: seen(household.moveInDate),
      demolishedDate: seen(household.demolishedDate),
      reclaimedMu: reclaimedMu(household, day),
    }));
}

/** Two old sites in three are fields again six weeks after the house is gone. */
function reclaimedMu({ demolishedDate, serial }: Household, day: Day): number | null {
  if (demolishedDate === null || addDays(demolishedDate, 42) > day || serial % 3 === 0) return null;
  return (2 + (serial % 4)) / 10;
}

type Row = HouseholdRow;

const head = ({ household }: Row) => household.members[0];

const day = (labels: readonly [string, string, string], of: (row: Row) => Day | null): Column<Row> => ({
  labels,
  cell: of,
  date: true,
});

const projectOf = ({ household: { project } }: Row, habits: Habits) =>
  habits.projectRef === 'id' ? project.id : project.name;

const modeOf = ({ household: { project } }: Row, habits: Habits) =>
  habits.dialect === 'plain' ? modeWords[project.mode] : longModeWords[project.mode];

/** 搬迁户花名册. */
export const householdsForm: Form<Row> = {
  title: () => '易地扶贫搬迁户花名册',
  sheetName: '花名册',
  units: () => '人、平方米、元',
  columns: [
    serialColumn(),
    {
      labels: ['户编号', '戶編號', '贫困户编号'],
      cell: ({ household }) => household.no,
      only: (habits) => habits.householdRef === 'no',
    },
    { labels: ['户主姓名', '戶主姓名', '户主'], cell: (row, habits) => nameText(head(row)?.name, habits) },
    { labels: ['户主身份证号', '戶主身份證號', '身份证号码'], cell: (row) => head(row)?.idNo ?? null },
    { labels: ['联系电话', '聯繫電話', '户联系电话'], cell: phoneOf },
    countyColumn(({ household }) => household.project.county),
    { labels: ['迁出乡镇', '遷出鄉鎮', '乡（镇）'], cell: ({ household }) => household.township },
    { labels: ['迁出村', '遷出村', '行政村'], cell: ({ household }) => household.village },
    {
      labels: ['迁出点编号', '遷出點編號', '迁出点'],
      cell: ({ household }) => originOf(household),
    },
    {
      labels: ['家庭人口', '家庭人口', '家庭人口数'],
      cell: ({ household }) => household.members.length,
      sum: true,
    },
    { labels: ['是否建档立卡', '是否建檔立卡', '建档立卡户'], cell: (_row, habits) => yesNo(true, habits) },
    { labels: ['安置方式', '安置方式', '搬迁方式'], cell: modeOf },
    { labels: ['安置项目编号', '安置項目編號', '安置点编号'], cell: projectOf },
    { labels: ['安置住房面积', '安置住房面積', '住房面积'], cell: ({ household }) => household.houseArea },
    {
      labels: ['自筹资金', '自籌資金', '农户自筹'],
      cell: ({ household }) => household.selfRaisedYuan || null,
    },
    day(['开工日期', '開工日期', '建房开工时间'], (row) => row.startDate),
    day(['竣工日期', '竣工日期', '完工时间'], (row) => row.completionDate),
    day(['交钥匙日期', '交鑰匙日期', '交房时间'], (row) => row.keyHandedDate),
    day(['入住日期', '入住日期', '搬迁入住时间'], (row) => row.moveInDate),
    {
      labels: ['签订拆旧协议', '簽訂拆舊協議', '旧房拆除协议'],
      cell: ({ household }, habits) => yesNo(household.demolitionAgreed, habits),
    },
    day(['旧房拆除日期', '舊房拆除日期', '拆旧时间'], (row) => row.demolishedDate),
    { labels: ['复垦面积', '復墾面積', '宅基地复垦'], cell: (row) => row.reclaimedMu, unit: () => '亩' },
    {
      labels: ['不动产登记', '不動產登記', '房产证'],
      cell: ({ household, moveInDate }, habits) =>
        moveInDate === null ? null : yesNo(household.serial % 4 !== 0, habits),
    },
    {
      labels: ['脱贫年度', '脫貧年度', '脱贫时间'],
      cell: ({ household }) => (household.outOfPoverty ? 2016 : null),
    },
    {
      labels: ['人均纯收入', '人均純收入', '家庭人均纯收入'],
      cell: ({ household }) => household.incomeYuan,
    },
    {
      labels: ['兜底保障类型', '兜底保障類型', '保障类别'],
      cell: ({ household }) => safetyNetWords[household.safetyNet],
    },
  ],
};

/** Telephone a household gives; one in nine has none. */
export function phoneOf({ household }: Pick<Row, 'household'>): string | null {
  if (household.serial % 9 === 0) return null;
  return phoneNumber((Number(household.project.county.code) % 1000) * 100_000 + household.serial);
}
