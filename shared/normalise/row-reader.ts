import type { RawRow } from '../workbook/source.ts';
import type { RowValues } from './column-store.ts';
import { type CountyReading, countyReader } from './county.ts';
import { type FieldPlan, fieldPlans, type PlanParts } from './field-plan.ts';
import { firstFilled, isEmptyCell, type Value } from './field-reader.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLog, Place } from './finding-log.ts';
import { breachesOf, meetsCondition } from './row-rules.ts';

/** A data row after reading; `area` is `null` when its county is not known, `outside` when it is another area's. */
export interface ReadRow {
  readonly area: string | null;
  readonly outside: string | null;
  readonly values: RowValues;
  readonly refused: boolean;
}

/** What a sheet's rows are read with. */
export interface RowReaderParts extends PlanParts {
  readonly log: FindingLog;
  readonly place: Place;
}

/** A row while it is read. */
interface OpenRow {
  readonly raw: RawRow;
  readonly area: string;
  refused: boolean;
  /** Values by field, tokenised and dropped ones included, as the rules see them. */
  readonly read: Map<string, Value>;
  readonly kept: { readonly plan: FieldPlan; readonly column: number }[];
  /** Fields whose cell was refused: no rule complains of them again. */
  readonly mistrusted: Set<string>;
}

type Tell = (
  severity: Severity,
  code: string,
  row: RawRow,
  column: number | null,
  field: string,
  params: Finding['params'],
) => void;

function readField(plan: FieldPlan, row: OpenRow, tell: Tell): void {
  const { field } = plan;
  const { cell, column } = firstFilled(row.raw.cells, plan.columns);
  if (isEmptyCell(cell) && field.need === 'optional' && field.blankMeans === undefined) return;
  const { value: found, error, warning, params } = plan.readers.get(column)?.(cell) ?? { value: null };
  const required = field.need === 'required';
  if (error) {
    if (required) row.refused = true;
    row.mistrusted.add(field.name);
    tell(required ? 'error' : 'warning', error, row.raw, column, field.name, { field: field.zh, ...params });
    return;
  }
  if (warning) tell('warning', warning, row.raw, column, field.name, { field: field.zh, ...params });
  const value = found ?? field.blankMeans ?? null;
  if (value !== null) {
    row.read.set(field.name, value);
    row.kept.push({ plan, column });
  } else if (required) {
    row.refused = true;
    tell('error', 'required_missing', row.raw, column, field.name, { field: field.zh });
  } else if (field.need === 'expected' && !warning) {
    tell('warning', 'expected_missing', row.raw, column, field.name, { field: field.zh });
  }
}

/** A negative amount turns the row into what the contract says: a reversal of the positive amount. */
function turnNegatives(row: OpenRow, tell: Tell): void {
  for (const { plan, column } of row.kept) {
    const { name, zh, negativeMeans } = plan.field;
    const value = row.read.get(name);
    if (!negativeMeans || typeof value !== 'number' || value >= 0) continue;
    row.read.set(name, -value);
    const before = row.read.get(negativeMeans.field);
    row.read.set(negativeMeans.field, negativeMeans.value);
    if (before !== negativeMeans.value)
      tell('warning', 'negative_reversed', row.raw, column, name, { field: zh });
  }
}

function keepValues(row: OpenRow, values: RowValues, tell: Tell): void {
  for (const { plan, column } of row.kept) {
    const { name, zh } = plan.field;
    const value = row.read.get(name);
    if (value === undefined || plan.keep(value, row.area, values)) continue;
    tell('warning', 'differs_from_id', row.raw, column, name, { field: zh });
  }
}

/** Builds the checker of the rules between fields; a needed field without a column is told once a sheet. */
function ruleChecker({ header, log, place }: RowReaderParts, tell: Tell): (row: OpenRow) => void {
  const { contract } = header;
  const columns = new Map(header.fields.map(({ field, columns: own }) => [field.name, own[0] ?? null]));
  const labels = new Map(contract.fields.map(({ name, zh }) => [name, zh]));
  const told = new Set<string>();
  return (row) => {
    for (const { code, severity, field, params } of breachesOf(
      contract,
      row.read,
      (name) => labels.get(name) ?? name,
    )) {
      if (row.mistrusted.has(field)) continue;
      if (severity === 'error') row.refused = true;
      const column = columns.get(field);
      if (column !== undefined || severity === 'error')
        tell(severity, code, row.raw, column ?? null, field, params);
      else if (!told.has(field)) {
        told.add(field);
        log.add(severity, 'expected_column_missing', { ...place, row: header.row, field }, params);
      }
    }
  };
}

/** County of a row: its own cell, else the sheet's; what cannot be told is logged. */
function locate(
  reading: CountyReading,
  fallback: string | null,
  tellCounty: (code: string, params: Finding['params']) => void,
) {
  if (reading.kind === 'county') return { area: reading.code, outside: null, refused: false };
  if (reading.kind === 'outside') return { area: null, outside: reading.code, refused: true };
  if (reading.kind === 'refused') tellCounty(reading.code, reading.params);
  else if (fallback === null) tellCounty('county_missing', {});
  return { area: fallback, outside: null, refused: reading.kind === 'refused' || fallback === null };
}

/** Builds the reader of a sheet's data rows: county first, then every mapped field, then the rules between them. */
export function rowReader(parts: RowReaderParts): (row: RawRow) => ReadRow {
  const { header, frame, context, store, log, place } = parts;
  const { contract } = header;
  const plans = fieldPlans(parts);
  const county = header.fields.find(({ field }) => field.type === 'areaCode');
  const readCounty = countyReader(context.province, frame.within);
  const at = (name: string): number => store.columns.findIndex((column) => column.name === name);
  const countyIndex = at('countyCode');
  const erase = (contract.eraseRules ?? []).map(({ columns, when }) => ({ when, indexes: columns.map(at) }));
  const tell: Tell = (severity, code, { row }, column, field, params) =>
    log.add(severity, code, { ...place, row, column, field }, params);
  const checkRules = ruleChecker(parts, tell);

  return (raw) => {
    const { cell, column } = county ? firstFilled(raw.cells, county.columns) : { cell: null, column: null };
    const { area, outside, refused } = locate(readCounty(cell), frame.area, (code, params) =>
      tell('error', code, raw, column, 'countyCode', { field: '县级代码', ...params }),
    );
    const values: RowValues = new Array(store.columns.length).fill(null);
    if (area === null) return { area, outside, values, refused };
    const row: OpenRow = { raw, area, refused, read: new Map(), kept: [], mistrusted: new Set() };
    for (const plan of plans) readField(plan, row, tell);
    turnNegatives(row, tell);
    keepValues(row, values, tell);
    checkRules(row);
    for (const { when, indexes } of erase) {
      if (meetsCondition(row.read, when)) for (const index of indexes) values[index] = null;
    }
    if (countyIndex >= 0) values[countyIndex] = area;
    return { area, outside, values, refused: row.refused };
  };
}
