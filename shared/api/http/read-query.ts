import type { Parameter } from '../query/parameter.ts';
import { nearest } from './nearest.ts';
import { type QueryError, queryError } from './problem.ts';

/** What every parameter looks like, for whoever left it out. */
export const parameterExamples: Readonly<Record<string, string>> = {
  indicator: 'indicator=reloc.start_rate',
  area: 'area=4312',
  period: 'period=latest',
};

/** A query string read against what its route knows. */
export interface ReadQuery {
  readonly values: ReadonlyMap<string, string>;
  readonly errors: readonly QueryError[];
}

/**
 * Reads a query string: every parameter is known, named once and not empty, and the required ones are
 * there. Nothing is silently ignored. Never throws, whatever the bytes.
 */
export function readQuery(raw: string, parameters: readonly Parameter[]): ReadQuery {
  const names = parameters.map((parameter) => parameter.name);
  const isOpen = parameters.some(({ takes }) => takes.kind === 'fields');
  const given = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(raw)) {
    given.set(name, [...(given.get(name) ?? []), value.trim()]);
  }
  const values = new Map<string, string>();
  const errors: QueryError[] = [];
  for (const [name, [value = '', ...more]] of given) {
    if (!names.includes(name) && !isOpen) {
      const didYouMean = nearest(name, names);
      errors.push(queryError({ name, code: 'unknown_parameter', value, allowed: names, didYouMean }));
    } else if (more.length > 0) {
      errors.push(queryError({ name, code: 'repeated_parameter', value: [value, ...more].join(', ') }));
    } else {
      values.set(name, value);
    }
  }
  for (const { name, required } of parameters) {
    const example = parameterExamples[name];
    const allowed = example ? [example] : [];
    if (values.get(name) === '') errors.push(queryError({ name, code: 'empty_parameter', allowed }));
    if (required && !given.has(name)) errors.push(queryError({ name, code: 'missing_parameter', allowed }));
  }
  return { values, errors };
}
