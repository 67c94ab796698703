import type { Form } from '../form.ts';
import type { IndustryProject } from '../industry-project.ts';
import { modelWords, sectorWords } from '../words.ts';
import { countyColumn, money, serialColumn, yesNo } from './shared-columns.ts';

const inWan = (yuan: number) => money(yuan, '万元');

/** Share of the poor in the entity in percent, two decimals, as stated. */
function ratioPercent({ convertedYuan, capitalYuan, overstatedPercent = 0 }: IndustryProject): number {
  const share = convertedYuan / (convertedYuan + capitalYuan) + overstatedPercent / 100;
  return Math.round(share * 10_000) / 100;
}

/** 产业项目（基地）台账. */
export const industryForm: Form<IndustryProject> = {
  title: (period) => `${period.slice(0, 4)}年易地扶贫搬迁后续产业项目（基地）台账`,
  sheetName: '产业项目',
  units: () => '万元、户',
  columns: [
    serialColumn(),
    { labels: ['产业项目编号', '產業項目編號', '产业项目编号'], cell: (row) => row.id },
    { labels: ['产业项目名称', '產業項目名稱', '基地名称'], cell: (row) => row.name },
    countyColumn((row) => row.county),
    { labels: ['利益联结模式', '利益聯結模式', '带动模式'], cell: (row) => modelWords[row.model] },
    { labels: ['经营主体', '經營主體', '实施主体'], cell: (row) => row.entity },
    { labels: ['统一社会信用代码', '統一社會信用代碼', '信用代码'], cell: (row) => row.uscc },
    { labels: ['产业类别', '產業類別', '主导产业'], cell: (row) => sectorWords[row.sector] },
    { labels: ['关联安置点', '關聯安置點', '配套安置点'], cell: (row) => row.siteId },
    {
      labels: ['财政扶贫资金投入', '財政扶貧資金投入', '上级扶贫资金'],
      cell: (row) => inWan(row.fiscalYuan),
      sum: true,
    },
    { labels: ['主体自有资本', '主體自有資本', '企业自有资金'], cell: (row) => inWan(row.capitalYuan) },
    {
      labels: ['转为股份金额', '轉爲股份金額', '折股金额'],
      cell: (row) => inWan(row.convertedYuan),
      sum: true,
    },
    { labels: ['贫困户持股比例', '貧困戶持股比例', '扶贫股占比'], cell: ratioPercent, unit: () => '%' },
    { labels: ['入股协议编号', '入股協議編號', '入股协议编号'], cell: (row) => row.agreementNo },
    { labels: ['协议起始', '協議起始', '协议起始'], cell: (row) => row.agreementStart, date: true },
    { labels: ['协议到期', '協議到期', '到期时间'], cell: (row) => row.agreementEnd, date: true },
    { labels: ['保底分红比例', '保底分紅比例', '年保底收益率'], cell: (row) => `${row.guaranteedPercent}%` },
    {
      labels: ['是否约定回购', '是否約定回購', '是否约定回购'],
      cell: (row, habits) => yesNo(row.isDebtLike, habits),
    },
    {
      labels: ['是否股权登记', '是否股權登記', '是否股权登记'],
      cell: (row, habits) => yesNo(!row.isDebtLike, habits),
    },
    { labels: ['分红年度', '分紅年度', '分红年度'], cell: () => 2016 },
    { labels: ['当年可分配利润', '當年可分配利潤', '净利润'], cell: (row) => inWan(row.profitYuan) },
    {
      labels: ['带动搬迁户数', '帶動搬遷戶數', '带动贫困户数'],
      cell: (row) => row.shares.length,
      sum: true,
    },
  ],
};
