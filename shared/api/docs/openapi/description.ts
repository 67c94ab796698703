import type * as z from 'zod';
import type { ProblemCode } from '../../../messages/api-problems.ts';
import type { Bilingual } from '../../../text/languages.ts';
import type { RequestBody } from '../../http/bodies.ts';
import type { Parameter } from '../../query/parameter.ts';

/** The groups the document tells routes in. */
export const groups = {
  figures: { zh: '指标', en: 'Figures' },
  lineage: { zh: '来源与影响', en: 'Where figures come from' },
  reference: { zh: '目录与说明', en: 'Catalogues and descriptions' },
  uploads: { zh: '上报', en: 'Uploads' },
  orders: { zh: '命令', en: 'Orders' },
  pages: { zh: '页面', en: 'Pages' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Group = keyof typeof groups;

/** What an answer holds: JSON of a schema, words, or the bytes of a file. */
export type Content = z.ZodType | 'text' | 'bytes';

/** One answer a route gives when all is well. */
export interface AnswerDescription {
  readonly status: 200 | 202 | 303;
  readonly meaning: Bilingual;
  /** By media type; none where the answer has no body. */
  readonly content: Readonly<Record<string, Content>>;
  /** Given by the link that the address answers with, not by the address itself. */
  readonly isBehindLink?: true;
}

/** A request that the document shows and a test makes: over a small published county it is answered as it says. */
export interface ExampleRequest {
  readonly title: Bilingual;
  /** Values of the parameters, of the query and of the path, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly status: AnswerDescription['status'];
}

/**
 * Everything the OpenAPI document says of a route that does not follow from the tables by which requests are
 * checked: the contract (method, path), route-parameters.ts (query) and route-access.ts (who may).
 */
export interface RouteDescription {
  readonly group: Group;
  readonly summary: Bilingual;
  readonly detail?: Bilingual;
  /** Parameters of the path, in its order. */
  readonly path?: readonly Parameter[];
  readonly body?: RequestBody<unknown>;
  /** Takes `Idempotency-Key`. */
  readonly isRepeatable?: true;
  readonly answers: readonly [AnswerDescription, ...AnswerDescription[]];
  /** Problems beyond those that follow from parameters, access and method; see problems-of.ts. */
  readonly problems?: readonly ProblemCode[];
  readonly examples: readonly [ExampleRequest, ...ExampleRequest[]];
}

/** A JSON answer. */
export function json(schema: z.ZodType, meaning: Bilingual): AnswerDescription {
  return { status: 200, meaning, content: { 'application/json': schema } };
}

/** A file or a page of a media type. */
export function file(mediaType: string, meaning: Bilingual, content: 'text' | 'bytes'): AnswerDescription {
  return { status: 200, meaning, content: { [mediaType]: content } };
}

/** The answer lies elsewhere. */
export function elsewhere(meaning: Bilingual): AnswerDescription {
  return { status: 303, meaning, content: {} };
}

/** A route that gives nothing but a link that is good for five minutes: what it answers, and what lies behind. */
export function linked(
  mediaType: string,
  meaning: Bilingual,
): readonly [AnswerDescription, AnswerDescription] {
  const link = { zh: '五分钟内有效的链接', en: 'a link that is good for five minutes' };
  return [elsewhere(link), { ...file(mediaType, meaning, 'bytes'), isBehindLink: true }];
}

/** Taken down; its effect appears a moment later. */
export function accepted(schema: z.ZodType, meaning: Bilingual): AnswerDescription {
  return { status: 202, meaning, content: { 'application/json': schema } };
}

/** One example without a title of its own. */
export function example(
  values: Readonly<Record<string, string>> = {},
  status: AnswerDescription['status'] = 200,
  title: Bilingual = { zh: '示例', en: 'Example' },
): ExampleRequest {
  return { title, values, status };
}
