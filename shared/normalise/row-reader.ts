import type { Field } from '../datasets/contract.ts';
import { blank } from './cells/reading.ts';
import type { ShiftWatch } from './column-shift.ts';
import type { RowValues } from './column-store.ts';
import { type CountyReading, countyReader } from './county.ts';
import type { FieldPlan, PlanParts } from './field-plan.ts';
import { firstFilled, firstFilledAt } from './field-reader.ts';
import type { Finding, Severity } from './finding.ts';
import type { FindingLog, Place } from './finding-log.ts';
import type { SheetRow } from './merged-cells.ts';
import { createRowFields, type RowFields } from './row-fields.ts';
import { type Breach, checkRow, meets, mustErase } from './row-rules.ts';

/**
 * A data row after reading, good until the next row is read; `area` is `null` when its county is not known, `outside`
 * when it is another area's.
 */
export interface ReadRow {
  readonly area: string | null;
  readonly outside: string | null;
  readonly values: RowValues;
  readonly refused: boolean;
  /** The row states no county: it is the sheet's. */
  readonly countyAssumed: boolean;
  /** Fields whose cell was refused. */
  readonly mistrusted: ReadonlySet<string>;
}

/** What a sheet's rows are read with. */
export interface RowReaderParts extends PlanParts {
  readonly log: FindingLog;
  readonly place: Place;
  readonly shifts: ShiftWatch;
}

/** A row while it is read; what belongs to it is emptied and used again for the next. */
interface OpenRow {
  raw: SheetRow;
  area: string;
  refused: boolean;
  /** Values by field, tokenised and dropped ones included, as the rules see them. */
  readonly read: RowFields;
  /** By place among the plans: the plan followed, and the column whose cell gave a value; -1 for none. */
  readonly plans: FieldPlan[];
  readonly columns: number[];
  /** Fields whose cell was refused: no rule complains of them again. */
  readonly mistrusted: Set<string>;
}

type Tell = (
  severity: Severity,
  code: string,
  row: SheetRow,
  column: number | null,
  field: string,
  params: Finding['params'],
) => void;

/** A quantity counts once, in the first row of a merged block; what only names or dates holds for every row. */
function countsOnce({ type, additive }: Field): boolean {
  return (type === 'int' || type === 'decimal' || type === 'money') && additive !== false;
}

function readField(planned: FieldPlan, place: number, row: OpenRow, tell: Tell): void {
  const { otherwise } = planned;
  const plan = otherwise && meets(row.read, otherwise.when) ? otherwise.plan : planned;
  const { field, columns } = plan;
  const { cells } = row.raw;
  const at = firstFilledAt(cells, columns);
  const column = columns[Math.max(at, 0)] ?? 0;
  if (row.raw.inherited?.has(column) && countsOnce(field)) {
    const severity = field.need === 'required' ? 'error' : 'warning';
    if (severity === 'error') row.refused = true;
    row.mistrusted.add(field.name);
    tell(severity, 'merged_quantity', row.raw, column, field.name, { field: field.zh });
    return;
  }
  if (at < 0 && field.need === 'optional' && field.blankMeans === undefined) return;
  const cell = at < 0 ? null : (cells[column] ?? null);
  const { value: found, error, warning, params } = plan.readers[Math.max(at, 0)]?.(cell) ?? blank;
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
    row.read.put(place, value);
    row.plans[place] = plan;
    row.columns[place] = column;
  } else if (required) {
    row.refused = true;
    tell('error', 'required_missing', row.raw, column, field.name, { field: field.zh });
  } else if (field.need === 'expected' && !warning) {
    tell('warning', 'expected_missing', row.raw, column, field.name, { field: field.zh });
  }
}

/** A negative amount turns the row into what the contract says: a reversal of the positive amount. */
function turnNegatives(row: OpenRow, tell: Tell): void {
  for (const [place, { field }] of row.plans.entries()) {
    const { name, zh, negativeMeans } = field;
    const column = row.columns[place] ?? -1;
    const value = row.read.at(place);
    if (column < 0 || !negativeMeans || typeof value !== 'number' || value >= 0) continue;
    row.read.set(name, -value);
    row.mistrusted.add(name);
    const before = row.read.get(negativeMeans.field);
    row.read.set(negativeMeans.field, negativeMeans.value);
    if (before !== negativeMeans.value)
      tell('warning', 'negative_reversed', row.raw, column, name, { field: zh });
  }
}

function keepValues(row: OpenRow, values: RowValues, tell: Tell): void {
  for (let place = 0; place < row.plans.length; place++) {
    const column = row.columns[place] ?? -1;
    if (column < 0) continue;
    const value = row.read.at(place);
    const plan = row.plans[place];
    if (value === undefined || !plan || plan.keep(value, row.area, values)) continue;
    const { name, zh } = plan.field;
    tell('warning', 'differs_from_id', row.raw, column, name, { field: zh });
  }
}

