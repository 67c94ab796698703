import { columnsFedBy } from '../datasets/columns.ts';
import type { Field, MeanRule, UniqueRule, WholeRule } from '../datasets/contract.ts';
import type { ColumnStore } from './column-store.ts';
import { partNames } from './data-dates.ts';
import type { FindingLog, Place } from './finding-log.ts';

/** Accepted rows of one part of a file, as indexes into the store. */
type PartRows = readonly number[];

/** A store's columns, and where its rows stand. */
interface Rows {
  readonly store: ColumnStore;
  value(row: number, column: string): string | number | boolean | null;
  number(row: number, column: string): number | null;
  place(row: number): Place;
  /** Sheet and row, as another finding names them. */
  name(row: number): string;
}

function rowsOf(store: ColumnStore, sheets: readonly string[]): Rows {
  const columns = new Map(store.columns.map(({ name }, index) => [name, store.values[index] ?? []]));
  const value: Rows['value'] = (row, column) => columns.get(column)?.[row] ?? null;
  const sheetOf = (row: number): string => sheets[store.sheet[row] ?? 0] ?? '';
  return {
    store,
    value,
    number(row, column) {
      const found = value(row, column);
      return typeof found === 'number' ? found : null;
    },
    place: (row) => ({ sheet: sheetOf(row), row: store.row[row] ?? 0, dataset: store.contract.id }),
    name: (row) => `${sheetOf(row)}!${store.row[row] ?? 0}`,
  };
}

/** Accepted rows by part. */
function partsOfStore(store: ColumnStore): readonly PartRows[] {
  const parts = new Map<string, number[]>();
  for (const [row, name] of partNames(store).entries()) {
    if (store.state[row] !== 'accepted') continue;
    const known = parts.get(name);
    if (known) known.push(row);
    else parts.set(name, [row]);
  }
  return [...parts.values()];
}

/** Rows that agree in the named columns. */
function grouped(part: PartRows, names: readonly string[], rows: Rows): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const row of part) {
    const key = JSON.stringify(names.map((name) => rows.value(row, name)));
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** Sum of a column over rows that all say it, else `null`. */
function wholeSum(part: PartRows, column: string, rows: Rows): number | null {
  let sum = 0;
  for (const row of part) {
    const value = rows.number(row, column);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

type FieldLabel = (column: string) => string;

/** What a check is made with. */
interface Check {
  readonly rows: Rows;
  readonly label: FieldLabel;
  /** The field that fills a column. */
  readonly fieldOf: (column: string) => Field | undefined;
  readonly log: FindingLog;
}

function checkWhole(rule: WholeRule, part: PartRows, { rows, label, log }: Check): void {
  for (const group of grouped(part, rule.by, rows)) {
    const of = (code: string) => group.filter((row) => rows.value(row, rule.column) === code);
    const parts = rule.parts.map(of);
    if (parts.some((own) => own.length === 0)) continue;
    for (const whole of of(rule.whole)) {
      for (const column of rule.sums) {
        const found = rows.number(whole, column);
        const expected = wholeSum(parts.flat(), column, rows);
        if (found === null || expected === null || found === expected) continue;
        const params = { field: label(column), found, expected };
        log.add('warning', rule.code, { ...rows.place(whole), field: column }, params);
      }
    }
  }
}

function checkMean(rule: MeanRule, part: PartRows, { rows, label, log }: Check): void {
  const { numerator, denominator, min, max } = rule;
  let over = 0;
  let under = 0;
  for (const row of part) {
    const a = rows.number(row, numerator);
    const b = denominator === null ? 1 : rows.number(row, denominator);
    if (a === null || b === null) continue;
    over += a;
    under += b;
  }
  if (under === 0 || (over >= min * under && over <= max * under)) return;
  const found = Math.round((over / under) * 100) / 100;
  const place = { dataset: rows.store.contract.id, field: numerator };
  log.add('warning', rule.code, place, { field: label(numerator), found, expected: `${min}–${max}` });
}

function checkUnique(rule: UniqueRule, part: PartRows, { rows, label, fieldOf, log }: Check): void {
  const [column = ''] = rule.columns;
  const field = fieldOf(column)?.name ?? column;
  const filled = part.filter((row) => rows.value(row, column) !== null);
  for (const [first = 0, ...others] of grouped(filled, rule.columns, rows)) {
    for (const row of others) {
      const params = { field: label(column), other: rows.name(first) };
      log.add('warning', rule.code, { ...rows.place(row), field }, params);
    }
  }
}

/**
 * Checks the rules over the accepted rows of each (county, period) of one file: parts against the whole (X2), the
 * mean household size (X7), numbers that stand once (domain.md §4). All of them are warnings.
 */
export function checkParts(store: ColumnStore, sheets: readonly string[], log: FindingLog): void {
  const { wholeRules = [], meanRules = [], uniqueRules = [], fields } = store.contract;
  if (wholeRules.length + meanRules.length + uniqueRules.length === 0) return;
  const fieldOf = (column: string) =>
    fields.find((field) => columnsFedBy(field).some(({ name }) => name === column));
  const label: FieldLabel = (column) => fieldOf(column)?.zh ?? column;
  const check = { rows: rowsOf(store, sheets), label, fieldOf, log };
  for (const part of partsOfStore(store)) {
    for (const rule of wholeRules) checkWhole(rule, part, check);
    for (const rule of meanRules) checkMean(rule, part, check);
    for (const rule of uniqueRules) checkUnique(rule, part, check);
  }
}
