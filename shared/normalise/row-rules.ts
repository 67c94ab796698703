import type { Contract, EraseRule, FieldCondition, PolicyLimit } from '../datasets/contract.ts';
import { addDays, type Day } from '../programme/calendar.ts';
import type { Policy } from '../programme/policy.ts';
import { isCanonicalId, isUscc } from './cells/identity.ts';
import type { Value } from './field-reader.ts';
import type { Severity } from './finding.ts';

/** What the rules see of a row: a field's value as read (tokenised and dropped fields included), or `null`. */
export type FieldValues = Pick<ReadonlyMap<string, Value>, 'get' | 'has'>;

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

/** Whether a row meets a condition; a field that was not read meets none. */
export function meets(values: FieldValues, { field, in: allowed, valid }: FieldCondition): boolean {
  const value = values.get(field);
  if (value === undefined) return false;
  if (valid === 'uscc' && !isUscc(String(value))) return false;
  if (valid === 'idno' && !isCanonicalId(String(value))) return false;
  return allowed === undefined || (typeof value !== 'number' && allowed.includes(value));
}

/** What the rules are held against beside the row: the dated policy, and the day the data speak of. */
export interface RuleContext {
  readonly policy: Policy;
  readonly dataDate: Day;
  /** Names a field in Chinese for the sentence. */
  fieldLabel(name: string): string;
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

/** A day so many days later; anything else as it is. */
function later(value: Value | undefined, days: number | undefined): Value | undefined {
  return typeof value === 'string' && days !== undefined ? addDays(value, days) : value;
}

/** Takes the rules one kind after the other; most rows breach none. */
type Checker = (
  contract: Contract,
  values: FieldValues,
  context: RuleContext,
  tell: (breach: Breach) => void,
) => void;

function warning(code: string, field: string, context: RuleContext, params: Breach['params'] = {}): Breach {
  return { code, severity: 'warning', field, params: { field: context.fieldLabel(field), ...params } };
}

const checkRowRules: Checker = ({ rowRules, fields }, values, context, tell) => {
  for (const { code, severity, left, is, right, plusDays } of rowRules) {
    const a = values.get(left);
    const limit = limitOf(right, context.policy);
    const days = plusDays && context.policy.limits[plusDays.policy];
    const b = typeof limit === 'string' ? later(values.get(limit), days) : limit;
    if (a === undefined || b === undefined || compare(a, is, b)) continue;
    const params: Breach['params'] =
      typeof limit === 'string'
        ? { expected: context.fieldLabel(limit), ...(days === undefined ? {} : { limit: days }) }
        : { limit: shownLimit(fields, left, limit) };
    tell({ ...warning(code, left, context, params), severity });
  }
};

const checkNeeds: Checker = ({ needRules }, values, context, tell) => {
  for (const { field, when, severity } of needRules) {
    if (values.has(field) || !meets(values, when)) continue;
    const code = severity === 'error' ? 'required_missing' : 'expected_missing';
    tell({ ...warning(code, field, context), severity });
  }
};

const checkRatios: Checker = ({ ratioRules = [], fields }, values, context, tell) => {
  for (const { code, numerator, denominator, min, max } of ratioRules) {
    const a = values.get(numerator);
    const b = values.get(denominator);
    if (typeof a !== 'number' || typeof b !== 'number' || b === 0) continue;
    const most = max === undefined ? undefined : limitOf(max, context.policy);
    const quotient = a / b;
    if ((min === undefined || quotient >= min) && (most === undefined || quotient <= most)) continue;
    const expected = context.fieldLabel(denominator);
    const limit: Breach['params'] = most === undefined ? {} : { limit: shownLimit(fields, numerator, most) };
    tell(warning(code, numerator, context, { expected, ...limit }));
  }
};

const checkAges: Checker = ({ ageRules = [] }, values, context, tell) => {
  for (const { code, when, birthYear, on } of ageRules) {
    const born = values.get(birthYear);
    const day = on === undefined ? context.dataDate : values.get(on);
    if (typeof born !== 'number' || typeof day !== 'string' || !meets(values, when)) continue;
    const expected = context.policy.workingAge.from;
    if (Number(day.slice(0, 4)) - born < expected) tell(warning(code, when.field, context, { expected }));
  }
};

const checkConditions: Checker = ({ clashRules = [], remarkRules = [] }, values, context, tell) => {
  for (const { code, one, other } of clashRules) {
    if (!meets(values, one) || !meets(values, other)) continue;
    tell(warning(code, one.field, context, { expected: context.fieldLabel(other.field) }));
  }
  for (const { code, when } of remarkRules) {
    if (meets(values, when)) tell(warning(code, when.field, context));
  }
};

const checkers: readonly Checker[] = [checkRowRules, checkNeeds, checkRatios, checkAges, checkConditions];

/**
 * Checks the rules between fields of one row (domain.md §4, R1, R9, X5, X11, X12) and tells each breach. Only rules
 * marked `error` quarantine; a blank on either side makes a rule hold.
 */
export function checkRow(
  contract: Contract,
  values: FieldValues,
  context: RuleContext,
  tell: (breach: Breach) => void,
): void {
  for (const check of checkers) check(contract, values, context, tell);
}

/** Whether a row does not show that the columns of a rule name no person. */
export function mustErase(values: FieldValues, { unless, when }: EraseRule): boolean {
  const holds = (condition: FieldCondition): boolean => meets(values, condition);
  return when.some(holds) || !unless.some(holds);
}
