import type { Sheet } from '../workbook/source.ts';
import { personalNumber } from './cells/identity-in-text.ts';

/** Digits of a number that may be a person's are never shown; a year, a month and a serial number are. */
function withoutLongRuns(text: string, longest: number): string {
  return text.replace(new RegExp(`[0-9０-９](?:[\\s.·-]?[0-9０-９]){${longest},}[XxＸｘ]?`, 'g'), '*');
}

function shownSheetName(name: string, index: number): string {
  if (personalNumber(name) || /身份证号?码?[:：]?\s*[0-9０-９]/.test(name))
    return `第${index + 1}张工作表 / sheet ${index + 1}`;
  return withoutLongRuns(name, 4);
}

/**
 * Sheet names as findings and lineage may show them (design.md, Access and privacy): runs of five and more digits are
 * `*`; a sheet whose name carries a person's number, or would be shown like another one, is called by its place.
 */
export function shownSheetNames(sheets: readonly Pick<Sheet, 'name'>[]): readonly string[] {
  const shown = sheets.map(({ name }, index) => shownSheetName(name, index));
  return shown.map((name, index) => {
    const isAlone = name === sheets[index]?.name || shown.indexOf(name) === shown.lastIndexOf(name);
    return isAlone ? name : `第${index + 1}张工作表 / sheet ${index + 1}`;
  });
}

/** The sheets under the names they may be shown by. */
export function underShownNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const names = shownSheetNames(sheets);
  return sheets.map((sheet, index) => {
    const name = names[index] ?? sheet.name;
    if (name === sheet.name) return sheet;
    const { hidden, date1904, merges } = sheet;
    return { name, hidden, date1904, merges, rows: () => sheet.rows() };
  });
}

/** An object key as a finding may show it: area and period as typed, the file name without long runs of digits. */
export function shownKey(key: string): string {
  const parts = key.split('/');
  const fileName = parts.pop() ?? '';
  const folders = parts.map((part) => (personalNumber(part) ? '*' : withoutLongRuns(part, 8)));
  return [...folders, personalNumber(fileName) ? '*' : withoutLongRuns(fileName, 4)].join('/');
}
