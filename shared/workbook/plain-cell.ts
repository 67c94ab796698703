import { type CellType, cellTypeAt } from './cell-content.ts';

const quote = 0x22;
const slash = 0x2f;
const lessThan = 0x3c;
const equals = 0x3d;
const greaterThan = 0x3e;
const space = 0x20;

/**
 * No plain cell is longer; nearer to the end of the text none is looked for, so that no look goes beyond it: that
 * would cost the engine its compiled code, and the time of half the sheet.
 */
const longestCell = 160;

/** Longest value: digits of a double, with sign, point and exponent, have room. */
const longestValue = 64;

/** Digits that surely make an exact integer. */
const exactDigits = 15;

/**
 * Recognises a cell as nearly all programs write it, `<c r="B7" s="3" t="s"><v>41</v></c>` or `<c r="B7" s="3"/>`,
 * character by character and nothing else: what differs by one character is left to the scanner of all XML. It
 * halves the time a sheet takes. One object serves all cells; after {@link PlainCell.match} it holds the parts.
 */
export class PlainCell {
  column = 0;
  row = 0;
  style = 0;
  type: CellType = 'n';
  /** The value's text, `source[from, to)`; `from` is −1 when the cell has none. */
  from = 0;
  to = 0;
  /** The value, when it is nothing but digits and exact; otherwise −1. */
  integer = 0;

  /**
   * Position behind the cell that begins at `at`; −1 when it is not plain, or not all there. One function on
   * purpose: it runs once per cell, and a call for each attribute costs a third more.
   */
  match(source: string, at: number): number {
    if (
      at + longestCell > source.length ||
      source.charCodeAt(at + 1) !== 0x63 ||
      source.charCodeAt(at + 2) !== space ||
      source.charCodeAt(at + 3) !== 0x72 ||
      source.charCodeAt(at + 4) !== equals ||
      source.charCodeAt(at + 5) !== quote
    ) {
      return -1;
    }
    let place = at + 6;
    let start = place;
    let column = 0;
    let code = source.charCodeAt(place);
    for (; code >= 0x41 && code <= 0x5a; code = source.charCodeAt(++place))
      column = column * 26 + code - 0x40;
    if (place === start || place - start > 3) return -1;
    start = place;
    let row = 0;
    for (; code >= 0x30 && code <= 0x39 && place - start < 8; code = source.charCodeAt(++place)) {
      row = row * 10 + code - 0x30;
    }
    if (code !== quote || place === start || place - start > 7) return -1;
    let style = 0;
    let type: CellType | undefined = 'n';
    code = source.charCodeAt(++place);
    if (code === space && source.charCodeAt(place + 1) === 0x73) {
      if (source.charCodeAt(place + 2) !== equals || source.charCodeAt(place + 3) !== quote) return -1;
      place += 4;
      start = place;
      code = source.charCodeAt(place);
      for (; code >= 0x30 && code <= 0x39; code = source.charCodeAt(++place))
        style = style * 10 + code - 0x30;
      if (code !== quote || place === start || place - start > 6) return -1;
      code = source.charCodeAt(++place);
    }
    if (code === space) {
      if (
        source.charCodeAt(place + 1) !== 0x74 ||
        source.charCodeAt(place + 2) !== equals ||
        source.charCodeAt(place + 3) !== quote ||
        source.charCodeAt(place + 5) !== quote
      ) {
        return -1;
      }
      type = source.charCodeAt(place + 4) === 0x73 ? 's' : cellTypeAt(source, place + 4, place + 5);
      if (type === undefined) return -1;
      place += 6;
      code = source.charCodeAt(place);
    }
    this.column = column;
    this.row = row;
    this.style = style;
    this.type = type;
    if (code !== greaterThan) {
      this.from = -1;
      return code === slash && source.charCodeAt(place + 1) === greaterThan ? place + 2 : -1;
    }
    if (
      source.charCodeAt(place + 1) !== lessThan ||
      source.charCodeAt(place + 2) !== 0x76 ||
      source.charCodeAt(place + 3) !== greaterThan
    ) {
      return -1;
    }
    place += 4;
    start = place;
    let integer = 0;
    code = source.charCodeAt(place);
    for (; code >= 0x30 && code <= 0x39 && place - start < longestValue; code = source.charCodeAt(++place)) {
      integer = integer * 10 + code - 0x30;
    }
    this.integer = code === lessThan && place - start <= exactDigits ? integer : -1;
    while (code !== lessThan && place - start < longestValue) code = source.charCodeAt(++place);
    this.from = start;
    this.to = place;
    return place > start &&
      source.charCodeAt(place + 1) === slash &&
      source.charCodeAt(place + 2) === 0x76 &&
      source.charCodeAt(place + 3) === greaterThan &&
      source.charCodeAt(place + 4) === lessThan &&
      source.charCodeAt(place + 5) === slash &&
      source.charCodeAt(place + 6) === 0x63 &&
      source.charCodeAt(place + 7) === greaterThan
      ? place + 8
      : -1;
  }
}
