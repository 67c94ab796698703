import type { EnumValue } from '../../datasets/contract.ts';
import { isMissing, narrowText } from '../../text/clean.ts';
import { foldWord } from '../../text/fold.ts';
import type { CellValue } from '../../workbook/source.ts';
import { blank, faulted, masked, type Reading, refused } from './reading.ts';

/** Spellings of an enumeration, folded, by English code. */
export type Spellings = ReadonlyMap<string, string>;

/** Builds the look-up of a field's values: code, Chinese, English and further spellings (domain.md §4, §9). */
export function spellingsOf(values: readonly EnumValue[]): Spellings {
  const spellings = new Map<string, string>();
  for (const { code, zh, en, spellings: more } of values) {
    for (const spelling of [code, zh, en, ...more]) spellings.set(foldWord(spelling), code);
  }
  return spellings;
}

/** Reads one of a field's values; an unknown word is refused with the allowed ones. */
export function readEnum(cell: CellValue, spellings: Spellings, allowed: string): Reading<string> {
  if (cell === null) return blank;
  if (typeof cell === 'object' && 'fault' in cell) return faulted(cell.fault);
  const raw = typeof cell === 'object' ? cell.number : cell;
  const known = typeof raw === 'string' ? spellings.get(raw) : undefined;
  if (known) return { value: known };
  const text = typeof raw === 'boolean' ? (raw ? '是' : '否') : narrowText(String(raw));
  if (isMissing(text)) return blank;
  const code = spellings.get(foldWord(text));
  if (code) return { value: code };
  if (text.startsWith('#')) return faulted(text);
  return refused('bad_enum', { found: masked(text), expected: allowed });
}
