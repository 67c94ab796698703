import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Contract } from '../datasets/contract.ts';
import { plainFont } from '../handback/palette.ts';
import { templateTexts } from '../messages/template-texts.ts';
import { columnLetters } from '../normalise/finding-log.ts';
import { exampleRowMark } from '../normalise/marks.ts';
import { areaOf } from '../programme/areas.ts';
import { spanOf } from '../programme/periods.ts';
import { type FormColumn, formColumns, type TemplateScope } from './form-columns.ts';
import { instructionSheet } from './instruction-sheet.ts';

/** Rows whose cells are formatted beforehand, so that a typed or pasted identity number stays text. */
const formattedRows = 2_000;
/** Rows in which the drop-downs work. */
const validatedRows = 20_000;
/** Title, line of facts, header, example: the first row to fill is below. */
const firstRow = 5;

/** A moment for the workbook's properties: its bytes must not depend on when it is made. */
const stamped = new Date('2017-01-01T00:00:00Z');

const styles = {
  title: {
    font: { ...plainFont, bold: true, size: 16 },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  header: {
    font: { ...plainFont, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE7E4' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border: { bottom: { style: 'thin' } },
  },
  example: { font: { ...plainFont, italic: true, color: { rgb: '808080' } } },
  text: { numFmt: '@' },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** The line above the header that says whose data these are, of when, and in which money. */
function factsLine(contract: Contract, { area, period }: TemplateScope): string {
  const { reporter, period: periodWord, dataDate, unit, toFill } = templateTexts;
  const money = contract.fields.find(({ type }) => type === 'money')?.unit;
  const facts = [
    `${reporter}：${areaOf(area ?? '')?.zh ?? toFill}`,
    `${periodWord}：${period ?? toFill}`,
    `${dataDate}：${period ? spanOf(period).last : toFill}`,
    ...(money ? [`${unit}：${money}`] : []),
  ];
  return facts.join('　　');
}

function validations(columns: readonly FormColumn[]): DataValidation[] {
  return columns.flatMap(({ choices, field }, index) => {
    if (choices.length === 0) return [];
    const letters = columnLetters(index + 1);
    return {
      type: 'list',
      values: [...choices],
      range: `${letters}${firstRow}:${letters}${firstRow + validatedRows - 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: field.zh,
      errorMessage: choices.slice(0, 12).join('、'),
    } satisfies DataValidation;
  });
}

function cellsOf(columns: readonly FormColumn[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: styles.title }]]);
  for (let column = 0; column <= columns.length; column += 1) {
    cells.set(`2,${column}`, { style: styles.header });
    const isText = columns[column - 1]?.isText ?? false;
    cells.set(`3,${column}`, { style: isText ? { ...styles.example, ...styles.text } : styles.example });
    for (let row = firstRow - 1; isText && row < firstRow - 1 + formattedRows; row += 1) {
      cells.set(`${row},${column}`, { style: styles.text });
    }
  }
  return cells;
}

function dataSheet(contract: Contract, scope: TemplateScope, columns: readonly FormColumn[]): WriteSheet {
  const last = columns.length;
  const title = `${areaOf(scope.area ?? '')?.zh ?? ''}${contract.zh}`;
  return {
    name: contract.zh,
    rows: [
      [title],
      [factsLine(contract, scope)],
      [templateTexts.serial, ...columns.map(({ header }) => header)],
      [exampleRowMark, ...columns.map(({ example }) => (example === '' ? null : example))],
    ],
    cells: cellsOf(columns),
    columns: [{ width: 7 }, ...columns.map(({ width }) => ({ width }))],
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: new Map([
      [0, { height: 28 }],
      [2, { height: 36 }],
    ]),
    freezePane: { rows: firstRow - 2, columns: 1 },
    dataValidations: validations(columns),
  };
}

/**
 * An empty form of a dataset: instructions from its contract, and a sheet with title, facts, header, drop-downs
 * and one example row that is not read. Filled in, it passes ingest as it is. The same contract and scope give
 * the same bytes. Throws only for a period that is none.
 */
export function makeTemplate(contract: Contract, scope: TemplateScope): Promise<Uint8Array> {
  const columns = formColumns(contract, scope);
  return writeXlsx({
    sheets: [instructionSheet(contract, columns), dataSheet(contract, scope, columns)],
    activeSheet: 1,
    defaultFont: plainFont,
    properties: { title: contract.zh, creator: 'Anju', created: stamped, modified: stamped },
  });
}
