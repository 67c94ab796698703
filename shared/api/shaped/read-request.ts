import { wholeCatalogue } from '../../indicators/whole-catalogue.ts';
import { childrenOf } from '../../programme/areas.ts';
import { shanghaiDay } from '../../programme/calendar.ts';
import type { Language } from '../../text/languages.ts';
import { bomParameter } from '../data/data-grammar.ts';
import { readDataQuery } from '../data/data-query.ts';
import { type ResultForm, readForm } from '../data/result-form.ts';
import { type Problem, queryError, refuse } from '../http/problem.ts';
import { type AsOf, readAsOf } from '../query/read-as-of.ts';
import { readChoice } from '../query/read-choice.ts';
import type { Question } from './asking.ts';
import { yearParameter } from './parameters.ts';
import type { Shape } from './shape.ts';

/** How a shaped answer is written. */
export type ShapedRepresentation = 'json' | 'csv';

/** All that a shaped answer is asked. */
export interface ShapedRequest {
  readonly question: Question;
  readonly form: ResultForm;
  readonly asOf: AsOf | null;
  /** Whether CSV begins with a byte-order mark. */
  readonly withMark: boolean;
}

/** What a request is read by: the province, the reader's language and own area, and the time. */
export interface Reader {
  readonly province: string;
  readonly language: Language;
  readonly area: string;
  readonly now: Date;
}

/** Reads the query of a shaped answer as `/v1/data` reads its own; everything that is wrong with it is said at once. */
export function readShapedRequest<Row>(
  shape: Shape<Row>,
  values: ReadonlyMap<string, string>,
  { province, language, area, now }: Reader,
): ShapedRequest | Problem {
  const asked = new Map([
    ['period', 'latest'],
    ['area', areaFor(shape, area)],
    ...values,
    ...Object.entries(shape.fixed),
  ]);
  // `year` of a shaped answer is the plan's, not that of the entries of a ledger
  asked.delete(yearParameter.name);
  const { query: selection, errors: unfit } = readDataQuery(asked, wholeCatalogue, province);
  const { form, errors: unshown } = readForm(values, 'json', language);
  const errors = [...unfit, ...unshown];
  if (shape.fixed.indicator === undefined && selection.indicators.length > 1) {
    errors.push(
      queryError({ name: 'indicator', code: 'one_value_only', value: asked.get('indicator') ?? null }),
    );
  }
  const year = readChoice(values, yearParameter, errors);
  const withMark = readChoice(values, bomParameter, errors) !== '0';
  const asOfText = values.get('asOf');
  const known = asOfText === undefined ? null : readAsOf(asOfText);
  if (known && 'error' in known) errors.push(known.error);
  if (errors.length > 0) return refuse(errors);
  const asOf = known && 'asOf' in known ? known.asOf : null;
  const today = shanghaiDay(asOf ? new Date(asOf.time) : now);
  return { question: { selection, year: year === null ? null : Number(year), today }, form, asOf, withMark };
}

/** The area that is meant where none is named. */
function areaFor<Row>({ area }: Pick<Shape<Row>, 'area'>, own: string): string {
  return area === 'children' && childrenOf(own).length > 0 ? `children(${own})` : own;
}
