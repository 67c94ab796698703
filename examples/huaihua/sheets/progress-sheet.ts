import type { Column, Form } from '../form.ts';
import type { Progress } from '../progress.ts';
import { countyColumn, serialColumn } from './shared-columns.ts';

const modes = { concentrated: '集中安置', scattered: '分散安置', all: '合计' } as const;

const count = (
  labels: Column<Progress>['labels'],
  of: (line: Progress) => number | null,
): Column<Progress> => ({ labels, cell: of });

/** 进度旬报. Its last line is the sum of the two modes, which is data of its own. */
export const progressForm: Form<Progress> = {
  title: (period) => `${period.slice(0, 4)}年易地扶贫搬迁进度旬报`,
  sheetName: '进度报表',
  units: () => '户、人、个',
  columns: [
    serialColumn(),
    countyColumn(({ county }) => county),
    { labels: ['安置方式', '安置方式', '安置方式'], cell: ({ mode }) => modes[mode] },
    count(['计划户数', '計劃戶數', '任务户数'], ({ planHouseholds }) => planHouseholds),
    count(['计划人数', '計劃人數', '任务人数'], ({ planPersons }) => planPersons),
    count(['项目个数', '項目個數', '安置点个数'], ({ projects }) => projects),
    count(['开工项目个数', '開工項目個數', '开工项目个数'], ({ startedProjects }) => startedProjects),
    count(['开工户数', '開工戶數', '开工户数'], ({ startedHouseholds }) => startedHouseholds),
    { labels: ['开工率', '開工率', '开工率'], cell: ({ startRate }) => `${startRate}%` },
    count(['竣工户数', '竣工戶數', '竣工户数'], ({ completedHouseholds }) => completedHouseholds),
    { labels: ['竣工率', '竣工率', '竣工率'], cell: ({ completionRate }) => `${completionRate}%` },
    count(['入住户数', '入住戶數', '入住户数'], ({ occupiedHouseholds }) => occupiedHouseholds),
  ],
};
