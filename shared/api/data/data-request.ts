import type { Audience } from '../../access/roles.ts';
import { catalogueVersion } from '../../indicators/catalogue.ts';
import { wholeCatalogue } from '../../indicators/whole-catalogue.ts';
import { countiesOf } from '../../programme/areas.ts';
import { contentId } from '../../records/ids.ts';
import type { Language } from '../../text/languages.ts';
import { type Cursor, readCursor } from '../http/cursor.ts';
import { type Problem, problem, type QueryError, queryError, refuse } from '../http/problem.ts';
import { type Representation, representationDefinitions } from '../http/representations.ts';
import { type AsOf, readAsOf } from '../query/read-as-of.ts';
import { readChoice, readNumber } from '../query/read-choice.ts';
import { countiesBeside } from './comparisons.ts';
import { bomParameter, observationsParameter, pageLimits } from './data-grammar.ts';
import { readDataQuery, type Selection } from './data-query.ts';
import { countiesToRead } from './release.ts';
import { type ResultForm, readForm } from './result-form.ts';
import { snapshotTime } from './snapshot.ts';

/** All that `/v1/data` is asked. */
export interface DataRequest {
  /** Id that its cursors carry: what is asked, and as of when. */
  readonly question: string;
  readonly selection: Selection;
  readonly form: ResultForm;
  readonly asOf: AsOf | null;
  /** Observations a page; `null`: the whole selection. */
  readonly limit: number | null;
  readonly cursor: Cursor | null;
  /** Whether CSV begins with a byte-order mark. */
  readonly withMark: boolean;
}

/** Reads the query of `/v1/data` in a representation; everything that is wrong with it is said at once. */
export function readDataRequest(
  values: ReadonlyMap<string, string>,
  representation: Representation,
  { province, language }: { readonly province: string; readonly language: Language },
): DataRequest | Problem {
  const selected = readDataQuery(values, wholeCatalogue, province);
  const shown = readForm(values, representation, language);
  const errors = [...selected.errors, ...shown.errors];
  const withMark = readChoice(values, bomParameter, errors) !== '0';
  const asOfText = values.get('asOf');
  const known = asOfText === undefined ? null : readAsOf(asOfText);
  if (known && 'error' in known) errors.push(known.error);
  const limit = readNumber(values, observationsParameter, errors);
  const word = values.get('cursor');
  const cursor = word === undefined ? null : readCursor(word);
  const asOf = known && 'asOf' in known ? known.asOf : null;
  const question = pagedQuestionOf(questionOf(selected.query, shown.form), asOf);
  const ofAnother = cursor !== null && cursor.catalogue === catalogueVersion && cursor.question !== question;
  if (word !== undefined && (cursor === null || ofAnother)) {
    errors.push(unknownCursor(values));
  }
  if (errors.length > 0) return refuse(errors);
  const pinned = cursor && snapshotTime(cursor.snapshot);
  if (cursor && (cursor.catalogue !== catalogueVersion || !pinned)) {
    return problem('snapshot_expired', cursor.snapshot);
  }
  const isWhole = representationDefinitions[representation].isWhole || shown.form.shape === 'wide';
  return {
    question,
    selection: selected.query,
    form: shown.form,
    asOf: pinned ? { time: pinned, snapshot: cursor.snapshot } : asOf,
    limit: limit ?? (isWhole ? null : pageLimits.unasked),
    cursor,
    withMark,
  };
}

/** Id of a selection: the same question in other words has the same one, however it is shown. */
export function questionOf(selection: Selection, { vs }: Pick<ResultForm, 'vs'>): string {
  const { indicators, areas, periods, by, parameters } = selection;
  const parts = [indicators.map(({ id }) => id), areas, periods, by, parameters, vs];
  return contentId('question', [JSON.stringify(parts)]);
}

/** The refusal of a cursor that no page of the question gave. */
export function unknownCursor(values: ReadonlyMap<string, string>): QueryError {
  return queryError({ name: 'cursor', code: 'unknown_cursor', value: values.get('cursor') ?? null });
}

/** Id of a question that comes in pages: a knowledge time that is named belongs to it. */
function pagedQuestionOf(question: string, asOf: AsOf | null): string {
  return asOf === null ? question : contentId('question', [question, asOf.time, asOf.snapshot ?? '']);
}

/**
 * The counties whose published figures an answer rests on, each once, by code: those asked, those they are held
 * against, and where the audience has a k, all of their cities.
 */
export function countiesBehind(
  { selection, form }: Pick<DataRequest, 'selection' | 'form'>,
  audience: Audience,
): readonly string[] {
  const asked = selection.areas.flatMap(countiesOf);
  const counties = [...asked, ...countiesBeside(selection.areas, form.vs)];
  return [...new Set(countiesToRead(counties, audience))].sort();
}
