import type { Entry } from '../entries.ts';
import type { Form } from '../form.ts';
import type { Party } from '../party.ts';
import { entryWords, purposeWords, roleWords, sourceWords } from '../words.ts';
import { ledgerAmount, serialColumn, yesNo } from './shared-columns.ts';

/** 资金主体与专户登记表. */
export const partiesForm: Form<Party> = {
  title: () => '易地扶贫搬迁资金主体与专户登记表',
  sheetName: '专户登记',
  units: () => null,
  columns: [
    serialColumn(),
    { labels: ['主体编号', '主體編號', '主体编号'], cell: (row) => row.id },
    { labels: ['单位名称', '單位名稱', '户名'], cell: (row) => row.name },
    { labels: ['主体类型', '主體類型', '主体类型'], cell: (row) => roleWords[row.role] },
    { labels: ['银行账号', '銀行賬號', '银行账号'], cell: (row) => row.account },
    { labels: ['是否专户', '是否專戶', '是否专户'], cell: (row, habits) => yesNo(row.dedicated, habits) },
    {
      labels: ['是否个人账户', '是否個人賬戶', '是否个人账户'],
      cell: (row, habits) => yesNo(row.personal, habits),
    },
    { labels: ['开户行', '開戶行', '开户银行'], cell: (row) => row.bank },
    { labels: ['启用日期', '啓用日期', '启用日期'], cell: (row) => row.validFrom, date: true },
  ],
};

/** 项目资金台账. Where money is in 万元 only the line above the table says so. */
export const ledgerForm: Form<Entry> = {
  title: (period) => {
    const [year, month] = period.split('-').map(Number);
    return `${year}年${month}月易地扶贫搬迁项目资金台账`;
  },
  sheetName: '资金台账',
  units: (habits) => habits.ledgerMoney,
  columns: [
    { labels: ['流水号', '流水號', '凭证流水'], cell: (row) => row.no },
    { labels: ['业务类型', '業務類型', '收支类别'], cell: (row) => entryWords[row.type] },
    { labels: ['日期', '日期', '日期'], cell: (row) => row.date, date: true },
    { labels: ['资金来源', '資金來源', '资金渠道'], cell: (row) => sourceWords[row.source] },
    { labels: ['资金文号', '資金文號', '指标文号'], cell: (row) => row.docNo },
    {
      labels: ['项目编号', '項目編號', '项目编号'],
      cell: ({ project }, habits) => (habits.projectRef === 'id' ? project?.id : project?.name) ?? null,
    },
    {
      labels: ['资金用途', '資金用途', '用途'],
      cell: ({ purpose }) => (purpose ? purposeWords[purpose] : null),
    },
    {
      labels: ['金额', '金額', '发生额'],
      cell: (row, habits) => ledgerAmount(row.yuan, habits),
      unit: (habits) => (habits.ledgerMoney === '元' ? '元' : null),
    },
    { labels: ['付款账户', '付款賬戶', '付款专户'], cell: (row) => row.payerAccount },
    { labels: ['收款单位', '收款單位', '收款方'], cell: (row) => row.payeeName },
    { labels: ['收款账号', '收款賬號', '收款账号'], cell: (row) => row.payeeAccount },
    { labels: ['合同编号', '合同編號', '合同编号'], cell: (row) => row.contractNo },
    { labels: ['凭证号', '憑證號', '记账凭证号'], cell: (row) => row.voucherNo },
    {
      labels: ['支付方式', '支付方式', '支付方式'],
      cell: (row) => (row.method === 'cash' ? '现金' : row.type === 'pay' ? '直接支付' : null),
    },
    { labels: ['冲销流水号', '沖銷流水號', '更正原流水'], cell: (row) => row.reverses },
  ],
};
