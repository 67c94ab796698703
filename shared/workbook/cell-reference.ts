import type { Merge } from './source.ts';

/** Rows and columns of the format: XFD1048576 is the last cell. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/**
 * Column of the address `source[from, to)`, 1-based, with the row behind it left in `row`; −1 when it is not
 * an address. Works on positions, because it runs once per cell.
 */
export class CellAddress {
  row = 0;

  /** Returns the 1-based column and sets `row`, or returns −1. */
  read(source: string, from: number, to: number): number {
    let column = 0;
    let at = from;
    for (; at < to; at++) {
      const code = source.charCodeAt(at);
      if (code < 0x41 || code > 0x5a) break;
      column = column * 26 + code - 0x40;
      if (column > lastColumn) return -1;
    }
    const row = positiveInteger(source, at, to);
    if (column === 0 || row < 1 || row > lastRow) return -1;
    this.row = row;
    return column;
  }
}

/** Digits `source[from, to)` as a number below ten million; −1 for anything else. */
export function positiveInteger(source: string, from: number, to: number): number {
  if (to === from || to - from > 7) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = source.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `A1:F1` (or a single cell) as a range, `null` when it is not one. */
export function parseRange(reference: string): Merge | null {
  const address = new CellAddress();
  const colon = reference.indexOf(':');
  const end = colon === -1 ? reference.length : colon;
  const left = address.read(reference, 0, end);
  const top = address.row;
  if (left === -1) return null;
  if (colon === -1) return { top, left, bottom: top, right: left };
  const right = address.read(reference, colon + 1, reference.length);
  return right < left || address.row < top ? null : { top, left, bottom: address.row, right };
}

/** 1-based column as letters: 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(0x41 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
