import type { Field, FieldCondition } from '../datasets/contract.ts';
import { otherField } from '../datasets/other-reading.ts';
import { toSimplified } from '../text/traditional.ts';
import type { ColumnStore } from './column-store.ts';
import type { NormaliseContext } from './context.ts';
import { cellReader, type FieldReader, fieldReader, rememberingReader } from './field-reader.ts';
import type { Frame } from './frame.ts';
import type { Header, MappedField } from './header.ts';
import { type Keeper, keeperOf } from './keep.ts';

/** How one mapped field of a sheet is read and what is kept of it. */
export interface FieldPlan {
  readonly field: Field;
  readonly columns: readonly number[];
  /** One reader per column, in their order: a column headed 身份证 is read as such. */
  readonly readers: readonly FieldReader[];
  /** Reads a number of a 合计 row: the field's limits hold for one record only. */
  readonly readTotal: FieldReader;
  readonly keep: Keeper;
  /** The plan taken instead in rows that meet a condition, which reads a field planned before this one. */
  readonly otherwise?: { readonly when: FieldCondition; readonly plan: FieldPlan };
}

/** What plans are made from. */
export interface PlanParts {
  readonly header: Header;
  readonly frame: Frame;
  readonly context: NormaliseContext;
  readonly store: ColumnStore;
  readonly date1904: boolean;
  readonly moneyUnit: (mapped: MappedField) => string;
}

function planOf(mapped: MappedField, parts: PlanParts): FieldPlan {
  const { field, columns } = mapped;
  const { header, frame, context, store } = parts;
  const reading = {
    date: { date1904: parts.date1904, year: Number(frame.period.slice(0, 4)) },
    moneyUnit: parts.moneyUnit(mapped),
    period: frame.period,
    uploadDay: context.uploadDay,
    dataDate: frame.dataDate,
    policy: context.policy,
    idHeader: false,
  };
  const readers = columns.map((column) => {
    const idHeader = /身份证/.test(toSimplified(header.labels[column] ?? ''));
    return rememberingReader(fieldReader(field, { ...reading, idHeader }));
  });
  const other = otherField(field);
  return {
    field,
    columns,
    readers,
    readTotal: cellReader(field, reading),
    keep: keeperOf(field, store.columns, context.tokens),
    ...(other && field.otherwise
      ? { otherwise: { when: field.otherwise.when, plan: planOf({ ...mapped, field: other }, parts) } }
      : {}),
  };
}

/** Nothing of the field is kept and nothing of it is needed. */
export function isIdle({ keeping, need }: Field): boolean {
  return keeping === 'drop' && need === 'optional';
}

/**
 * Plans of a sheet's fields, ID numbers first, so that sex and birth year are held against them, and last the fields
 * whose reading hangs on another field; not the county.
 */
export function fieldPlans(parts: PlanParts): readonly FieldPlan[] {
  const place = ({ field }: MappedField): number =>
    Number(field.otherwise !== undefined) - Number(field.type === 'idno');
  return parts.header.fields
    .filter(({ field }) => field.type !== 'areaCode' && !isIdle(field))
    .sort((a, b) => place(a) - place(b))
    .map((mapped) => planOf(mapped, parts));
}
