import { isMissing, narrowText } from '../../text/clean.ts';
import { foldWord } from '../../text/fold.ts';
import type { CellValue } from '../../workbook/source.ts';
import { blank, faulted, masked, type Reading, refused } from './reading.ts';

const yes: ReadonlySet<string> = new Set([
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  '■',
  'y',
  'yes',
  '1',
  '有',
  '对',
  't',
  'true',
  '已',
  '已有',
]);
const no: ReadonlySet<string> = new Set([
  '否',
  '×',
  '✗',
  '✘',
  '☒',
  'x',
  'n',
  'no',
  '0',
  '无',
  '没有',
  'f',
  'false',
  '未',
  '没',
  '不是',
  '非',
]);

/** 不详, 未知, 无法核实: nobody knows; neither yes nor no. */
const unsure = /^(?:[不未][详明清知]|[不未]确[定认]|无法|不好说)/;

/**
 * Reads yes or no (domain.md §6.1 B). `words` are the field's own texts, folded; 已… and 未…, 不…, 无… of up to
 * six characters speak for themselves; anything else is refused, never guessed.
 */
export function readBoolean(cell: CellValue, words: ReadonlyMap<string, number | boolean>): Reading<boolean> {
  if (cell === null) return blank;
  if (typeof cell === 'boolean') return { value: cell };
  if (typeof cell === 'object') {
    if ('fault' in cell) return faulted(cell.fault);
    return readBoolean(cell.number, words);
  }
  if (typeof cell === 'number') {
    if (cell === 1 || cell === 0) return { value: cell === 1 };
    return refused('bad_bool', { found: masked(String(cell)) });
  }
  const text = narrowText(cell);
  if (yes.has(text)) return { value: true };
  if (no.has(text)) return { value: false };
  if (isMissing(text)) return blank;
  if (text.startsWith('#')) return faulted(text);
  const word = foldWord(text);
  const own = words.get(word);
  if (typeof own === 'boolean') return { value: own };
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  if (/^已.{1,5}$/.test(word)) return { value: true };
  if (/^[未不无没].{1,5}$/.test(word) && !unsure.test(word)) return { value: false };
  return refused('bad_bool', { found: masked(text) });
}
