import type { Form } from '../form.ts';
import type { Share } from '../industry-project.ts';
import { serialColumn } from './shared-columns.ts';

function paidBy({ paidDate, paidInCash }: Share): string | null {
  if (paidDate === null) return null;
  return paidInCash ? '现金' : '打卡';
}

/** 入股分红台账 of the dividend year 2016. */
export const sharesForm: Form<Share> = {
  title: () => '2016年度易地扶贫搬迁户入股分红台账',
  sheetName: '入股分红',
  units: () => '元',
  columns: [
    serialColumn(),
    { labels: ['产业项目编号', '產業項目編號', '产业项目编号'], cell: (row) => row.industryId },
    {
      labels: ['户编号', '戶編號', '户编号'],
      cell: ({ household }) => household.no,
      only: (habits) => habits.householdRef === 'no',
    },
    {
      labels: ['户主身份证号', '戶主身份證號', '户主身份证号'],
      cell: ({ household }) => household.members[0]?.idNo ?? null,
      only: (habits) => habits.householdRef === 'headId',
    },
    {
      labels: ['户主姓名', '戶主姓名', '股东姓名'],
      cell: ({ household }) => household.members[0]?.name ?? null,
    },
    { labels: ['股份来源', '股份來源', '入股方式'], cell: () => '财政资金量化' },
    { labels: ['入股金额', '入股金額', '股金'], cell: (row) => row.principalYuan },
    { labels: ['股权证编号', '股權證編號', '股权证号'], cell: (row) => row.certificateNo },
    { labels: ['分红年度', '分紅年度', '分红年度'], cell: () => 2016 },
    { labels: ['应分红', '應分紅', '约定分红'], cell: (row) => row.dueYuan },
    { labels: ['实际分红', '實際分紅', '兑现金额'], cell: (row) => row.paidYuan },
    { labels: ['分红日期', '分紅日期', '打卡时间'], cell: (row) => row.paidDate, date: true },
    { labels: ['发放方式', '發放方式', '发放方式'], cell: paidBy },
    { labels: ['银行卡号', '銀行卡號', '一卡通账号'], cell: (row) => row.card },
  ],
};
