import type { Day } from '../../../shared/programme/calendar.ts';
import type { Column, Form } from '../form.ts';
import type { Habits } from '../habits.ts';
import { type Project, type ProjectState, stateOn } from '../projects.ts';
import { longModeWords, modeWords } from '../words.ts';
import { countyColumn, money, serialColumn, yesNo } from './shared-columns.ts';

/** One line of a projects ledger: the project and its state on the day of the file. */
export interface ProjectRow {
  readonly project: Project;
  readonly state: ProjectState;
  /** Whether the filing (备案) has passed by then. */
  readonly filed: boolean;
}

/** A county's projects as its file of a day lists them: those of 2017 from December 2016 on. */
export function projectRows(projects: readonly Project[], day: Day): ProjectRow[] {
  return projects
    .filter((project) => project.planYear === 2016 || day >= '2016-12-01')
    .map((project) => ({ project, state: stateOn(project, day), filed: project.filingDate <= day }));
}

const answer = (
  labels: readonly [string, string, string],
  of: (row: ProjectRow) => boolean | null,
): Column<ProjectRow> => ({ labels, cell: (row, habits) => yesNo(of(row), habits) });

const count = (
  labels: readonly [string, string, string],
  of: (row: ProjectRow) => number,
): Column<ProjectRow> => ({
  labels,
  cell: of,
  sum: true,
});

/** One thing left open: 通道's first unbegun site has not yet been looked at for floods. */
function floodChecked({ project, state }: ProjectRow): boolean | null {
  const unchecked = project.id === '431230-2017-J009' && state.started === 0;
  return unchecked ? null : true;
}

/** On forbidden ground: one site of 沅陵 lies in a reserve. */
function outsideReserve({ project }: ProjectRow): boolean {
  return project.id !== '431222-2017-J025';
}

/** 中方's first batch has begun without the letter. */
function letterSigned({ project, state }: ProjectRow): boolean {
  return state.startDate !== null && project.id !== '431221-2017-F001';
}

/** One site of 芷江 failed, one of 靖州 passed only after it was mended. */
function conclusionOf({ id }: Project): string {
  if (id === '431228-2016-J002') return '不合格';
  return id === '431229-2016-J001' ? '整改后合格' : '合格';
}

const modeOf = ({ project }: ProjectRow, habits: Habits) =>
  habits.dialect === 'plain' ? modeWords[project.mode] : longModeWords[project.mode];

/** 项目进度台账. */
export const projectsForm: Form<ProjectRow> = {
  title: (period) => `${period.slice(0, 4)}年易地扶贫搬迁项目进度台账`,
  sheetName: '项目进度台账',
  units: (habits) => `${habits.projectMoney}、户、人`,
  columns: [
    serialColumn(),
    { labels: ['项目编号', '項目編號', '项目代码'], cell: ({ project }) => project.id },
    { labels: ['项目名称', '項目名稱', '安置点名称'], cell: ({ project }) => project.name },
    countyColumn(({ project }) => project.county),
    { labels: ['乡镇', '鄉鎮', '所在乡镇'], cell: ({ project }) => project.township },
    { labels: ['安置方式', '安置方式', '安置类型'], cell: modeOf },
    { labels: ['年度', '年度', '计划年度'], cell: ({ project }) => project.planYear },
    count(['安置户数', '安置戶數', '规模（户）'], ({ project }) => project.households),
    count(['安置人数', '安置人數', '规模（人）'], ({ project }) => project.persons),
    count(['开工户数', '開工戶數', '已开工户数'], ({ state }) => state.started),
    count(['竣工户数', '竣工戶數', '完工户数'], ({ state }) => state.completed),
    count(['入住户数', '入住戶數', '已入住户数'], ({ state }) => state.occupied),
    {
      labels: ['概算总投资', '概算總投資', '总投资'],
      cell: ({ project }, habits) => money(project.investmentYuan, habits.projectMoney),
      unit: (habits) => habits.projectMoney,
      sum: true,
    },
    {
      labels: ['备案文号', '備案文號', '备案审查文号'],
      cell: ({ project, filed }) => (filed ? project.filingNo : null),
    },
    {
      labels: ['备案日期', '備案日期', '备案审查时间'],
      cell: ({ project, filed }) => (filed ? project.filingDate : null),
      date: true,
    },
    {
      labels: ['备案审查结果', '備案審查結果', '审查意见'],
      cell: ({ filed }) => (filed ? '通过' : '待审'),
    },
    { labels: ['开工日期', '開工日期', '实际开工时间'], cell: ({ state }) => state.startDate, date: true },
    {
      labels: ['竣工日期', '竣工日期', '实际竣工时间'],
      cell: ({ state }) => state.completionDate,
      date: true,
    },
    {
      labels: ['验收日期', '驗收日期', '竣工验收时间'],
      cell: ({ state }) => state.acceptanceDate,
      date: true,
    },
    {
      labels: ['验收结论', '驗收結論', '质量等级'],
      cell: ({ project, state }) => (state.acceptanceDate ? conclusionOf(project) : null),
    },
    answer(['终身责任书', '終身責任書', '质量终身负责制'], letterSigned),
    answer(['避开地质灾害易发区', '避開地質災害易發區', '四避开-地灾'], () => true),
    answer(['避开洪涝灾害威胁区', '避開洪澇災害威脅區', '四避开-洪涝'], floodChecked),
    answer(['避开生态保护区', '避開生態保護區', '四避开-生态'], outsideReserve),
    answer(['避开永久基本农田', '避開永久基本農田', '四避开-基本农田'], () => true),
    answer(['靠近城镇', '靠近城鎮', '四靠近-城镇'], ({ project }) => project.near[0]),
    answer(['靠近园区景区', '靠近園區景區', '四靠近-园区/景区'], ({ project }) => project.near[1]),
    answer(['靠近农村新型社区', '靠近農村新型社區', '四靠近-社区'], ({ project }) => project.near[2]),
    answer(['靠近中心村', '靠近中心村', '四靠近-中心村'], ({ project }) => project.near[3]),
    answer(['房产能升值', '房產能升值', '四达到-升值'], ({ project }) => project.reach[0]),
    answer(['增收有保障', '增收有保障', '四达到-增收'], ({ project }) => project.reach[1]),
    answer(['基础配套强', '基礎配套強', '四达到-配套'], ({ project }) => project.reach[2]),
    answer(['公共服务好', '公共服務好', '四达到-公服'], ({ project }) => project.reach[3]),
  ],
};
