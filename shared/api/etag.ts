import { contentId } from '../records/ids.ts';
import type { Language } from './language.ts';

/**
 * What an answer is made of; equal parts give an equal answer (design.md, Storage). Of what hangs on the audience
 * its name stands in `content`.
 */
export interface AnswerParts {
  readonly query: string;
  readonly content: readonly string[];
  readonly representation: 'json' | 'html' | 'xlsx' | 'csv' | 'text';
  readonly language: Language | null;
}

/** Entity tag of an answer, quoted, strong. */
export function entityTag({ query, content, representation, language }: AnswerParts): string {
  return `"${contentId('etag', [query, representation, language ?? '', ...content])}"`;
}

/** Whether the client's `If-None-Match` names the tag; weak comparison, as RFC 9110 §13.1.2 asks. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const named = header.split(',').map((text) => text.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(tag);
}
