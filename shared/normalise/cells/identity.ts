import { type Day, dayOf } from '../../programme/calendar.ts';
import { codeText, isMissing } from '../../text/clean.ts';
import type { CellValue } from '../../workbook/source.ts';
import { blank, faulted, type Reading, refused } from './reading.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48;
const twoDigitsAt = (text: string, at: number): number => digitAt(text, at) * 10 + digitAt(text, at + 1);

/** GB 11643 check character of the first seventeen digits. */
export function idCheckCharacter(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += digitAt(digits, i) * (weights[i] ?? 0);
  return checks.charAt(sum % 11);
}

function isBirthday(id: string, today: Day): boolean {
  const day = dayOf(twoDigitsAt(id, 6) * 100 + twoDigitsAt(id, 8), twoDigitsAt(id, 10), twoDigitsAt(id, 12));
  return day !== null && day <= today;
}

const canonical = /^\d{17}[\dX]$/;

/** Text of a code cell: capital X for x, × and the Cyrillic Ха. */
function canonicalText(text: string): string {
  if (canonical.test(text)) return text;
  return codeText(text)
    .replace(/[-]/g, '')
    .toUpperCase()
    .replace(/[ХхΧ×]/g, 'X');
}

/** Whether a text has the shape of an identity number, valid or not: such a text is never stored as it is. */
export function looksLikeId(text: string): boolean {
  return /^(?:\d{17}[\dX]|\d{15})$/.test(canonicalText(text));
}

/** Whether a valid identity number stands anywhere in a text. */
export function holdsId(text: string): boolean {
  if (text.length < 18 || !/\d{17}/.test(text)) return false;
  return [...text.toUpperCase().matchAll(/(?=(\d{17}[\dX]))/g)].some(([, id = '']) => isCanonicalId(id));
}

function ofOtherDigits(text: string, today: Day): Reading<string> {
  if (/^\d+(?:\.\d+)?E\+?\d+$/.test(text)) return refused('id_precision_lost');
  if (!/^\d{15}$/.test(text)) return refused('id_format', { found: text.length });
  const long = `${text.slice(0, 6)}19${text.slice(6)}`;
  if (!isBirthday(long, today)) return refused('id_birthdate');
  return { value: long + idCheckCharacter(long), warning: 'id_15_upgraded' };
}

function ofDigits(text: string, today: Day): Reading<string> {
  if (!canonical.test(text)) return ofOtherDigits(text, today);
  const right = idCheckCharacter(text) === text[17];
  if (!right && text.endsWith('000')) return refused('id_precision_lost');
  if (!isBirthday(text, today)) return refused('id_birthdate');
  if (!right) return refused('id_checksum');
  return { value: text };
}

/**
 * Reads an identity number into its canonical eighteen characters (GB 11643; domain.md §6.1 I). A number cell
 * has lost its tail and is refused, never completed. No digit of it gets into a finding.
 */
export function readIdNumber(cell: CellValue, today: Day): Reading<string> {
  if (cell === null) return blank;
  if (typeof cell === 'boolean') return refused('id_format', { found: 0 });
  if (typeof cell === 'object') {
    if ('fault' in cell) return faulted(cell.fault);
    return readIdNumber(cell.number, today);
  }
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell >= 1e15) return refused('id_precision_lost');
    return ofDigits(String(cell), today);
  }
  const text = canonicalText(cell);
  return isMissing(text) ? blank : ofDigits(text, today);
}

/** Whether a text is an identity number in canonical form, check digit and birthday right. */
export function isCanonicalId(text: string): boolean {
  return canonical.test(text) && idCheckCharacter(text) === text[17] && isBirthday(text, '2199-12-31');
}

/** Birth year of a canonical identity number. */
export function birthYearOf(id: string): number {
  return Number(id.slice(6, 10));
}

/** Sex of a canonical identity number: digit 17 is odd for men. */
export function sexOf(id: string): 'male' | 'female' {
  return id.charCodeAt(16) % 2 === 1 ? 'male' : 'female';
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a text is a unified social credit code with its check character (GB 32100). */
export function isUscc(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += usccAlphabet.indexOf(text.charAt(i)) * (usccWeights[i] ?? 0);
  return usccAlphabet.charAt((31 - (sum % 31)) % 31) === text[17];
}
