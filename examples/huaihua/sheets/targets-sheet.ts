import type { Form } from '../form.ts';
import type { TargetRow } from '../targets.ts';
import { modeWords, targetWords } from '../words.ts';
import { countyColumn } from './shared-columns.ts';

/** 任务计划表. The county stands first, so that a 合计 in the mode column is data and no total. */
export const targetsForm: Form<TargetRow> = {
  title: (period) => `${period}年易地扶贫搬迁任务计划表`,
  sheetName: '任务计划',
  units: () => '个、户、人',
  columns: [
    countyColumn((row) => row.county),
    {
      labels: ['年度', '年度', '计划年度'],
      cell: (row) => row.planYear,
    },
    { labels: ['任务类型', '任務類型', '任务来源'], cell: (row) => targetWords[row.targetType] },
    { labels: ['安置方式', '安置方式', '搬迁方式'], cell: (row) => modeWords[row.mode] },
    { labels: ['安置点个数', '安置點個數', '集中安置点数'], cell: (row) => row.sites },
    { labels: ['计划搬迁户数', '計劃搬遷戶數', '任务户数'], cell: (row) => row.households },
    { labels: ['计划搬迁人数', '計劃搬遷人數', '任务人数'], cell: (row) => row.persons },
    { labels: ['下达文号', '下達文號', '计划文号'], cell: (row) => row.docNo },
    { labels: ['下达日期', '下達日期', '文件日期'], cell: (row) => row.effectiveDate, date: true },
  ],
};
