import type { Field } from '../datasets/contract.ts';
import type { Day } from '../programme/calendar.ts';
import { containsDay, type Period } from '../programme/periods.ts';
import type { Policy } from '../programme/policy.ts';
import { foldWord } from '../text/fold.ts';
import type { CellValue } from '../workbook/source.ts';
import { readBoolean } from './cells/boolean.ts';
import { type DateContext, readDate, readYear } from './cells/date.ts';
import { readEnum, spellingsOf } from './cells/enumeration.ts';
import { readIdNumber } from './cells/identity.ts';
import { readDecimal, readInteger, readMoney, readPercent } from './cells/number.ts';
import { readPeriod } from './cells/period.ts';
import { blank, type Reading, refused } from './cells/reading.ts';
import { readCode, readParty, readReference, readString } from './cells/string.ts';
import { remembering } from './memo.ts';

/** A value as a batch keeps it. */
export type Value = string | number | boolean;

/** Reads one cell of a field; total: whatever the cell holds, it gives a reading. */
export type FieldReader = (cell: CellValue) => Reading<Value>;

/** What reading depends on beside the field. */
export interface ReadingContext {
  readonly date: DateContext;
  /** Unit of a money column, settled from header, unit line or contract. */
  readonly moneyUnit: string;
  readonly period: Period;
  readonly uploadDay: Day;
  /** The day the sheet speaks of. */
  readonly dataDate: Day;
  readonly policy: Policy;
  /** The column's header says 身份证. */
  readonly idHeader: boolean;
}

function foldedWords(field: Field): ReadonlyMap<string, number | boolean> {
  return new Map(Object.entries(field.words ?? {}).map(([word, value]) => [foldWord(word), value]));
}

/** The cell parser of a field's type, without the field's own limits. */
export function cellReader(field: Field, context: ReadingContext): FieldReader {
  const words = foldedWords(field);
  const { uploadDay } = context;
  if (field.keeping === 'party') return (cell) => readParty(cell, field, uploadDay);
  if (field.keeping === 'token:reference')
    return (cell) => readReference(cell, field, uploadDay, context.idHeader);
  if (field.keeping === 'year') return (cell) => readYear(cell, context.date);
  switch (field.type) {
    case 'string':
    case 'areaCode': {
      const readText = field.form === 'code' ? readCode : readString;
      const none = new Set(field.saysNone?.map(foldWord));
      if (none.size === 0) return (cell) => readText(cell, field);
      return (cell) =>
        typeof cell === 'string' && none.has(foldWord(cell)) ? { value: '' } : readText(cell, field);
    }
    case 'int':
      return (cell) => {
        const word = typeof cell === 'string' && words.size > 0 ? words.get(foldWord(cell)) : undefined;
        return typeof word === 'number' ? { value: word } : readInteger(cell, field.unit);
      };
    case 'decimal':
      return (cell) => readDecimal(cell, field.unit);
    case 'money':
      return (cell) => readMoney(cell, context.moneyUnit);
    case 'percent':
      return readPercent;
    case 'period':
      return (cell) => readPeriod(cell, context.date, context.period);
    case 'date':
    case 'yearMonth':
      return (cell) => readDate(cell, context.date);
    case 'bool':
      return (cell) => readBoolean(cell, words);
    case 'enum': {
      const spellings = spellingsOf(field.values ?? []);
      const allowed = (field.values ?? []).map(({ zh }) => zh).join('、');
      return (cell) => readEnum(cell, spellings, allowed);
    }
    case 'idno':
      return (cell) => readIdNumber(cell, uploadDay);
  }
}

/**
 * Reads every text and number of a column once and remembers what it read; what it tells of a cell is told of each
 * cell all the same.
 */
export function rememberingReader(read: FieldReader): FieldReader {
  const ofText = remembering((text: string) => read(text));
  const ofNumber = remembering((number: number) => read(number));
  const ofDate = remembering((number: number) => read({ number, format: 'date' }));
  return (cell) => {
    if (typeof cell === 'string') return ofText(cell);
    if (typeof cell === 'number') return ofNumber(cell);
    if (cell !== null && typeof cell === 'object' && 'format' in cell && cell.format === 'date')
      return ofDate(cell.number);
    return read(cell);
  };
}

