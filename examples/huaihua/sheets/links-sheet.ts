import type { Column, Form } from '../form.ts';
import type { Habits } from '../habits.ts';
import type { Link } from '../links.ts';
import { nameText, serialColumn } from './shared-columns.ts';

const kinds = { site: '安置点', origin: '迁出点', household: '搬迁户', task: '作战图节点' } as const;
const levels = { county: '县级领导', township: '乡镇领导', village: '村组干部' } as const;

/** Number of the object as the county's other files write it. */
function objectOf({ object }: Link, habits: Habits): string | null {
  if (object.kind !== 'household') return object.id;
  const { no, members } = object.household;
  return habits.householdRef === 'no' ? no : (members[0]?.idNo ?? null);
}

const day = (labels: Column<Link>['labels'], of: (link: Link) => string | null): Column<Link> => ({
  labels,
  cell: of,
  date: true,
});

/** 责任落实台账. */
export const linksForm: Form<Link> = {
  title: () => '易地扶贫搬迁责任落实台账',
  sheetName: '责任落实',
  units: () => null,
  columns: [
    serialColumn(),
    { labels: ['对象类型', '對象類型', '责任对象类型'], cell: ({ object }) => kinds[object.kind] },
    { labels: ['对象编号', '對象編號', '责任对象'], cell: objectOf },
    { labels: ['挂帮层级', '掛幫層級', '领导级别'], cell: ({ level }) => levels[level] },
    { labels: ['责任人', '責任人', '挂帮领导'], cell: ({ official }, habits) => nameText(official, habits) },
    day(['责任状签订日期', '責任狀簽訂日期', '目标责任书'], ({ letterSigned }) => letterSigned),
    day(['挂帮起始', '掛幫起始', '挂帮起始时间'], ({ start }) => start),
    day(['挂帮结束', '掛幫結束', '脱钩时间'], ({ end }) => end),
    day(['计划完成时间', '計劃完成時間', '时间节点'], ({ due }) => due),
    day(['销号日期', '銷號日期', '完成时间'], ({ closed }) => closed),
  ],
};
