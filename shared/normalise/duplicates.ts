import type { RepeatRule } from '../datasets/contract.ts';
import type { ColumnStore } from './column-store.ts';
import type { FindingLog } from './finding-log.ts';
import { keyFields } from './key-fields.ts';
import { repeatedRows } from './repeated-rows.ts';

function columnOf(store: ColumnStore, name: string): readonly unknown[] {
  const index = store.columns.findIndex((column) => column.name === name);
  const values = store.values[index];
  if (!values) throw new RangeError(`${store.contract.id}: no column ${name}`);
  return values;
}

function signature(store: ColumnStore, index: number): string {
  return JSON.stringify(store.values.map((column) => column[index]));
}

/** Settles rows of one natural key: identical ones are ignored, the others contradict each other (R3, F42). */
function settleGroup(
  store: ColumnStore,
  group: readonly number[],
  sheets: readonly string[],
  log: FindingLog,
): void {
  const first = new Map<string, number>();
  for (const index of group) {
    const known = first.get(signature(store, index));
    if (known === undefined) first.set(signature(store, index), index);
    else ignore(store, index, known, 'identical_row', sheets, log);
  }
  if (first.size < 2) return;
  const different = [...first.values()];
  for (const index of different) {
    const other = different.find((candidate) => candidate !== index) ?? index;
    store.state[index] = 'quarantined';
    log.add('error', 'conflicting_duplicate', placeOf(store, index, sheets), {
      other: nameOf(store, other, sheets),
      field: keyNames(store, index),
    });
  }
}

/** Names of the fields that make up the key of a row, never what they hold. */
function keyNames(store: ColumnStore, index: number): string {
  const isFilled = (name: string) => (columnOf(store, name)[index] ?? null) !== null;
  return keyFields(store.contract, isFilled)
    .map(({ zh }) => zh)
    .join('、');
}

function placeOf(store: ColumnStore, index: number, sheets: readonly string[]) {
  const sheet = sheets[store.sheet[index] ?? 0];
  return {
    ...(sheet === undefined ? {} : { sheet }),
    row: store.row[index] ?? 0,
    dataset: store.contract.id,
  };
}

function nameOf(store: ColumnStore, index: number, sheets: readonly string[]): string {
  return `${sheets[store.sheet[index] ?? 0] ?? ''}!${store.row[index] ?? 0}`;
}

function ignore(
  store: ColumnStore,
  index: number,
  known: number,
  code: string,
  sheets: readonly string[],
  log: FindingLog,
): void {
  store.state[index] = 'ignored';
  log.add('note', code, placeOf(store, index, sheets), { other: nameOf(store, known, sheets) });
}

function settleRepeats(
  store: ColumnStore,
  rule: RepeatRule,
  sheets: readonly string[],
  log: FindingLog,
): void {
  const when = columnOf(store, rule.when.field);
  const needed = rule.notBlank.map((choices) => choices.map((name) => columnOf(store, name)));
  const compared = rule.columns.map((choices) => choices.map((name) => columnOf(store, name)));
  const first = new Map<string, number>();
  for (const [index, state] of store.state.entries()) {
    const kind = when[index];
    if (state !== 'accepted' || typeof kind !== 'string' || !rule.when.in?.includes(kind)) continue;
    if (needed.some((choices) => choices.every((column) => column[index] === null))) continue;
    const values = compared.map(
      (choices) => choices.map((column) => column[index]).find((value) => value !== null) ?? null,
    );
    const key = JSON.stringify([store.area[index], store.period[index], ...values]);
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    else ignore(store, index, known, rule.code, sheets, log);
  }
}

/**
 * Settles repeated rows of one dataset of a file (R3, F42): identical rows and exact repeats of a ledger entry
 * are ignored with a note, rows of one key with different values are all quarantined.
 */
export function settleDuplicates(store: ColumnStore, sheets: readonly string[], log: FindingLog): void {
  const { key, repeatRules } = store.contract;
  const keyed = key.filter((name) => name !== 'countyCode').map((name) => columnOf(store, name));
  const hasKey = (row: number): boolean => keyed.some((column) => column[row] !== null);
  const settle = (columns: readonly (readonly unknown[])[], keyless: boolean): void => {
    const isMeant = (row: number): boolean => store.state[row] === 'accepted' && hasKey(row) !== keyless;
    for (const group of repeatedRows(store, columns, isMeant)) settleGroup(store, group, sheets, log);
  };
  settle(keyed, false);
  settle(store.values, true);
  for (const rule of repeatRules ?? []) settleRepeats(store, rule, sheets, log);
}
