import { readNumber } from './cell-numbers.ts';
import { positiveInteger } from './cell-reference.ts';
import type { NumberKind } from './number-formats.ts';
import type { CorruptReason } from './refusals.ts';
import type { CellValue, WorkbookRefused } from './source.ts';
import { maxTokenCharacters } from './xml-scanner.ts';
import { decodeExcelEscapes, decodeXmlText, detached } from './xml-text.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
}

/** Makes a refusal that says where the cell stands. */
export type CellRefusal = (
  reason: CorruptReason,
  facts?: Readonly<Record<string, string>>,
) => WorkbookRefused;

/** Fault of a cell whose value is not what its type says: a number cell that holds `NaN`. */
export const malformedValue = 'malformed_value';

/** Types a cell can have (attribute `t`); `n` when it says nothing. */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** Types of one letter by their place in the alphabet. */
const shortTypes: readonly (CellType | undefined)[] = [...'abcdefghijklmnopqrs'].map((letter) =>
  (['n', 's', 'b', 'e', 'd'] as const).find((type) => type === letter),
);

const longType = (name: string): CellType | undefined =>
  (['str', 'inlineStr'] as const).find((type) => type === name);

const formulaWithoutValue: CellValue = { fault: 'formula_without_value' };

/** Type by the attribute `t`, `source[from, to)`; `undefined` when the format knows no such type. */
export function cellTypeAt(source: string, from: number, to: number): CellType | undefined {
  return to - from === 1 ? shortTypes[source.charCodeAt(from) - 0x61] : longType(source.slice(from, to));
}

/**
 * What stands in one cell, gathered while its elements are scanned, and the value it makes. One object serves
 * all cells of a sheet: `start`, then `type`, `style`, `hasFormula` and `add`, then `value`.
 */
export class CellContent {
  type: CellType = 'n';
  style = 0;
  hasFormula = false;
  /** Pieces of text added so far. */
  pieces = 0;

  readonly #context: CellContext;
  readonly #refuse: CellRefusal;
  /** The text: first as a place in the scanned text, then, when it comes in pieces, joined. */
  #source = '';
  #from = 0;
  #to = 0;
  #verbatim = false;

  constructor(context: CellContext, refuse: CellRefusal) {
    this.#context = context;
    this.#refuse = refuse;
  }

  /** Begins a cell. */
  start(): void {
    this.type = 'n';
    this.style = 0;
    this.hasFormula = false;
    this.pieces = 0;
  }

  /** Adds a piece of the value's text, `source[from, to)`. */
  add(source: string, from: number, to: number, verbatim: boolean): void {
    if (this.pieces === 0) {
      this.#source = source;
      this.#from = from;
      this.#to = to;
      this.#verbatim = verbatim;
    } else {
      this.#source = this.#rawText() + this.#decode(source.slice(from, to), verbatim);
      if (this.#source.length > maxTokenCharacters) throw this.#refuse('xml_too_long');
      this.#from = 0;
      this.#to = this.#source.length;
      this.#verbatim = true;
    }
    this.pieces++;
  }

  /** The value; `null` when there is none. @throws WorkbookRefused `corrupt_file` (shared_string_index) */
  value(): CellValue {
    if (this.pieces === 0) return this.#emptyValue();
    switch (this.type) {
      case 'n':
        return this.#number();
      case 's':
        return this.#sharedString();
      case 'b':
        return this.#boolean();
      case 'e':
        return this.#fault();
      case 'd':
        return detached(this.#rawText().trim()) || null;
      default:
        return detached(decodeExcelEscapes(this.#rawText())) || null;
    }
  }

  #emptyValue(): CellValue {
    return this.hasFormula && this.type !== 'str' && this.type !== 'inlineStr' ? formulaWithoutValue : null;
  }

  #number(): CellValue {
    let number = readNumber(this.#source, this.#from, this.#to);
    if (Number.isNaN(number)) {
      const text = this.#rawText().trim();
      if (text === '') return this.#emptyValue();
      number = readNumber(text, 0, text.length);
      if (Number.isNaN(number)) return { fault: malformedValue };
    }
    const format = this.#context.numberKinds[this.style] ?? 'plain';
    return format === 'plain' ? number : { number, format };
  }

  #sharedString(): CellValue {
    let index = positiveInteger(this.#source, this.#from, this.#to);
    if (index === -1) {
      const text = this.#rawText().trim();
      if (text === '') return this.#emptyValue();
      index = positiveInteger(text, 0, text.length);
    }
    const text = this.#context.sharedStrings[index];
    if (text === undefined)
      throw this.#refuse('shared_string_index', { found: this.#rawText().slice(0, 20) });
    return text === '' ? null : text;
  }

  #fault(): CellValue {
    const fault = this.#rawText().trim();
    return fault === '' ? this.#emptyValue() : { fault: detached(fault.slice(0, 32)) };
  }

  #boolean(): CellValue {
    const text = this.#rawText().trim();
    if (text === '1' || text === 'true') return true;
    if (text === '0' || text === 'false') return false;
    return text === '' ? this.#emptyValue() : { fault: malformedValue };
  }

  #rawText(): string {
    return this.#decode(this.#source.slice(this.#from, this.#to), this.#verbatim);
  }

  #decode(raw: string, verbatim: boolean): string {
    return verbatim ? raw : decodeXmlText(raw, this.#context.part);
  }
}
