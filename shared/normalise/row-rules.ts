import type { Contract, FieldCondition } from '../datasets/contract.ts';
import type { Value } from './field-reader.ts';
import type { Severity } from './finding.ts';

/** What the rules see of a row: a field's value as read (tokenised and dropped fields included), or `null`. */
export type FieldValues = ReadonlyMap<string, Value>;

/** A rule that does not hold: code, severity, the field to look at, and what it was compared with. */
export interface Breach {
  readonly code: string;
  readonly severity: Severity;
  readonly field: string;
  readonly params: Readonly<Record<string, string | number>>;
}

function compare(left: Value, is: string, right: Value): boolean {
  switch (is) {
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    default:
      return left === right;
  }
}

function meets(values: FieldValues, { field, in: allowed }: FieldCondition): boolean {
  const value = values.get(field);
  if (value === undefined) return false;
  return allowed === undefined || (typeof value !== 'number' && allowed.includes(value));
}

/**
 * Checks the rules between fields of one row (domain.md §4, R1, R9). Only rules marked `error` quarantine; a
 * blank on either side makes a rule hold. `fieldLabel` names a field in Chinese for the sentence.
 */
export function breachesOf(
  contract: Contract,
  values: FieldValues,
  fieldLabel: (name: string) => string,
): Breach[] {
  const breaches: Breach[] = [];
  for (const { code, severity, left, is, right } of contract.rowRules) {
    const a = values.get(left);
    const b = typeof right === 'number' ? right : values.get(right);
    if (a === undefined || b === undefined || compare(a, is, b)) continue;
    const other = typeof right === 'number' ? String(right) : fieldLabel(right);
    breaches.push({ code, severity, field: left, params: { field: fieldLabel(left), expected: other } });
  }
  for (const { field, when, severity } of contract.needRules) {
    if (values.has(field) || !meets(values, when)) continue;
    const code = severity === 'error' ? 'required_missing' : 'expected_missing';
    breaches.push({ code, severity, field, params: { field: fieldLabel(field) } });
  }
  for (const { code, numerator, denominator, min, max } of contract.ratioRules ?? []) {
    const a = values.get(numerator);
    const b = values.get(denominator);
    if (typeof a !== 'number' || typeof b !== 'number' || b === 0) continue;
    const quotient = a / b;
    if ((min === undefined || quotient >= min) && (max === undefined || quotient <= max)) continue;
    breaches.push({
      code,
      severity: 'warning',
      field: numerator,
      params: { field: fieldLabel(numerator), expected: fieldLabel(denominator) },
    });
  }
  for (const { code, one, other } of contract.clashRules ?? []) {
    if (!meets(values, one) || !meets(values, other)) continue;
    breaches.push({
      code,
      severity: 'warning',
      field: one.field,
      params: { field: fieldLabel(one.field), expected: fieldLabel(other.field) },
    });
  }
  return breaches;
}

/** Whether a row meets a condition of its contract. */
export function meetsCondition(values: FieldValues, condition: FieldCondition): boolean {
  return meets(values, condition);
}
