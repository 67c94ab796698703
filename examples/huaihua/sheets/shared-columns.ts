import type { Column, Sender } from '../form.ts';
import type { Habits } from '../habits.ts';
import { shortCountyNames } from '../words.ts';

/** 序号, the running number nearly every form begins with. */
export function serialColumn<Row>(): Column<Row> {
  return { labels: ['序号', '序號', '序号'], cell: (_row, _habits, serial) => serial };
}

/** The county as a code or as the name the county calls itself. */
export function countyColumn<Row>(of: (row: Row) => Sender): Column<Row> {
  return {
    labels: ['县（市、区）', '縣（市、區）', '县区'],
    cell: (row, habits) => countyText(of(row), habits),
  };
}

function countyText(county: Sender, habits: Habits): string {
  return habits.countyCell === 'code' ? county.code : (shortCountyNames[county.code] ?? county.name);
}

/** 是 or √; blank stays blank, no is 否. */
export function yesNo(value: boolean | null, habits: Habits): string | null {
  if (value === null) return null;
  if (value) return habits.yes;
  return habits.yes === '√' ? '×' : '否';
}

/** Yuan in the unit of the form; hundreds of yuan are exact in 万元 with two decimals. */
export function money(yuan: number, unit: '元' | '万元'): number {
  return unit === '元' ? yuan : yuan / 10_000;
}

/** A name as the county types it: 张　三 or 张三. */
export function nameText(name: string | undefined, habits: Habits): string | null {
  if (name === undefined) return null;
  return habits.widensNames && name.length === 2 ? [...name].join('　') : name;
}

/** An amount of the ledger: a bare number, or text with separators. */
export function ledgerAmount(yuan: number, habits: Habits): number | string {
  const amount = money(yuan, habits.ledgerMoney);
  if (!habits.groupsDigits) return amount;
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}.00`;
}
