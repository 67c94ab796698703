import { type ProblemCode, problemDetail, problemTexts } from '../../messages/api-problems.ts';
import type { Bilingual, Language } from '../../text/languages.ts';
import type { ApiResponse } from './api-response.ts';

/** One thing wrong with a query, and how to mend it. */
export interface QueryError {
  readonly in: 'query' | 'path' | 'body';
  readonly name: string;
  readonly code: ProblemCode;
  readonly value: string | null;
  readonly allowed: readonly string[];
  readonly didYouMean: string | null;
  readonly message: Bilingual;
}

/** A refusal, before it is written as a problem document (RFC 9457). */
export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly message: Bilingual;
  readonly errors: readonly QueryError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is known of an error; the sentence is added. */
export type ErrorFacts = Partial<Pick<QueryError, 'in' | 'value' | 'allowed' | 'didYouMean'>> &
  Pick<QueryError, 'name' | 'code'>;

/** Longest value that is given back: what is longer was no mistyping. */
const longestEcho = 100;

/** An error with its sentence in both languages. */
export function queryError(facts: ErrorFacts): QueryError {
  const { allowed = [], didYouMean = null } = facts;
  const value = facts.value?.slice(0, longestEcho) ?? null;
  const name = facts.name.slice(0, longestEcho);
  const message = problemDetail(facts.code, { name, value, allowed, didYouMean });
  return { in: facts.in ?? 'query', name, code: facts.code, value, allowed, didYouMean, message };
}

/** Most errors one answer lists; whoever has more has another problem. */
const mostErrors = 20;

/** A refusal of a query: named by its one kind of error, or `invalid_query` when there are several. */
export function refuse(all: readonly QueryError[]): Problem {
  const errors = all.slice(0, mostErrors);
  const codes = new Set(errors.map((error) => error.code));
  const first = errors[0];
  const code = codes.size === 1 && first ? first.code : 'invalid_query';
  const message =
    errors.length === 1 && first
      ? first.message
      : {
          zh: errors.map((error) => error.message.zh).join(''),
          en: errors.map((error) => error.message.en).join(' '),
        };
  return { kind: 'problem', code, message, errors };
}

/** A problem that is about the address or about us, not about a parameter. */
export function problem(
  code: ProblemCode,
  value: string | null,
  allowed: readonly string[] = [],
  headers: Readonly<Record<string, string>> = {},
): Problem {
  const message = problemDetail(code, { value: value?.slice(0, longestEcho) ?? null, allowed });
  return { kind: 'problem', code, message, errors: [], headers };
}

/** The `type` of a problem: the address of the page that explains it. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code.replaceAll('_', '-')}`;
}

/** Writes the problem document. `message` carries both languages, `title` and `detail` the reader's. */
export function problemResponse(
  { code, message, errors, headers }: Problem,
  language: Language,
  request: { readonly path: string; readonly requestId: string },
): ApiResponse {
  const { status, title } = problemTexts[code];
  const document = {
    type: problemType(code),
    title: title[language],
    status,
    detail: message[language],
    instance: request.path.slice(0, 200),
    code,
    errors,
    message,
    requestId: request.requestId,
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
    body: `${JSON.stringify(document)}\n`,
  };
}
