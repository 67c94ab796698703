import * as z from 'zod';
import { askedPeriod, headlines } from '../../shared/api/page/headlines.ts';

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
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
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

/** The plan year that is running, as the burn-up says it. */
const plan = z.object({ data: z.tuple([z.object({ planYear: z.number() })]).rest(z.unknown()) });

/** The city's headline figures as a table, asked from the running endpoint like any client would. */
export async function headlineTable(url: string, area: string): Promise<string> {
  const [{ planYear }] = plan.parse(await getJson(`${url}/v1/progress/334?area=${area}`)).data;
  const periods = new Map(headlines.map((one) => [one.indicator, askedPeriod(one, planYear)]));
  const all = catalogue.parse(await getJson(`${url}/v1/indicators`)).data;
  const names = all.filter(({ id }) => periods.has(id));
  const answers = await Promise.all(
    [...new Set(periods.values())].map(async (period) => {
      const ids = names.filter(({ id }) => periods.get(id) === period).map(({ id }) => id);
      return answer.parse(
        await getJson(`${url}/v1/data?indicator=${ids.join(',')}&area=${area}&period=${period}`),
      ).data;
    }),
  );
  const rows = answers.flat();
  const data = names.flatMap(({ id }) => rows.filter(({ indicator }) => indicator === id));
  const lines = data.map((row) => {
    const definition = names.find((one) => one.id === row.indicator);
    const name = `${definition?.name.zh ?? ''}  ${definition?.name.en ?? row.indicator}`;
    return [
      name,
      shown(row),
      fraction(row, definition?.countUnit ?? ''),
      `${row.period}${planned(row)}`,
      symbol(row),
    ];
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

/** The plan year, where the figure is of one. */
function planned({ parameters }: Row): string {
  return parameters.planYear === undefined ? '' : `  plan ${parameters.planYear}`;
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
