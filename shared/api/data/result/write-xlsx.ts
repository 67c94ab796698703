import { type ColumnDef, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { headingStyle, plainFont, titleStyle } from '../../../handback/palette.ts';
import { catalogueVersion } from '../../../indicators/catalogue.ts';
import type { IndicatorDefinition } from '../../../indicators/definition.ts';
import { noteTexts } from '../../../messages/result-columns.ts';
import { displayWidth } from '../../../text/display-width.ts';
import { shanghaiTime } from '../../query/shanghai-time.ts';
import type { CellValue } from './columns.ts';
import type { Result, ResultRow } from './row.ts';
import { type FlatTable, flatTable, headersOf } from './table.ts';

/** A moment for the workbook's properties: the same answer gives the same bytes. */
const stamped = new Date('2017-01-01T00:00:00Z');

/** Widest and narrowest column. */
const widths = { most: 36, least: 8 } as const;
/** Rows looked at for the width of a column. */
const measuredRows = 200;

/**
 * An answer as a workbook: the table with its header frozen and its numbers formatted by their units, and behind
 * it 说明 with the snapshot, the query and the formulas. Numbers are numbers at full precision, whatever their
 * format shows. The same answer gives the same bytes.
 */
export function writeResultXlsx(result: Result, query: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [dataSheet(result), notesSheet(result, query)],
    activeSheet: 0,
    defaultFont: plainFont,
    properties: { title: noteTexts.data.zh, creator: 'Anju', created: stamped, modified: stamped },
  });
}

function dataSheet(result: Result): WriteSheet {
  const table = flatTable(result);
  const headers = headersOf(table, result);
  const cells = new Map(headers.map((_, column) => [`0,${column}`, { style: headingStyle }] as const));
  const formats = table.columns.map(({ kind }, column) => {
    if (kind === 'value') return commonFormat(table, result.form);
    return kind === 'count' ? countFormat(table, column) : formatOf[kind];
  });
  const styled = new Map<string, { style: { numFmt: string } | typeof headingStyle }>(cells);
  for (const [column, { kind }] of table.columns.entries()) {
    if (kind !== 'value' || formats[column] !== undefined) continue;
    for (const [row, { of }] of table.rows.entries()) {
      styled.set(`${row + 1},${column}`, { style: { numFmt: valueFormat(of, result.form) } });
    }
  }
  return {
    name: noteTexts.data[result.form.language],
    rows: [[...headers], ...table.rows.map((row) => [...row.cells])],
    cells: styled,
    columns: headers.map((header, column): ColumnDef => {
      const numFmt = formats[column];
      return { width: widthOf(table, header, column), ...(numFmt ? { numFmt } : {}) };
    }),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(headers.length - 1)}${table.rows.length + 1}` },
  };
}

const formatOf: Readonly<Record<'text' | 'share', string>> = { text: '@', share: '0.0%' };

/** Counts are whole but for the lead on a plan, and money in 元 or 万元. */
function countFormat({ rows }: FlatTable, column: number): string {
  return rows.every(({ cells }) => Number.isInteger(cells[column] ?? 0)) ? '#,##0' : '#,##0.00';
}

/** The format of values where all rows have one unit; `undefined` where each needs its own. */
function commonFormat({ rows }: FlatTable, form: Result['form']): string | undefined {
  const formats = new Set(rows.map(({ of }) => valueFormat(of, form)));
  const [only] = formats;
  return formats.size === 1 ? only : undefined;
}

const zeros = (count: number): string => (count > 0 ? `.${'0'.repeat(count)}` : '');

/** How a value of this unit is shown: 83.39%, 1,234.50, 12. */
function valueFormat({ observation: { unit } }: ResultRow, { decimals, share }: Result['form']): string {
  const isShare = unit === '%' || unit === 'pp';
  if (isShare && share !== 'points') return `0${zeros(decimals === null ? 2 : Math.max(0, decimals - 2))}%`;
  const usual = isShare ? 2 : unit === '–' ? 3 : /[元分]/.test(unit) ? 2 : 0;
  return `#,##0${zeros(decimals ?? usual)}`;
}

function widthOf({ rows }: FlatTable, header: string, column: number): number {
  const texts = rows.slice(0, measuredRows).map(({ cells }) => textOf(cells[column] ?? null));
  const longest = Math.max(displayWidth(header) + 2, ...texts.map(displayWidth));
  return Math.min(widths.most, Math.max(widths.least, longest + 2));
}

function textOf(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** Letters of a column: 0 is A, 26 is AA. */
function letters(column: number): string {
  const rest = column % 26;
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + rest);
}

function notesSheet({ rows, form, snapshot }: Result, query: string): WriteSheet {
  const text = (id: keyof typeof noteTexts): string => noteTexts[id][form.language];
  const indicators = new Map(rows.map(({ indicator }) => [indicator.id, indicator] as const));
  const told: readonly (readonly string[])[] = [
    [text('sheet')],
    [text('source'), text('sourceText')],
    [text('snapshot'), snapshot.snapshot],
    [text('asOf'), snapshot.asOf === null ? text('nothing') : shanghaiTime(snapshot.asOf)],
    [text('catalogue'), catalogueVersion],
    [text('query'), query],
    [text('rules')],
    [],
    [text('id'), text('indicator'), text('unit'), text('formula')],
    ...[...indicators.values()].map((one: IndicatorDefinition) => [
      one.id,
      one.name[form.language],
      one.unit,
      one.formula[form.language],
    ]),
  ];
  const head = told.findIndex((row) => row[0] === text('id'));
  const bold = [0, 1, 2, 3].map((column) => [`${head},${column}`, { style: headingStyle }] as const);
  return {
    name: text('sheet'),
    rows: told.map((row) => [...row]),
    cells: new Map([['0,0', { style: titleStyle }] as const, ...bold]),
    columns: [26, 30, 8, 80].map((width) => ({ width })),
  };
}
