import type { Contract, Field } from './contract.ts';
import { otherField } from './other-reading.ts';

/** One column of a batch: its name, the type of its values, and the field it comes from. */
export interface BatchColumn {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly field: string;
}

function valueType(field: Field): BatchColumn['type'] {
  if (field.type === 'bool') return 'boolean';
  return field.type === 'int' ||
    field.type === 'decimal' ||
    field.type === 'money' ||
    field.type === 'percent'
    ? 'number'
    : 'string';
}

/** Column of a field's token. */
export function tokenColumn(field: Field): string {
  return field.tokenColumn ?? `${field.name}Token`;
}

/** The columns that a cell of a field may fill, under whatever condition. */
export function columnsFedBy(field: Field): readonly BatchColumn[] {
  const other = otherField(field);
  return [...columnsOfField(field), ...(other ? columnsOfField(other) : [])];
}

function columnsOfField(field: Field): readonly BatchColumn[] {
  const text = (name: string): BatchColumn => ({ name, type: 'string', field: field.name });
  const kept: BatchColumn = { name: field.name, type: valueType(field), field: field.name };
  const born = (name: string): BatchColumn => ({ name, type: 'number', field: field.name });
  switch (field.keeping) {
    case 'drop':
      return [];
    case 'keep':
    case 'party':
      return [kept];
    case 'year':
      return [born(field.yearColumn ?? `${field.name}Year`)];
    case 'token:reference':
      return [text('householdNoToken'), text('headIdToken')];
    case 'keep+token:name':
      return [kept, text(tokenColumn(field))];
    default: {
      const token = text(tokenColumn(field));
      const derived = field.derives ? [born(field.derives.birthYear), text(field.derives.sex)] : [];
      return [token, ...derived, ...(field.lastDigitsColumn ? [text(field.lastDigitsColumn)] : [])];
    }
  }
}

/**
 * The columns a batch of this dataset has, in the order of its fields, without `sourceSheet` and `sourceRow`.
 * A column that two fields feed (birthYear, sex) is listed once, under the first of them.
 */
export function columnsOf(contract: Contract): readonly BatchColumn[] {
  const columns = new Map<string, BatchColumn>();
  for (const field of contract.fields) {
    for (const column of columnsFedBy(field)) {
      if (!columns.has(column.name)) columns.set(column.name, column);
    }
  }
  return [...columns.values()];
}
