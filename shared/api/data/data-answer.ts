import { audienceName } from '../../access/principal.ts';
import type { Audience } from '../../access/roles.ts';
import { catalogueVersion } from '../../indicators/catalogue.ts';
import { maskVersion } from '../../privacy/released.ts';
import { entityTag } from '../http/etag.ts';
import { attachment } from '../http/file-name.ts';
import type { Answer, RouteCall, Written } from '../http/http.ts';
import { nextLink } from '../http/next-link.ts';
import { type Problem, problem, refuse } from '../http/problem.ts';
import { type Representation, representationDefinitions } from '../http/representations.ts';
import { pageLimits } from './data-grammar.ts';
import { mostObservations } from './data-query.ts';
import {
  countiesBehind,
  type DataRequest,
  questionOf,
  readDataRequest,
  unknownCursor,
} from './data-request.ts';
import { readResult } from './data-result.ts';
import { type ReadDeps, readState, type State } from './read-state.ts';
import { resultFileName } from './result/file-name.ts';
import type { Result } from './result/row.ts';
import { readMeasuring, selectRequest } from './selected-cells.ts';
import { snapshotOf } from './snapshot.ts';

/** Writes an answer in one representation. */
export interface Writer {
  readonly representation: Representation;
  readonly write: (
    result: Result,
    request: DataRequest,
    /** The query as it was sent. */
    query: string,
  ) => string | Uint8Array | Promise<Uint8Array>;
}

/** How a route gives what it is asked. */
export interface Giving {
  /** Address of the route, for links. */
  readonly path: string;
  /** Observations above which the answer lies elsewhere. */
  readonly most: number;
  readonly elsewhere?: Answer['elsewhere'];
}

/** An answer of `/v1/data`, with the name its file is saved under. */
export interface DataAnswer extends Answer {
  readonly body: () => Promise<Written | null>;
  readonly fileName: ReturnType<typeof resultFileName>;
}

/** An answer inline holds a page at most. */
export const inline = { most: pageLimits.most } as const;
/** A file holds whatever may be asked. */
export const asFile = { most: mostObservations } as const;

/**
 * Answers `/v1/data` in one representation. Heads, trees, facts: three steps, each in parallel; a knowledge time
 * before the newest commits reads commits after the heads, and one that is pinned reads what it has not kept. What is
 * measured of uploads reads their records beside the heads.
 */
export async function answerData(
  call: RouteCall<ReadDeps>,
  { representation, write }: Writer,
  { path, most, elsewhere }: Giving,
): Promise<DataAnswer | Problem> {
  const { deps, query, audience } = call;
  const scope = call.principal.area;
  const request = readDataRequest(query, representation, { ...deps, language: call.language });
  if ('kind' in request) return request;
  const [state, measuring] = await Promise.all([
    readState(deps, countiesBehind(request, audience), request.asOf, audience),
    readMeasuring(deps, { ...request, vs: request.form.vs }),
  ]);
  if (!state) return problem('snapshot_expired', request.asOf?.snapshot ?? null);
  const selected = selectRequest(request, state, measuring);
  if (request.cursor && selected.reached.length === 0) return refuse([unknownCursor(query)]);
  const { measured } = selected;
  const body = async (): Promise<Written | null> => {
    const result = await readResult(deps, { request, state, selected, audience, scope, most });
    if (!result) return null;
    return {
      body: await write(result, request, decodeURIComponent(String(new URLSearchParams([...query])))),
      headers: nextLink({ path, query }, result.next),
    };
  };
  const { contentType, isFile } = representationDefinitions[representation];
  const language = isWorded(representation, request) ? request.form.language : null;
  const fileName = resultFileName(request.selection, representation);
  return {
    kind: 'answer',
    contentType,
    etag: tagOf(request, state, representation, { audience, scope, measured: [...measured.keys()] }),
    language,
    isPinned: state.isPinned && measured.size === 0,
    headers: {
      'anju-snapshot': state.snapshot.snapshot,
      ...(isFile ? { 'content-disposition': attachment(fileName.plain, fileName.chinese) } : {}),
    },
    body,
    fileName,
    ...(elsewhere ? { elsewhere } : {}),
  };
}

/** Whether the answer has words of a language in it. */
function isWorded(representation: Representation, { form }: DataRequest): boolean {
  return form.labels !== 'code' || representation === 'xlsx' || representation === 'jsonstat';
}

/** The state and everything asked of it: what the answer is made of. */
function tagOf(
  request: DataRequest,
  { snapshot, newest }: State,
  representation: Representation,
  to: { readonly audience: Audience; readonly scope: string; readonly measured: readonly string[] },
): string {
  const { audience, scope, measured } = to;
  const { form, limit, cursor, withMark } = request;
  const { language, ...shown } = form;
  const start = cursor ? [cursor.cell, cursor.skip] : [0, 0];
  const beyond = form.vs.includes('peers') ? [scope] : [];
  const now = newest ? snapshotOf(countiesBehind(request, audience), newest).snapshot : '';
  return entityTag({
    query: JSON.stringify([questionOf(request.selection, form), shown, limit, start, withMark]),
    content: [
      catalogueVersion,
      snapshot.snapshot,
      now,
      audienceName(audience),
      maskVersion,
      ...beyond,
      ...measured,
    ],
    representation,
    language: isWorded(representation, request) ? language : null,
  });
}
