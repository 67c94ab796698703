import type { Field } from '../../datasets/contract.ts';
import type { Day } from '../../programme/calendar.ts';
import { codeText, freeText, isMissing, saysNone } from '../../text/clean.ts';
import type { CellValue } from '../../workbook/source.ts';
import { isUscc, looksLikeId, readIdNumber } from './identity.ts';
import { identityInText } from './identity-in-text.ts';
import { blank, faulted, type Reading, refused } from './reading.ts';

const scientific = /^\d(?:\.\d+)?[eE]\+?\d+$/;
const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  let known = patterns.get(pattern);
  if (!known) {
    known = new RegExp(`^(?:${pattern})$`);
    patterns.set(pattern, known);
  }
  return known.test(text);
}

/** Cell → text before any rule; numbers of sixteen digits and more have lost their tail. */
function textOf(cell: CellValue): Reading<string> {
  if (cell === null) return blank;
  if (typeof cell === 'string') return { value: cell };
  if (typeof cell === 'boolean') return { value: cell ? '是' : '否' };
  if (typeof cell === 'object' && 'fault' in cell) return faulted(cell.fault);
  const number = typeof cell === 'number' ? cell : cell.number;
  return Math.abs(number) >= 1e15 ? refused('digits_lost') : { value: String(number) };
}

function checked(text: string, field: Field): Reading<string> {
  if (field.maxLength !== undefined && text.length > field.maxLength) {
    return refused('too_long', { found: text.length, expected: field.maxLength });
  }
  if (field.pattern !== undefined && !matches(field.pattern, text)) {
    return scientific.test(text) ? refused('digits_lost') : refused('bad_format', { found: text.length });
  }
  if (field.check === 'uscc') return isUscc(text) ? { value: text } : refused('uscc_checksum');
  const kept = field.keeping === 'keep' || field.keeping === 'keep+token:name';
  if (kept || (field.keeping === 'party' && !isUscc(text))) {
    const personal = identityInText(text, field);
    if (personal) return refused(personal);
  }
  return { value: text };
}

/** Reads names and free text as typed, white space collapsed; a kept text with an ID number or phone is refused. */
export function readString(cell: CellValue, field: Field): Reading<string> {
  const raw = textOf(cell);
  if (raw.value === null) return raw;
  const text = freeText(raw.value);
  if (isMissing(text) || (field.need !== 'required' && saysNone(text))) return blank;
  return text.startsWith('#') && /^#[A-Z/0!?]+$/.test(text) ? faulted(text) : checked(text, field);
}

/** Reads a code: full-width forms narrowed, no white space inside, then the field's pattern. */
export function readCode(cell: CellValue, field: Field): Reading<string> {
  const raw = textOf(cell);
  if (raw.value === null) return raw;
  const text = codeText(raw.value);
  if (isMissing(text) || saysNone(text)) return blank;
  if (field.check === 'uscc') return checked(text.toUpperCase(), field);
  const bare = field.keeping === 'token:account' ? text.replace(/-/g, '') : text;
  return checked(bare, field);
}

/**
 * Reads a household reference: 户编号, or the head's ID number when it is one (domain.md §4, Tokens). A text in
 * the shape of an ID number with a real birthday and a wrong check digit is a mistyped ID, not a 户编号.
 */
export function readReference(cell: CellValue, field: Field, today: Day, idHeader: boolean): Reading<string> {
  const id = (): Reading<string> => readIdNumber(cell, today);
  if (idHeader) return id();
  const raw = textOf(cell);
  if (raw.value === null) return raw;
  const text = codeText(raw.value);
  if (isMissing(text) || saysNone(text)) return blank;
  if (looksLikeId(text) && text.length >= 18) {
    const reading = id();
    if (reading.value !== null || reading.error === 'id_checksum') return reading;
  }
  return checked(text, field);
}

/** Reads 主体编号: a company's code or registration number as it is, a natural person's ID number canonically. */
export function readParty(cell: CellValue, field: Field, today: Day): Reading<string> {
  const raw = textOf(cell);
  if (raw.value === null) return raw;
  const text = codeText(raw.value).toUpperCase();
  if (isMissing(text) || saysNone(text)) return blank;
  if (!looksLikeId(text) || isUscc(text)) return checked(text, field);
  const reading = readIdNumber(cell, today);
  return reading.value === null && text.length === 15 ? checked(text, field) : reading;
}
