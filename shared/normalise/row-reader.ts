import type { Field } from '../datasets/contract.ts';
import type { RawRow } from '../workbook/source.ts';
import type { ColumnStore, RowValues } from './column-store.ts';
import type { NormaliseContext } from './context.ts';
import { countyReader } from './county.ts';
import { type FieldReader, fieldReader, firstFilled, isEmptyCell, type Value } from './field-reader.ts';
import type { FindingLog, Place } from './finding-log.ts';
import type { Frame } from './frame.ts';
import type { Header, MappedField } from './header.ts';
import { type Keeper, keeperOf } from './keep.ts';
import { breachesOf, meetsCondition } from './row-rules.ts';
import { toSimplified } from './traditional.ts';

/** A data row after reading; `area` is `null` when its county is not known, `outside` when it is another area's. */
export interface ReadRow {
  readonly area: string | null;
  readonly outside: string | null;
  readonly values: RowValues;
  readonly refused: boolean;
}

interface FieldPlan {
  readonly field: Field;
  readonly columns: readonly number[];
  /** One reader per column: a column headed 身份证 is read as such. */
  readonly readers: ReadonlyMap<number, FieldReader>;
  readonly keep: Keeper;
}

/** What a sheet's rows are read with. */
export interface RowReaderParts {
  readonly header: Header;
  readonly frame: Frame;
  readonly context: NormaliseContext;
  readonly store: ColumnStore;
  readonly log: FindingLog;
  readonly place: Place;
  readonly date1904: boolean;
  readonly moneyUnit: (mapped: MappedField) => string;
}

function planOf(mapped: MappedField, parts: RowReaderParts): FieldPlan {
  const { field, columns } = mapped;
  const { header, frame, context, store } = parts;
  const readers = columns.map((column) => {
    const idHeader = /身份证/.test(toSimplified(header.labels[column] ?? ''));
    const reader = fieldReader(field, {
      date: { date1904: parts.date1904, year: Number(frame.period.slice(0, 4)) },
      moneyUnit: parts.moneyUnit(mapped),
      period: frame.period,
      uploadDay: context.uploadDay,
      policy: context.policy,
      idHeader,
    });
    return [column, reader] as const;
  });
  return { field, columns, readers: new Map(readers), keep: keeperOf(field, store.columns, context.tokens) };
}

/** ID numbers first, so that sex and birth year are held against them. */
function inReadingOrder(a: MappedField, b: MappedField): number {
  return Number(b.field.type === 'idno') - Number(a.field.type === 'idno');
}

/** Whether nothing of the field is kept and nothing needs checking. */
function isIdle({ keeping, need }: Field): boolean {
  return keeping === 'drop' && need === 'optional';
}

