import type { Contract, FieldCondition, PolicyLimit } from '../datasets/contract.ts';
import type { Day } from '../programme/calendar.ts';
import type { Policy } from '../programme/policy.ts';
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

/** What the rules are held against beside the row: the dated policy, and the day the data speak of. */
export interface RuleContext {
  readonly policy: Policy;
  readonly dataDate: Day;
  /** Names a field in Chinese for the sentence. */
  fieldLabel(name: string): string;
}

function rowRuleBreaches(
  { rowRules, fields }: Contract,
  values: FieldValues,
  context: RuleContext,
): Breach[] {
  return rowRules.flatMap(({ code, severity, left, is, right }) => {
    const a = values.get(left);
    const limit = limitOf(right, context.policy);
    const b = typeof limit === 'string' ? values.get(limit) : limit;
    if (a === undefined || b === undefined || compare(a, is, b)) return [];
    const params: Breach['params'] =
      typeof limit === 'string'
        ? { expected: context.fieldLabel(limit) }
        : { limit: shownLimit(fields, left, limit) };
    return [{ code, severity, field: left, params: { field: context.fieldLabel(left), ...params } }];
  });
}

function limitOf<Other extends string | number>(
  right: Other | PolicyLimit,
  { limits }: Policy,
): Other | number {
  return typeof right === 'object' ? limits[right.policy] : right;
}

/** A limit as the county writes it: money in 元. */
function shownLimit(fields: Contract['fields'], name: string, limit: number): number {
  return fields.find((field) => field.name === name)?.type === 'money' ? limit / 100 : limit;
}

function needBreaches({ needRules }: Contract, values: FieldValues, context: RuleContext): Breach[] {
  return needRules.flatMap(({ field, when, severity }) => {
    if (values.has(field) || !meets(values, when)) return [];
    const code = severity === 'error' ? 'required_missing' : 'expected_missing';
    return [{ code, severity, field, params: { field: context.fieldLabel(field) } }];
  });
}

function warning(code: string, field: string, context: RuleContext, params: Breach['params'] = {}): Breach {
  return { code, severity: 'warning', field, params: { field: context.fieldLabel(field), ...params } };
}

function ratioBreaches(
  { ratioRules = [], fields }: Contract,
  values: FieldValues,
  context: RuleContext,
): Breach[] {
  return ratioRules.flatMap(({ code, numerator, denominator, min, max }) => {
    const a = values.get(numerator);
    const b = values.get(denominator);
    if (typeof a !== 'number' || typeof b !== 'number' || b === 0) return [];
    const most = max === undefined ? undefined : limitOf(max, context.policy);
    const quotient = a / b;
    if ((min === undefined || quotient >= min) && (most === undefined || quotient <= most)) return [];
    const expected = context.fieldLabel(denominator);
    const limit: Breach['params'] = most === undefined ? {} : { limit: shownLimit(fields, numerator, most) };
    return [warning(code, numerator, context, { expected, ...limit })];
  });
}

function ageBreaches({ ageRules = [] }: Contract, values: FieldValues, context: RuleContext): Breach[] {
  return ageRules.flatMap(({ code, when, birthYear, on }) => {
    const born = values.get(birthYear);
    const day = on === undefined ? context.dataDate : values.get(on);
    if (typeof born !== 'number' || typeof day !== 'string' || !meets(values, when)) return [];
    const expected = context.policy.workingAge.from;
    return Number(day.slice(0, 4)) - born >= expected
      ? []
      : [warning(code, when.field, context, { expected })];
  });
}

/**
 * Checks the rules between fields of one row (domain.md §4, R1, R9, X5, X11, X12). Only rules marked `error`
 * quarantine; a blank on either side makes a rule hold.
 */
export function breachesOf(contract: Contract, values: FieldValues, context: RuleContext): readonly Breach[] {
  const clashes = (contract.clashRules ?? []).flatMap(({ code, one, other }) =>
    meets(values, one) && meets(values, other)
      ? [warning(code, one.field, context, { expected: context.fieldLabel(other.field) })]
      : [],
  );
  const remarks = (contract.remarkRules ?? []).flatMap(({ code, when }) =>
    meets(values, when) ? [warning(code, when.field, context)] : [],
  );
  return [
    ...rowRuleBreaches(contract, values, context),
    ...needBreaches(contract, values, context),
    ...ratioBreaches(contract, values, context),
    ...ageBreaches(contract, values, context),
    ...clashes,
    ...remarks,
  ];
}

/** Whether a row meets a condition of its contract. */
export function meetsCondition(values: FieldValues, condition: FieldCondition): boolean {
  return meets(values, condition);
}
