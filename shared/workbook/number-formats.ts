import { findPart, type Package, scanPart, smallPartCap } from './package-parts.ts';

/** What a cell style says about the number in the cell. */
export type NumberKind = 'plain' | 'date' | 'percent';

const builtInDates: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  /** Chinese, Japanese and Korean dates: 27 `yyyy"年"m"月"`, 31 `yyyy"年"m"月"d"日"`, 32 `h"时"mm"分"` … */
  [27, 36],
  [45, 47],
  [50, 58],
];
const builtInPercents: readonly number[] = [9, 10];

/** Kind of a built-in number format (ECMA-376 §18.8.30). */
export function builtInKind(id: number): NumberKind {
  if (builtInPercents.includes(id)) return 'percent';
  return builtInDates.some(([from, to]) => id >= from && id <= to) ? 'date' : 'plain';
}

/**
 * Kind of a custom format code such as `yyyy"年"m"月"d"日"`, `0.00%` or `[Red]0.00 "m"`: what counts is a
 * date letter or a percent sign outside quotes, escapes and brackets; `[h]` counts elapsed time.
 */
export function formatCodeKind(code: string): NumberKind {
  let bare = '';
  for (const [token] of code.matchAll(/"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]?|[\s\S]/g)) {
    if (/^\[[hms]+\]$/i.test(token)) return 'date';
    if (token.length === 1) bare += token;
  }
  const letters = bare.replace(/general/gi, '').replace(/E[+-]/gi, '');
  if (/[ymdhse]|aaa|bb/i.test(letters)) return 'date';
  return letters.includes('%') ? 'percent' : 'plain';
}

/** Kind by style index (attribute `s` of a cell); a file without styles part has plain numbers only. */
export async function readNumberKinds(xlsx: Package, part: string | null): Promise<readonly NumberKind[]> {
  const entry = part === null ? null : findPart(xlsx, part);
  if (entry === null) return [];
  const custom = new Map<number, NumberKind>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  await scanPart(xlsx, entry, smallPartCap, {
    open(name, scanner) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt') {
        custom.set(
          Number(scanner.attribute('numFmtId')),
          formatCodeKind(scanner.attribute('formatCode') ?? ''),
        );
      } else if (name === 'xf' && inCellFormats) formatIds.push(Number(scanner.attribute('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formatIds.map((id) => custom.get(id) ?? builtInKind(id));
}
