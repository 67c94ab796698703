import { nearest } from '../http/nearest.ts';
import { type QueryError, queryError } from '../http/problem.ts';
import type { Choice, NumberParameter } from './parameter.ts';

/** A value of a closed list, `null` where the parameter is left out; another one is an error in `errors`. */
export function readChoice<Value extends string>(
  values: ReadonlyMap<string, string>,
  parameter: Choice<Value>,
  errors: QueryError[],
): Value | null {
  const [first = null] = readTerms(values, parameter, errors, (text) => [text]);
  return first;
}

/** Values of a closed list separated by commas, each once, in the order asked. */
export function readChoices<Value extends string>(
  values: ReadonlyMap<string, string>,
  parameter: Choice<Value>,
  errors: QueryError[],
): readonly Value[] {
  return readTerms(values, parameter, errors, (text) => text.split(','));
}

function readTerms<Value extends string>(
  values: ReadonlyMap<string, string>,
  { name, takes }: Choice<Value>,
  errors: QueryError[],
  terms: (text: string) => readonly string[],
): readonly Value[] {
  const text = values.get(name);
  const named = text === undefined ? [] : [...new Set(terms(text).map((term) => term.trim()))];
  return named.flatMap((value) => {
    const found = takes.values.find((one) => one === value);
    if (found !== undefined) return [found];
    errors.push(unknownValue(name, value, takes.values));
    return [];
  });
}

/** A whole number within bounds, `null` where the parameter is left out. */
export function readNumber(
  values: ReadonlyMap<string, string>,
  { name, takes: { least, most } }: NumberParameter,
  errors: QueryError[],
): number | null {
  const text = values.get(name);
  if (text === undefined) return null;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  errors.push(queryError({ name, code: 'unknown_value', value: text, allowed: [`${least}…${most}`] }));
  return null;
}

/** The refusal of a value that is not in a closed list. */
export function unknownValue(name: string, value: string, allowed: readonly string[]): QueryError {
  return queryError({ name, code: 'unknown_value', value, allowed, didYouMean: nearest(value, allowed) });
}
