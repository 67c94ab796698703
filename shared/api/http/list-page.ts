import { limitParameter } from '../query/common-parameters.ts';
import type { NumberParameter } from '../query/parameter.ts';
import { readNumber } from '../query/read-choice.ts';
import { type Problem, problem, type QueryError, queryError } from './problem.ts';

/** A page of a list that is made anew for every request: where it begins, how long it is, and of which state. */
export interface ListPage {
  readonly limit: number;
  readonly offset: number;
  /** The state the first page was of; `null` on the first page. */
  readonly state: string | null;
}

type PageSize = NumberParameter & { readonly takes: { readonly unasked: number } };

/** Reads `limit` and `cursor`. */
export function readListPage(
  query: ReadonlyMap<string, string>,
  parameter: PageSize = limitParameter,
): {
  readonly page: ListPage;
  readonly errors: readonly QueryError[];
} {
  const errors: QueryError[] = [];
  const limit = readNumber(query, parameter, errors) ?? parameter.takes.unasked;
  const cursor = query.get('cursor');
  const position = cursor === undefined ? { state: null, offset: 0 } : readCursor(cursor);
  if (!position) errors.push(queryError({ name: 'cursor', code: 'unknown_cursor', value: cursor ?? null }));
  return { page: { limit, ...(position ?? { state: null, offset: 0 }) }, errors };
}

/** The refusal of a further page when what it is a page of is no longer so; `null`: go on. */
export function refuseMoved({ state }: ListPage, now: string): Problem | null {
  return state === null || state === now ? null : problem('snapshot_expired', state);
}

/** The page's own part of a list, and the cursor of the next one. */
export function pageOf<One>(all: readonly One[], { limit, offset }: ListPage, state: string) {
  const end = offset + limit;
  return { rows: all.slice(offset, end), next: end < all.length ? cursorWord(state, end) : null };
}

function cursorWord(state: string, offset: number): string {
  return Buffer.from(`${state} ${offset}`, 'utf8').toString('base64url');
}

function readCursor(word: string): { readonly state: string; readonly offset: number } | null {
  const [, state = '', digits = ''] =
    /^([\w-]{1,64}) (\d{1,9})$/.exec(Buffer.from(word, 'base64url').toString('utf8')) ?? [];
  const offset = Number(digits);
  return state !== '' && cursorWord(state, offset) === word ? { state, offset } : null;
}
