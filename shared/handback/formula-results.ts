import { dateToSerial } from 'hucre';
import type { Cell, RoundtripWorkbook } from 'hucre/xlsx';

function resultOf({ value }: Cell, is1904: boolean): string | number | boolean | null {
  return value instanceof Date ? dateToSerial(value, is1904) : value;
}

/**
 * Lets formulas keep the values they were saved with. The library writes back only results that are numbers: a text,
 * a truth, a day or the value of a shared formula would be lost, and the cell unreadable until Excel computes it
 * anew. An error's value becomes its text.
 */
export function keepFormulaResults({ sheets, dateSystem }: RoundtripWorkbook): void {
  for (const { cells } of sheets) {
    for (const [key, cell] of cells ?? []) {
      if (cell.formula === undefined) continue;
      const formulaResult = resultOf(cell, dateSystem === '1904');
      if (formulaResult !== null) cells?.set(key, { ...cell, formulaResult });
    }
  }
}
