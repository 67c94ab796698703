import type { Language } from '../../text/languages.ts';
import { type QueryError, queryError } from '../http/problem.ts';
import type { Representation } from '../http/representations.ts';
import { langParameter } from '../query/common-parameters.ts';
import { readChoice, readChoices, readNumber, unknownValue } from '../query/read-choice.ts';
import {
  type Comparison,
  decimalsParameter,
  type Labeling,
  labelsParameter,
  type MoneyUnit,
  type Shape,
  shapeIn,
  unitParameter,
  unitWords,
  vsParameter,
} from './data-grammar.ts';

/** How an answer shows its figures: everything that changes no figure. */
export interface ResultForm {
  readonly language: Language;
  readonly labels: Labeling;
  readonly shape: Shape;
  /** Decimals of values; `null`: as served, six at most. */
  readonly decimals: number | null;
  /** `null`: values in 元, numerators and denominators in 分. */
  readonly money: MoneyUnit | null;
  /** `null`: as fractions, without saying so. */
  readonly share: 'fraction' | 'points' | null;
  readonly vs: readonly Comparison[];
}

/** Reads `lang`, `labels`, `shape`, `decimals`, `unit` and `vs`. */
export function readForm(
  values: ReadonlyMap<string, string>,
  representation: Representation,
  preferred: Language,
): { readonly form: ResultForm; readonly errors: readonly QueryError[] } {
  const errors: QueryError[] = [];
  const language = readChoice(values, langParameter, errors) ?? preferred;
  const shape = readChoice(values, shapeIn(representation), errors);
  const vs = readChoices(values, vsParameter, errors);
  if (shape === 'wide') {
    for (const name of ['vs', 'limit', 'cursor'].filter((one) => values.has(one))) {
      errors.push(queryError({ name: 'shape', code: 'not_with', value: name, allowed: ['long'] }));
    }
  }
  const form: ResultForm = {
    language,
    labels: readChoice(values, labelsParameter, errors) ?? (representation === 'xlsx' ? 'both' : 'code'),
    shape: shape ?? 'long',
    decimals: readNumber(values, decimalsParameter, errors),
    ...readUnits(values, errors),
    vs,
  };
  return { form, errors };
}

function readUnits(
  values: ReadonlyMap<string, string>,
  errors: QueryError[],
): Pick<ResultForm, 'money' | 'share'> {
  const words = readChoices(values, unitParameter, errors);
  const units = [...new Set(words.flatMap((word) => unitWords[word] ?? []))];
  const money = units.filter((unit) => unit !== 'fraction' && unit !== 'points');
  const share = units.filter((unit) => unit === 'fraction' || unit === 'points');
  for (const [first, second] of [money, share]) {
    if (second) errors.push(unknownValue('unit', `${first},${second}`, [String(first), second]));
  }
  return { money: money[0] ?? null, share: share[0] ?? null };
}
