import type { Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import { type Habits, habitsOf } from './habits.ts';
import { personName } from './names.ts';
import { randomFrom } from './random.ts';
import type { Cell, Sheet } from './sheet.ts';

/** One column of a form: its header in three dialects and what a row shows in it. */
export interface Column<Row> {
  /** Plain, Traditional, and the alias that other counties use. */
  readonly labels: readonly [plain: string, traditional: string, colloquial: string];
  readonly cell: (row: Row, habits: Habits, serial: number) => Cell;
  /** Written the way the county writes dates; the cell is an ISO day. */
  readonly date?: true;
  /** Added up in the 合计 row. */
  readonly sum?: true;
  /** Unit behind the header: 概算总投资（元）. */
  readonly unit?: (habits: Habits) => string | null;
  /** Not every county has the column. */
  readonly only?: (habits: Habits) => boolean;
}

/** Who fills in a form: a county, or the city itself. */
export type Sender = Pick<County, 'code' | 'name'>;

/** A form (台账) that counties fill in. */
export interface Form<Row> {
  /** What follows the county's name in the title. */
  readonly title: (period: string) => string;
  readonly sheetName: string;
  /** Behind 单位：, or null when the form says none. */
  readonly units: (habits: Habits) => string | null;
  readonly columns: readonly Column<Row>[];
}

const traditionalWords: readonly (readonly [string, string])[] = [
  ['溆浦县', '漵浦縣'],
  ['填报单位', '填報單位'],
  ['发改局', '發改局'],
  ['盖章', '蓋章'],
  ['单位', '單位'],
  ['万元', '萬元'],
  ['户', '戶'],
  ['县', '縣'],
  ['扶贫搬迁', '扶貧搬遷'],
  ['项目', '項目'],
  ['进度', '進度'],
  ['台账', '臺賬'],
];

/** A line of text the way the county's dialect writes it. */
export function inDialect(text: string, habits: Habits): string {
  if (habits.dialect !== 'traditional') return text;
  return traditionalWords.reduce((line, [plain, traditional]) => line.replaceAll(plain, traditional), text);
}

/** 2017年4月21日. */
export function hanDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function headerOf<Row>(column: Column<Row>, habits: Habits): string {
  const at = { plain: 0, traditional: 1, colloquial: 2 } as const;
  const label = column.labels[at[habits.dialect]];
  const unit = column.unit?.(habits) ?? null;
  return unit === null ? label : `${label}（${inDialect(unit, habits)}）`;
}

function totalOf<Row>(columns: readonly Column<Row>[], rows: readonly (readonly Cell[])[]): Cell[] {
  return columns.map((column, i) => {
    if (i === 0) return '合计';
    if (!column.sum) return null;
    const sum = rows.reduce((total, row) => total + Number(row[i] ?? 0), 0);
    return Math.round(sum * 10_000) / 10_000;
  });
}

function footerOf(county: Sender, period: string, day: Day): string {
  const random = randomFrom(`${county.code}/clerk/${period}`);
  const date = day.split('-').map(Number).join('.');
  return `填表人：${personName(random)}  审核人：${personName(random)}  填报日期：${date}  （单位盖章）`;
}

/** Fills a form with a county's rows: title, one line that says who, as of when and in what units, one header row. */
export function fill<Row>(
  form: Form<Row>,
  about: { county: Sender; period: string; day: Day },
  rows: readonly Row[],
): Sheet {
  const { county, period, day } = about;
  const habits = habitsOf(county.code);
  const columns = form.columns.filter((column) => column.only?.(habits) ?? true);
  const cells = rows.map((row, i) => columns.map((column) => column.cell(row, habits, i + 1)));
  const units = form.units(habits);
  const line = [`填报单位：${county.name}发改局（盖章）`, `截至${hanDay(day)}`];
  if (units !== null) line.push(`单位：${units}`);
  const summable = habits.totals && columns.some((column) => column.sum);
  return {
    name: form.sheetName,
    title: inDialect(`${county.name}${form.title(period)}`, habits),
    note: inDialect(line.join('   '), habits),
    headers: columns.map((column) => headerOf(column, habits)),
    dateColumns: columns.map((column) => column.date ?? false),
    dates: habits.dates,
    rows: cells,
    total: summable ? totalOf(columns, cells) : null,
    footer: habits.footer ? footerOf(county, period, day) : null,
  };
}
