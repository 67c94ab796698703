import { type Cell, writeXlsx } from 'hucre/xlsx';
import type { Finding } from '../../../shared/normalise/finding.ts';
import { openWorkbook } from '../../../shared/workbook/open.ts';
import { type CellValue, defaultReadLimits } from '../../../shared/workbook/source.ts';
import { madeUpId } from './filled-rows.ts';

/** Opens a file as functions do. */
export function openFile(bytes: Uint8Array) {
  return openWorkbook(bytes, defaultReadLimits);
}

/** A log that remembers what it was told. */
export function quietLog() {
  const lines: string[] = [];
  const add = (message: string) => void lines.push(message);
  return { lines, log: { info: add, warn: add, error: add } };
}

/** A finding of the sheet 花名册. */
export function findingAt(code: string, over: Partial<Finding> = {}): Finding {
  return {
    code,
    severity: 'error',
    sheet: '花名册',
    cell: null,
    row: null,
    field: null,
    dataset: 'households',
    params: {},
    ...over,
  };
}

/** A household's row as a clerk types it; `changes` by column. */
export function householdRow(index: number, changes: Readonly<Record<number, string | number | null>> = {}) {
  const own = [
    index + 1,
    '张三',
    madeUpId(index),
    '溆浦县',
    '卢峰镇',
    '横岩村',
    4,
    '是',
    '集中',
    'XP-2017-001',
    100,
  ];
  return own.map((value, column) => (column in changes ? (changes[column] ?? null) : value));
}

/** Columns of {@link householdRow}. */
export const householdHeader = [
  '序号',
  '户主姓名',
  '户主身份证号',
  '县（市、区）',
  '迁出乡镇',
  '迁出村',
  '家庭人口',
  '是否建档立卡',
  '安置方式',
  '安置项目编号',
  '安置住房面积',
];

const border = { style: 'thin' } as const;
const boxed = { border: { top: border, bottom: border, left: border, right: border } };

/** A county's form with everything that must survive: styles, merges, widths, formulas, validations, comments. */
export function countyForm(rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const last = rows.length + 3;
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { style: { font: { bold: true, size: 18, name: '黑体' }, alignment: { horizontal: 'center' } } }],
    ['2,1', { comment: { author: '县扶贫办', text: '按户口本填写' } }],
    [
      `${last},10`,
      { formula: `SUM(K4:K${last})`, formulaResult: rows.length * 100, type: 'formula', style: boxed },
    ],
  ]);
  for (const row of rows.keys()) {
    cells.set(`${row + 3},2`, { style: { ...boxed, numFmt: '@' } });
    cells.set(`${row + 3},10`, { style: { ...boxed, numFmt: '0.00', font: { color: { rgb: '1F4E79' } } } });
  }
  return writeXlsx({
    sheets: [
      {
        name: '花名册',
        rows: [
          ['溆浦县易地扶贫搬迁户花名册'],
          ['填报单位：溆浦县扶贫办　截至2017年4月30日　单位：元'],
          [...householdHeader],
          ...rows.map((row) => [...row]),
          ['合计', null, null, null, null, null, null, null, null, null, null],
        ],
        cells,
        columns: householdHeader.map((_, column) => ({
          width: column === 2 ? 24 : 12,
          hidden: column === 5,
        })),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 10 },
          { startRow: 1, startCol: 0, endRow: 1, endCol: 10 },
        ],
        rowDefs: new Map([[0, { height: 32 }]]),
        freezePane: { rows: 3 },
        autoFilter: { range: `A3:K${last}` },
        dataValidations: [{ type: 'list', values: ['集中', '分散'], range: 'I4:I500', allowBlank: true }],
        conditionalRules: [
          { type: 'cellIs', operator: 'greaterThan', formula: '125', priority: 1, range: 'K4:K500' },
        ],
        pageSetup: { orientation: 'landscape', printTitlesRow: '$3:$3' },
      },
      { name: '代码', rows: [['集中'], ['分散']], hidden: true },
    ],
    namedRanges: [{ name: '安置方式', range: '代码!$A$1:$A$2' }],
  });
}

/** All cells of a file as our own reader sees them, by `sheet!row!column`. */
export async function cellsByOurReader(bytes: Uint8Array): Promise<ReadonlyMap<string, CellValue>> {
  const cells = new Map<string, CellValue>();
  const workbook = await openFile(bytes);
  for (const sheet of workbook.sheets) {
    for await (const block of sheet.rows()) {
      for (const { row, cells: own } of block) {
        for (const [column, value] of own.entries()) {
          if (value !== null) cells.set(`${sheet.name}!${row}!${column}`, value);
        }
      }
    }
  }
  return cells;
}
