import type { Column, Form } from '../form.ts';
import type { Issue } from '../petitions.ts';
import { serialColumn, yesNo } from './shared-columns.ts';

const day = (labels: Column<Issue>['labels'], of: (issue: Issue) => string | null): Column<Issue> => ({
  labels,
  cell: of,
  date: true,
});

/** 督查与来信来访问题清单. */
export const issuesForm: Form<Issue> = {
  title: () => '易地扶贫搬迁督查与来信来访问题清单',
  sheetName: '问题清单',
  units: () => null,
  columns: [
    serialColumn(),
    { labels: ['问题编号', '問題編號', '信访件编号'], cell: ({ no }) => no },
    { labels: ['问题来源', '問題來源', '类别'], cell: ({ kind }) => kind },
    {
      labels: ['是否发现问题', '是否發現問題', '有无问题'],
      cell: ({ found }, habits) => yesNo(found, habits),
    },
    { labels: ['问题类型', '問題類型', '问题类型'], cell: ({ category }) => category },
    {
      labels: ['涉及项目', '涉及項目', '涉及项目'],
      cell: ({ project }, habits) => (habits.projectRef === 'id' ? project?.id : project?.name) ?? null,
    },
    { labels: ['问题描述', '問題描述', '反映内容'], cell: ({ content }) => content },
    day(['收到日期', '收到日期', '登记时间'], ({ received }) => received),
    day(['交办日期', '交辦日期', '交办日期'], ({ assigned }) => assigned),
    day(['答复日期', '答覆日期', '反馈时间'], ({ responded }) => responded),
    day(['办结日期', '辦結日期', '整改完成时间'], ({ closed }) => closed),
    {
      labels: ['是否满意', '是否滿意', '群众满意度'],
      cell: ({ satisfied }, habits) => yesNo(satisfied, habits),
    },
    { labels: ['重复件原编号', '重複件原編號', '重复件原编号'], cell: ({ repeatOf }) => repeatOf },
  ],
};
