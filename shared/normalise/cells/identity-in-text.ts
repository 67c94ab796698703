import type { Field } from '../../datasets/contract.ts';
import { dayOf } from '../../programme/calendar.ts';
import { holdsId } from './identity.ts';

/** Separators people put into numbers, and characters that take no room. */
const separators = /[\s.\-·‐-―−\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff]/g;
/** A landline with its area code has ten digits and more; a full-width character may stand for two. */
const fewestDigits = 10;
const shortest = fewestDigits / 2;

const mobile = /(?<!\d)(?:0|(?:00)?86)?1[3-9]\d{9}(?!\d)/;
const groupedMobile = /(?<!\d)1[3-9]\d([-.·])\d{4}\1\d{4}(?!\d)/;
/** Area codes in use: 010, 02x, 03xx–09xx; 0000001234 is a padded serial number. */
const landline = /(?<!\d)0(?:10|2\d|[3-9]\d{2})[-)]{0,2}\d{7,8}(?!\d)/;

function isBorn(year: string, month: string, day: string): boolean {
  return /^(?:19|20)\d{2}$/.test(year) && dayOf(Number(year), Number(month), Number(day)) !== null;
}

/** Whether digits have an area, a birthday and a serial number where identity numbers of 15, 17 or 18 digits have them. */
function hasBirthday(digits: string): boolean {
  const at = (from: number, to: number): string => digits.slice(from, to);
  if (digits.length === 15) return isBorn(`19${at(6, 8)}`, at(8, 10), at(10, 12));
  for (let from = 0; from + 17 <= digits.length; from += 1) {
    if (isBorn(at(from + 6, from + 10), at(from + 10, from + 12), at(from + 12, from + 14))) return true;
  }
  return false;
}

function isIdLike(compact: string): boolean {
  return holdsId(compact) || (compact.match(/\d{15,}/g) ?? []).some(hasBirthday);
}

/** Codes and numbers of things: their separators are part of them. */
function isCode({ form, name }: Field): boolean {
  return form === 'code' || /(?:Id|No)$/.test(name);
}

/** The finding that a person's number in a text is. */
export type PersonalNumber = 'identity_in_text' | 'phone_in_text';

/**
 * What of a person's a text that is kept as typed would carry into the batch table; full-width and spaced forms
 * count (design.md, Access and privacy). `identity_in_text`: a run of 15 or of 17 digits and more with a possible
 * birthday, the check digit right or not, or any run of 16 to 19 digits, such as a bank card's.
 * `phone_in_text`: a mobile or a landline with its area code. A code with letters (XM-4312242017000100012) may hold
 * a run of 16 to 19 digits that has no birthday in it, and the hyphens of a code join its groups into a mobile only
 * where they stand as in one (138-0000-0000, not 1701-2017-001). A number of eleven digits that begins like a mobile
 * is refused in a code, too: what looks like a person's number is never kept for the sake of a serial number.
 */
export function identityInText(text: string, field: Field): PersonalNumber | null {
  return numberIn(text, isCode(field));
}

/** {@link identityInText} of a free text that is no field's: a sheet's or a file's name. */
export function personalNumber(text: string): PersonalNumber | null {
  return numberIn(text, false);
}

/** Whether a text of plain characters, which NFKC leaves as they are, has too few digits for any of these numbers. */
function hasFewDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (code > 0x7e && (code < 0x4e00 || code > 0x9fff)) return false;
  }
  return digits < fewestDigits;
}

function numberIn(text: string, code: boolean): PersonalNumber | null {
  if (text.length < shortest || hasFewDigits(text)) return null;
  const narrow = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  const compact = narrow.replace(separators, '').toUpperCase().replace(/[ХΧ×]/g, 'X');
  if ((compact.match(/\d/g) ?? []).length < fewestDigits) return null;
  if (isIdLike(compact)) return 'identity_in_text';
  const lettered = code && /[A-Z]/.test(compact);
  if (!lettered && /(?<!\d)\d{16,19}(?!\d)/.test(compact)) return 'identity_in_text';
  const spaceless = narrow.replace(/\s/g, '');
  const forms = code ? [narrow, spaceless] : [narrow, spaceless, compact];
  const isPhone = forms.some((form) => mobile.test(form) || groupedMobile.test(form) || landline.test(form));
  return isPhone ? 'phone_in_text' : null;
}
