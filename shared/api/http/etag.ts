import { contentId } from '../../records/ids.ts';
import type { Language } from '../../text/languages.ts';
import { type Coding, codings } from './negotiate.ts';
import type { Representation } from './representations.ts';

/**
 * What an answer is made of; equal parts give an equal answer (design.md, Storage). Of what hangs on the audience
 * its name stands in `content`.
 */
export interface AnswerParts {
  readonly query: string;
  readonly content: readonly string[];
  readonly representation: Representation | 'html' | 'text';
  readonly language: Language | null;
}

/** Entity tag of an answer, quoted, strong. */
export function entityTag({ query, content, representation, language }: AnswerParts): string {
  return `"${contentId('etag', [query, representation, language ?? '', ...content])}"`;
}

/** The tag of the same answer in a content coding: other bytes, and so another tag (RFC 9110 §8.8.3). */
export function codedTag(tag: string, coding: Coding | null): string {
  return coding === null ? tag : `${tag.slice(0, -1)}-${coding}"`;
}

/**
 * The tag in the client's `If-None-Match` that names the answer, in any coding, or `null`; weak comparison, as
 * RFC 9110 §13.1.2 asks.
 */
export function namedTag(header: string | undefined, tag: string): string | null {
  const named = (header ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
  const known = [tag, ...codings.map((coding) => codedTag(tag, coding))];
  return named.includes('*') ? tag : (known.find((one) => named.includes(one)) ?? null);
}