/** Builds the checker of the rules between fields; a needed field without a column is told once a sheet. */
function ruleChecker(parts: RowReaderParts, tell: Tell): (row: OpenRow) => void {
  const { header, log, place, context, frame } = parts;
  const { contract } = header;
  const columns = new Map(header.fields.map(({ field, columns: own }) => [field.name, own[0] ?? null]));
  const labels = new Map(contract.fields.map(({ name, zh }) => [name, zh]));
  const rules = {
    policy: context.policy,
    dataDate: frame.dataDate,
    fieldLabel: (name: string) => labels.get(name) ?? name,
  };
  const told = new Set<string>();
  const tellBreach = (row: OpenRow, { code, severity, field, params }: Breach): void => {
    if (row.mistrusted.has(field)) return;
    if (severity === 'error') row.refused = true;
    const column = columns.get(field);
    if (column !== undefined || severity === 'error')
      tell(severity, code, row.raw, column ?? null, field, params);
    else if (!told.has(field)) {
      told.add(field);
      log.add(severity, 'expected_column_missing', { ...place, row: header.row, field }, params);
    }
  };
  return (row) => checkRow(contract, row.read, rules, (breach) => tellBreach(row, breach));
}

/** County of a row: its own cell, else the sheet's; what cannot be told is logged. */
function locate(
  reading: CountyReading,
  fallback: string | null,
  tellCounty: (code: string, params: Finding['params']) => void,
) {
  if (reading.kind === 'county')
    return { area: reading.code, outside: null, refused: false, countyAssumed: false };
  if (reading.kind === 'outside')
    return { area: null, outside: reading.code, refused: true, countyAssumed: false };
  if (reading.kind === 'refused') tellCounty(reading.code, reading.params);
  else if (fallback === null) tellCounty('county_missing', {});
  return {
    area: fallback,
    outside: null,
    refused: reading.kind === 'refused' || fallback === null,
    countyAssumed: reading.kind === 'blank' && fallback !== null,
  };
}

/** What an ID number says of birth year and sex is known to the rules, too. */
function derivedValues(plans: readonly FieldPlan[], at: (name: string) => number) {
  const names = plans.flatMap(({ field }) => (field.derives ? [field.derives.birthYear] : []));
  const indexes = [...new Set(names)].map((name) => [name, at(name)] as const);
  return (row: OpenRow, values: RowValues): void => {
    for (const [name, index] of indexes) {
      const value = values[index] ?? null;
      if (value !== null) row.read.set(name, value);
    }
  };
}

/** Builds the reader of a sheet's data rows: county first, then every mapped field, then the rules between them. */
export function rowReader(parts: RowReaderParts, plans: readonly FieldPlan[]): (row: SheetRow) => ReadRow {
  const { header, frame, context, store, log, place, shifts } = parts;
  const { contract } = header;
  const county = header.fields.find(({ field }) => field.type === 'areaCode');
  const readCounty = countyReader(context.province, frame.within, contract.cityRows);
  const { at } = store;
  const countyIndex = at('countyCode');
  const erase = (contract.eraseRules ?? []).map((rule) => ({ rule, indexes: rule.columns.map(at) }));
  const tell: Tell = (severity, code, { row }, column, field, params) => {
    if (column !== null) shifts.note(code, row, column);
    log.add(severity, code, { ...place, row, column, field }, params);
  };
  const derive = derivedValues(plans, at);
  const checkRules = ruleChecker(parts, tell);
  const canTurn = plans.some(({ field }) => field.negativeMeans !== undefined);
  const values: RowValues = store.columns.map(() => null);
  const mistrusted = new Set<string>();
  const row: OpenRow = {
    raw: { row: 0, cells: [] },
    area: '',
    refused: false,
    read: createRowFields(plans.map(({ field }) => field.name)),
    plans: [...plans],
    columns: plans.map(() => -1),
    mistrusted,
  };

  return (raw) => {
    shifts.nextRow();
    const { cell, column } = county ? firstFilled(raw.cells, county.columns) : { cell: null, column: null };
    const { area, outside, refused, countyAssumed } = locate(readCounty(cell), frame.area, (code, params) =>
      tell('error', code, raw, column, 'countyCode', { field: '县级代码', ...params }),
    );
    values.fill(null);
    mistrusted.clear();
    if (area === null) return { area, outside, values, refused, countyAssumed, mistrusted };
    row.raw = raw;
    row.area = area;
    row.refused = refused;
    row.read.clear();
    row.columns.fill(-1);
    for (let place = 0; place < plans.length; place++) {
      const plan = plans[place];
      if (plan) readField(plan, place, row, tell);
    }
    if (canTurn) turnNegatives(row, tell);
    keepValues(row, values, tell);
    derive(row, values);
    checkRules(row);
    for (const { rule, indexes } of erase) {
      if (mustErase(row.read, rule)) for (const index of indexes) values[index] = null;
    }
    if (countyIndex >= 0) values[countyIndex] = area;
    return { area, outside, values, refused: row.refused, countyAssumed, mistrusted };
  };
}
