import type { Cell, ColumnDef } from 'hucre/xlsx';
import { contracts } from '../datasets/contracts.ts';
import { handbackTexts } from '../messages/handback-texts.ts';
import { rowFates } from '../messages/row-fate.ts';
import { severityWords } from '../messages/severity-words.ts';
import type { Finding } from '../normalise/finding.ts';
import { countFindings } from '../normalise/finding-log.ts';
import { errorSheetName } from '../normalise/marks.ts';
import { headingStyle, linkStyle, markStyles, titleStyle } from './palette.ts';
import { gravestFirst, sentenceOf } from './sheet-marks.ts';

/** A sheet with only what both a new and an opened workbook take. */
export interface PlainSheet {
  name: string;
  rows: (string | number | boolean | null)[][];
  cells: Map<string, Cell>;
  columns: ColumnDef[];
  freezePane: { rows: number };
}

/** Where a finding's link leads: a sheet of the same workbook and a cell in it; `null` where there is none. */
export type LinkOf = (finding: Finding) => { readonly sheet: string; readonly cell: string } | null;

const headerIndex = 2;

/** A text cell: whatever stands in it stays text, also `=1+1`. */
export function textCell(value: string, style?: Cell['style']): Cell {
  return { value, type: 'string', ...(style ? { style } : {}) };
}

function place({ sheet, cell, row }: Finding): string {
  if (sheet === null) return handbackTexts.file;
  return cell === null && row === null ? sheet : `${sheet}!${cell ?? row}`;
}

function fieldLabel({ dataset, field }: Finding): string {
  if (!dataset || field === null) return '';
  return contracts[dataset].fields.find(({ name }) => name === field)?.zh ?? '';
}

/** A reference to a cell of a sheet, the name quoted as formulas need it. */
export function locationOf(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

/** The sheet 错误汇总: counts, what to do, and every finding with a link to its cell, errors first, notes last. */
export function summarySheet(findings: readonly Finding[], advice: string, linkOf: LinkOf): PlainSheet {
  const title = `${errorSheetName}：${handbackTexts.counts(countFindings(findings))}`;
  const rows: PlainSheet['rows'] = [[title], [advice], [...handbackTexts.columns]];
  const cells: PlainSheet['cells'] = new Map([['0,0', textCell(title, titleStyle)]]);
  for (const [column, label] of handbackTexts.columns.entries()) {
    cells.set(`${headerIndex},${column}`, textCell(label, headingStyle));
  }
  const fateOf = rowFates(findings);
  for (const [index, finding] of gravestFirst(findings).entries()) {
    const row = headerIndex + 1 + index;
    const { zh, en } = sentenceOf(finding, fateOf(finding));
    const texts = [severityWords[finding.severity].zh, place(finding), fieldLabel(finding), zh, en] as const;
    rows.push([index + 1, ...texts]);
    cells.set(`${row},1`, textCell(texts[0], markStyles[finding.severity]));
    for (const column of [2, 3, 4, 5]) cells.set(`${row},${column}`, textCell(texts[column - 1] ?? ''));
    const link = linkOf(finding);
    if (!link) continue;
    const hyperlink = { target: '', location: locationOf(link.sheet, link.cell) };
    cells.set(`${row},2`, { ...textCell(texts[1], linkStyle), hyperlink });
  }
  const columns = [6, 8, 24, 20, 80, 80].map((width) => ({ width }));
  return { name: errorSheetName, rows, cells, columns, freezePane: { rows: headerIndex + 1 } };
}
