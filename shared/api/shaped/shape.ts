import type { Bilingual, Language } from '../../text/languages.ts';
import type { Published } from '../data/data-cells.ts';
import type { Comparison } from '../data/data-grammar.ts';
import type { DataQuery } from '../data/data-query.ts';
import type { CellValue } from '../data/result/columns.ts';
import type { Parameter } from '../query/parameter.ts';
import type { Asking, Question } from './asking.ts';
import type { Figure } from './figures.ts';

/** Names of the shaped answers; the routes are called after them. */
export const shapeIds = ['progress334', 'waterfall', 'ranking', 'completeness', 'ladder'] as const;
export type ShapeId = (typeof shapeIds)[number];

/**
 * A column of a shaped answer. `share`: a fraction, or points where they are asked for; `money`: 分 unless another
 * unit is asked for, which `moneyUnit` names; `value`: a figure that already is in the form asked for.
 */
export interface ShapedColumn<Row> {
  readonly id: string;
  readonly kind: 'text' | 'count' | 'share' | 'money' | 'moneyUnit' | 'value';
  readonly cell: (row: Row) => CellValue;
  /** Name of a code, for `labels`. */
  readonly name?: (row: Row, language: Language) => string | null;
}

/**
 * A shaped answer, as data: a set of observations of `/v1/data`, and how they are arranged in rows. It reads nothing
 * and knows nothing that `/v1/data` does not say to the same audience.
 */
export interface Shape<Row> {
  readonly id: ShapeId;
  readonly title: Bilingual;
  /** Parameters of `/v1/data` that are not the reader's to choose. */
  readonly fixed: Readonly<Partial<Record<'indicator' | 'by', string>>>;
  /** Where no area is named: the asker's own, or those directly below it. */
  readonly area: 'own' | 'children';
  /** Parameters of its own, in the order of the docs. */
  readonly parameters: readonly Parameter[];
  readonly vs: readonly Comparison[];
  /** Periods and parameters, where they follow from what is published. */
  readonly settle: (question: Question, published: Published) => Pick<DataQuery, 'periods' | 'parameters'>;
  readonly arrange: (figures: readonly Figure[], asking: Asking) => readonly Row[];
  readonly columns: readonly ShapedColumn<Row>[];
}