/** A bound as the county writes it: money in 元, a fraction in %. */
function written(field: Field, bound: number): string {
  if (field.type === 'money') return `${bound / 100}元`;
  return field.type === 'percent' ? `${bound * 100}%` : String(bound);
}

function boundsOf(field: Field, policy: Policy): string | null {
  if (field.range) {
    const years = `${policy.planYears.from}–${policy.planYears.to}`;
    return field.range === 'planYearsOrZero' ? `0、${years}` : years;
  }
  const { min, max } = field;
  if (min !== undefined && max !== undefined) return `${written(field, min)}–${written(field, max)}`;
  if (min !== undefined) return `${field.aboveMin ? '＞' : '≥'}${written(field, min)}`;
  return max === undefined ? null : `≤${written(field, max)}`;
}

function inRange(field: Field, value: number, { planYears }: Policy): boolean {
  if (field.range) {
    return (
      (value >= planYears.from && value <= planYears.to) || (field.range === 'planYearsOrZero' && value === 0)
    );
  }
  const { min, max } = field;
  if (min !== undefined && (field.aboveMin ? value <= min : value < min)) return false;
  return max === undefined || value <= max;
}

/** Whether a day lies after the newest one; one that is not sure (4月 stands for its last day), by its month. */
function isAhead(day: Day, newest: Day, isVague: boolean): boolean {
  return isVague ? day.slice(0, 7) > newest.slice(0, 7) : day > newest;
}

/**
 * Builds the reader of one column: the cell parser of its type, then the field's own limits (domain.md §4).
 * A negative amount with `negativeMeans` passes with its sign; the row reader turns it.
 */
export function fieldReader(field: Field, context: ReadingContext): FieldReader {
  const basic = cellReader(field, context);
  const expected = boundsOf(field, context.policy);
  const dated = field.ambiguousMonth || field.notAfterUpload || field.insidePeriod || field.happened;
  if (expected !== null && field.keeping !== 'year') {
    return (cell) => {
      const reading = basic(cell);
      if (typeof reading.value !== 'number') return reading;
      if (field.negativeMeans && reading.value < 0) return reading;
      return inRange(field, reading.value, context.policy) ? reading : refused('out_of_range', { expected });
    };
  }
  if (!dated) return basic;
  const newest = context.dataDate < context.uploadDay ? context.dataDate : context.uploadDay;
  return (cell) => {
    const reading = basic(cell);
    if (typeof reading.value !== 'string') return reading;
    if (reading.warning === 'ambiguous_month' && field.ambiguousMonth)
      return refused('ambiguous_month', reading.params);
    if (field.notAfterUpload && reading.value > context.uploadDay) {
      return refused('date_after_upload', { found: reading.value, expected: context.uploadDay });
    }
    if (field.happened && isAhead(reading.value, newest, reading.warning !== undefined)) {
      return {
        value: reading.value,
        warning: 'date_ahead',
        params: { found: reading.value, expected: newest },
      };
    }
    if (field.insidePeriod && !reading.warning && !containsDay(context.period, reading.value)) {
      return {
        value: reading.value,
        warning: 'date_outside_period',
        params: { found: reading.value, expected: context.period },
      };
    }
    return reading;
  };
}

/** Whether a cell is empty before any parsing. */
export function isEmptyCell(cell: CellValue | undefined): boolean {
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  const first = cell.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && cell.trim() === '';
}

/** Which of a field's columns is the first that is filled in a row; -1 for none. */
export function firstFilledAt(cells: readonly CellValue[], columns: readonly number[]): number {
  for (let at = 0; at < columns.length; at++) if (!isEmptyCell(cells[columns[at] ?? -1])) return at;
  return -1;
}

/** The first filled cell among the columns of a field, or an empty one at the first column. */
export function firstFilled(
  cells: readonly CellValue[],
  columns: readonly number[],
): { cell: CellValue; column: number } {
  const at = firstFilledAt(cells, columns);
  const column = columns[Math.max(at, 0)] ?? 0;
  return { cell: at < 0 ? null : (cells[column] ?? null), column };
}

/** A reading of nothing. */
export const emptyReading: Reading<Value> = blank;
