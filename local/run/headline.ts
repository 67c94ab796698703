import * as z from 'zod';
import { headlines } from '../../shared/api/page/headlines.ts';

const catalogue = z.object({
  data: z.array(
    z.object({ id: z.string(), countUnit: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }),
  ),
});
const answer = z.object({
  data: z.array(
    z.object({
      indicator: z.string(),
      period: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      unit: z.string(),
      status: z.string(),
      rag: z.string().nullable(),
    }),
  ),
});
type Row = z.infer<typeof answer>['data'][number];

const fenPerWan = 1_000_000;

const symbols: Readonly<Record<string, string>> = { green: '●', amber: '▲', red: '■' };

/** The city's headline figures as a table, asked from the running endpoint like any client would. */
export async function headlineTable(url: string, area: string): Promise<string> {
  const chosen = new Set(headlines.map(({ indicator }) => indicator));
  const all = catalogue.parse(await getJson(`${url}/v1/indicators`)).data;
  const names = all.filter(({ id }) => chosen.has(id));
  const ids = names.map((one) => one.id).join(',');
  const { data } = answer.parse(await getJson(`${url}/v1/data?indicator=${ids}&area=${area}&period=latest`));
  const lines = data.map((row) => {
    const definition = names.find((one) => one.id === row.indicator);
    const name = `${definition?.name.zh ?? ''}  ${definition?.name.en ?? row.indicator}`;
    return [name, shown(row), fraction(row, definition?.countUnit ?? ''), row.period, symbol(row)];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) => line.map((text, column) => pad(text, widths[column] ?? 0, column)).join('  '))
    .join('\n');
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

function shown({ value, unit, status }: Row): string {
  if (value === null) return status;
  if (unit === '%') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'pp') return `${value < 0 ? '' : '+'}${(value * 100).toFixed(1)} pp`;
  return `${value.toLocaleString('en-US')}${unit === '–' ? '' : ` ${unit}`}`;
}

/** Numerator and denominator; money, kept in 分, is shown in 万元. */
function fraction({ numerator, denominator }: Row, countUnit: string): string {
  if (numerator === null || denominator === null) return '';
  const [above, below = above] = countUnit.split('/');
  const isMoney = above === '分';
  const number = (value: number, money: boolean) =>
    (money ? value / fenPerWan : value).toLocaleString('en-US', { maximumFractionDigits: 1 });
  if (isMoney && below !== '分') return `${number(numerator, true)} 万元 / ${number(denominator, false)}`;
  return `${number(numerator, isMoney)} / ${number(denominator, isMoney)}${isMoney ? ' 万元' : ''}`;
}

function symbol({ rag }: Row): string {
  return rag === null ? '' : `${symbols[rag] ?? ''} ${rag}`;
}

/** Columns on a terminal: a Chinese character takes two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uff00-\uff60“”]/.test(character) ? 2 : 1),
    0,
  );
}

/** Names and colours to the left, numbers to the right. */
function pad(text: string, to: number, column: number): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return column === 1 || column === 2 ? space + text : text + space;
}
