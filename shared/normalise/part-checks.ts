import type { MeanRule, UniqueRule, WholeRule } from '../datasets/contract.ts';
import type { ColumnStore } from './column-store.ts';
import { partName } from './data-dates.ts';
import type { FindingLog, Place } from './finding-log.ts';

/** One accepted row of a store: its part and its values by column name. */
interface AcceptedRow {
  readonly part: string;
  readonly place: Place;
  readonly name: string;
  value(column: string): string | number | boolean | null;
}

function acceptedRows(store: ColumnStore, sheets: readonly string[]): readonly AcceptedRow[] {
  const columns = new Map(store.columns.map(({ name }, index) => [name, store.values[index] ?? []]));
  return store.state.flatMap((state, index): AcceptedRow[] => {
    if (state !== 'accepted') return [];
    const sheet = sheets[store.sheet[index] ?? 0] ?? '';
    const row = store.row[index] ?? 0;
    return [
      {
        part: partName(store.area[index] ?? '', store.period[index] ?? ''),
        place: { sheet, row, dataset: store.contract.id },
        name: `${sheet}!${row}`,
        value: (column) => columns.get(column)?.[index] ?? null,
      },
    ];
  });
}

function grouped(
  rows: readonly AcceptedRow[],
  keyOf: (row: AcceptedRow) => string,
): ReadonlyMap<string, readonly AcceptedRow[]> {
  const groups = new Map<string, AcceptedRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const numberOf = (row: AcceptedRow, column: string): number | null => {
  const value = row.value(column);
  return typeof value === 'number' ? value : null;
};

/** Sum of a column over rows that all say it, else `null`. */
function wholeSum(rows: readonly AcceptedRow[], column: string): number | null {
  let sum = 0;
  for (const row of rows) {
    const value = numberOf(row, column);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

type FieldLabel = (column: string) => string;

function checkWhole(rule: WholeRule, rows: readonly AcceptedRow[], label: FieldLabel, log: FindingLog): void {
  const groups = grouped(rows, (row) =>
    JSON.stringify([row.part, ...rule.by.map((name) => row.value(name))]),
  );
  for (const group of groups.values()) {
    const of = (code: string) => group.filter((row) => row.value(rule.column) === code);
    const parts = rule.parts.map(of);
    for (const whole of of(rule.whole)) {
      if (parts.some((rowsOfPart) => rowsOfPart.length === 0)) continue;
      for (const column of rule.sums) {
        const found = numberOf(whole, column);
        const expected = wholeSum(parts.flat(), column);
        if (found === null || expected === null || found === expected) continue;
        const params = { field: label(column), found, expected };
        log.add('warning', rule.code, { ...whole.place, field: column }, params);
      }
    }
  }
}

function checkMean(rule: MeanRule, rows: readonly AcceptedRow[], label: FieldLabel, log: FindingLog): void {
  for (const group of grouped(rows, (row) => row.part).values()) {
    let over = 0;
    let under = 0;
    for (const row of group) {
      const a = numberOf(row, rule.numerator);
      const b = rule.denominator === null ? 1 : numberOf(row, rule.denominator);
      if (a === null || b === null) continue;
      over += a;
      under += b;
    }
    if (under === 0 || (over >= rule.min * under && over <= rule.max * under)) continue;
    const params = {
      field: label(rule.numerator),
      found: Math.round((over / under) * 100) / 100,
      expected: `${rule.min}–${rule.max}`,
    };
    const { dataset } = group[0]?.place ?? {};
    log.add('warning', rule.code, { ...(dataset ? { dataset } : {}), field: rule.numerator }, params);
  }
}

function checkUnique(
  rule: UniqueRule,
  rows: readonly AcceptedRow[],
  label: FieldLabel,
  log: FindingLog,
): void {
  const [column = ''] = rule.columns;
  const filled = rows.filter((row) => row.value(column) !== null);
  const keyOf = (row: AcceptedRow) =>
    JSON.stringify([row.part, ...rule.columns.map((name) => row.value(name))]);
  for (const [first, ...others] of grouped(filled, keyOf).values()) {
    for (const row of others) {
      const params = { field: label(column), other: first?.name ?? '' };
      log.add('warning', rule.code, { ...row.place, field: column }, params);
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
  const rows = acceptedRows(store, sheets);
  const label: FieldLabel = (column) => fields.find(({ name }) => name === column)?.zh ?? column;
  for (const rule of wholeRules) checkWhole(rule, rows, label, log);
  for (const rule of meanRules) checkMean(rule, rows, label, log);
  for (const rule of uniqueRules) checkUnique(rule, rows, label, log);
}
