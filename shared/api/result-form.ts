import {
  type Comparison,
  comparisons,
  type Labeling,
  labelings,
  type Shape,
  shapes,
} from './data-grammar.ts';
import { isLanguage, type Language, languages } from './language.ts';
import { type QueryError, queryError } from './problem.ts';
import { readChoice, readChoices, readNumber, unknownValue } from './read-choice.ts';
import type { Representation } from './representations.ts';

/** Money is kept in 分; a value in money is shown in 元 unless another unit is asked for. */
export type MoneyUnit = '元' | '万元' | '分';

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

const unitWords: Readonly<Record<string, MoneyUnit | 'fraction' | 'points'>> = {
  元: '元',
  yuan: '元',
  万元: '万元',
  wan: '万元',
  分: '分',
  fen: '分',
  fraction: 'fraction',
  小数: 'fraction',
  points: 'points',
  百分点: 'points',
};

/** Reads `lang`, `labels`, `shape`, `decimals`, `unit` and `vs`. */
export function readForm(
  values: ReadonlyMap<string, string>,
  representation: Representation,
  preferred: Language,
): { readonly form: ResultForm; readonly errors: readonly QueryError[] } {
  const errors: QueryError[] = [];
  const lang = values.get('lang');
  if (lang !== undefined && !isLanguage(lang)) errors.push(unknownValue('lang', lang, languages));
  const shape = readChoice(values, 'shape', representation === 'jsonstat' ? ['long'] : shapes, errors);
  const vs = readChoices(values, 'vs', comparisons, errors);
  if (shape === 'wide') {
    for (const name of ['vs', 'limit', 'cursor'].filter((one) => values.has(one))) {
      errors.push(queryError({ name: 'shape', code: 'not_with', value: name, allowed: ['long'] }));
    }
  }
  const form: ResultForm = {
    language: lang !== undefined && isLanguage(lang) ? lang : preferred,
    labels: readChoice(values, 'labels', labelings, errors) ?? (representation === 'xlsx' ? 'both' : 'code'),
    shape: shape ?? 'long',
    decimals: readNumber(values, 'decimals', [0, 6], errors),
    ...readUnits(values, errors),
    vs,
  };
  return { form, errors };
}

function readUnits(
  values: ReadonlyMap<string, string>,
  errors: QueryError[],
): Pick<ResultForm, 'money' | 'share'> {
  const words = readChoices(values, 'unit', Object.keys(unitWords), errors);
  const units = [...new Set(words.flatMap((word) => unitWords[word] ?? []))];
  const money = units.filter((unit) => unit !== 'fraction' && unit !== 'points');
  const share = units.filter((unit) => unit === 'fraction' || unit === 'points');
  for (const [first, second] of [money, share]) {
    if (second) errors.push(unknownValue('unit', `${first},${second}`, [String(first), second]));
  }
  return { money: money[0] ?? null, share: share[0] ?? null };
}