/** Builds the reader of a sheet's data rows: county first, then every mapped field, then the rules between them. */
export function rowReader(parts: RowReaderParts): (row: RawRow) => ReadRow {
  const { header, frame, context, store, log, place } = parts;
  const { contract } = header;
  const county = header.fields.find(({ field }) => field.type === 'areaCode');
  const readCounty = countyReader(context.province, frame.within);
  const countyIndex = store.columns.findIndex(({ name }) => name === 'countyCode');
  const dataDateIndex = store.columns.findIndex(({ name }) => name === 'dataDate');
  const plans = header.fields
    .filter(({ field }) => field.type !== 'areaCode' && !isIdle(field))
    .sort(inReadingOrder)
    .map((mapped) => planOf(mapped, parts));
  const columnOfField = new Map(header.fields.map(({ field, columns }) => [field.name, columns[0] ?? null]));
  const labels = new Map(contract.fields.map(({ name, zh }) => [name, zh]));
  const toldMissing = new Set<string>();
  const label = (name: string): string => labels.get(name) ?? name;
  const erase = (contract.eraseRules ?? []).map(({ columns, when }) => ({
    when,
    indexes: columns.map((name) => store.columns.findIndex((column) => column.name === name)),
  }));

  const placeOf = (raw: RawRow, column: number | null, field: string): Place => ({
    ...place,
    row: raw.row,
    column,
    field,
  });

  const areaOfRow = (raw: RawRow): { area: string | null; outside: string | null; refused: boolean } => {
    const { cell, column } = county ? firstFilled(raw.cells, county.columns) : { cell: null, column: null };
    const reading = readCounty(cell);
    if (reading.kind === 'county') return { area: reading.code, outside: null, refused: false };
    if (reading.kind === 'outside') return { area: null, outside: reading.code, refused: true };
    if (reading.kind === 'refused') {
      log.add('error', reading.code, placeOf(raw, column, 'countyCode'), {
        field: label('countyCode'),
        ...reading.params,
      });
      return { area: frame.area, outside: null, refused: true };
    }
    if (frame.area === null)
      log.add('error', 'county_missing', placeOf(raw, column, 'countyCode'), { field: label('countyCode') });
    return { area: frame.area, outside: null, refused: frame.area === null };
  };

  return (raw) => {
    const located = areaOfRow(raw);
    const values: RowValues = new Array(store.columns.length).fill(null);
    if (located.area === null) return { area: null, outside: located.outside, values, refused: true };
    const area = located.area;
    let { refused } = located;
    const read = new Map<string, Value>();
    const kept: { plan: FieldPlan; value: Value; column: number }[] = [];
    const mistrusted = new Set<string>();
    for (const plan of plans) {
      const { field } = plan;
      const { cell, column } = firstFilled(raw.cells, plan.columns);
      if (isEmptyCell(cell) && field.need === 'optional' && field.blankMeans === undefined) continue;
      const reader = plan.readers.get(column);
      const reading = reader ? reader(cell) : { value: null };
      if (reading.error) {
        const required = field.need === 'required';
        if (required) refused = true;
        mistrusted.add(field.name);
        log.add(required ? 'error' : 'warning', reading.error, placeOf(raw, column, field.name), {
          field: field.zh,
          ...reading.params,
        });
        continue;
      }
      if (reading.warning)
        log.add('warning', reading.warning, placeOf(raw, column, field.name), {
          field: field.zh,
          ...reading.params,
        });
      const value = reading.value ?? field.blankMeans ?? null;
      if (value !== null) {
        read.set(field.name, value);
        kept.push({ plan, value, column });
      } else if (field.need === 'required') {
        refused = true;
        log.add('error', 'required_missing', placeOf(raw, column, field.name), { field: field.zh });
      } else if (field.need === 'expected' && !reading.warning) {
        log.add('warning', 'expected_missing', placeOf(raw, column, field.name), { field: field.zh });
      }
    }
    for (const { plan, value, column } of kept) {
      const { negativeMeans } = plan.field;
      if (!negativeMeans || typeof value !== 'number' || value >= 0) continue;
      const was = read.get(negativeMeans.field);
      read.set(plan.field.name, -value);
      read.set(negativeMeans.field, negativeMeans.value);
      if (was !== negativeMeans.value) {
        log.add('warning', 'negative_reversed', placeOf(raw, column, plan.field.name), {
          field: plan.field.zh,
        });
      }
    }
    for (const { plan, column } of kept) {
      const value = read.get(plan.field.name);
      if (value === undefined || plan.keep(value, area, values)) continue;
      log.add('warning', 'differs_from_id', placeOf(raw, column, plan.field.name), { field: plan.field.zh });
    }
    for (const { code, severity, field, params } of breachesOf(contract, read, label)) {
      if (mistrusted.has(field)) continue;
      if (severity === 'error') refused = true;
      if (severity === 'warning' && !columnOfField.has(field)) {
        if (!toldMissing.has(field))
          log.add(severity, 'expected_column_missing', { ...place, row: header.row, field }, params);
        toldMissing.add(field);
        continue;
      }
      log.add(severity, code, placeOf(raw, columnOfField.get(field) ?? null, field), params);
    }
    for (const { when, indexes } of erase) {
      if (meetsCondition(read, when)) for (const index of indexes) values[index] = null;
    }
    if (countyIndex >= 0) values[countyIndex] = area;
    if (dataDateIndex >= 0 && values[dataDateIndex] === null) values[dataDateIndex] = frame.dataDate;
    return { area, outside: null, values, refused };
  };
}
