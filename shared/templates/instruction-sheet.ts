import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import type { Contract } from '../datasets/contract.ts';
import { plainFont, titleStyle } from '../handback/palette.ts';
import { needTexts, templateTexts, typeTexts } from '../messages/template-texts.ts';
import { instructionSheetName, instructionTitle } from '../normalise/marks.ts';
import type { FormColumn } from './form-columns.ts';

const bold: CellStyle = { font: { ...plainFont, bold: true } };
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };

/** Bounds of a field in its own unit: money is kept in 分, a percentage as a fraction. */
function bounds({ field }: FormColumn): string {
  const scale =
    field.type === 'percent' ? 100 : field.type === 'money' ? (field.unit === '万元' ? 1e-6 : 0.01) : 1;
  const { min, max } = field;
  const shown = (value: number) => String(Number((value * scale).toPrecision(12)));
  if (min !== undefined && max !== undefined) return `${shown(min)} ~ ${shown(max)}`;
  if (min !== undefined) return field.aboveMin ? `> ${shown(min)}` : `≥ ${shown(min)}`;
  return max === undefined ? '' : `≤ ${shown(max)}`;
}

/** The sheet 填表说明: how to fill the form, and its fields one by one, all from the contract. */
export function instructionSheet(contract: Contract, columns: readonly FormColumn[]): WriteSheet {
  const { fieldColumns, rules } = templateTexts;
  const head = [[instructionTitle(contract.zh)], ...rules.map((rule, i) => [`${i + 1}. ${rule}`]), []];
  const fields = columns.map((column) => {
    const { field, choices, example } = column;
    const allowed = field.values || field.type === 'bool' ? choices.join('、') : bounds(column);
    return [
      field.zh,
      needTexts[field.need],
      typeTexts[field.type],
      allowed,
      field.unit ?? '',
      String(example),
      field.en,
    ];
  });
  const table = head.length;
  const cells = new Map([['0,0', { style: titleStyle }]]);
  const styled = new Map<string, { style: CellStyle }>(cells);
  for (const column of fieldColumns.keys()) {
    styled.set(`${table},${column}`, { style: bold });
    for (const row of fields.keys()) styled.set(`${table + 1 + row},${column}`, { style: wrapped });
  }
  return {
    name: instructionSheetName,
    rows: [...head, [...fieldColumns], ...fields],
    cells: styled,
    columns: [18, 7, 26, 44, 8, 22, 26].map((width) => ({ width })),
  };
}
