import { entityTag } from './etag.ts';
import type { Answer } from './http.ts';

/** A JSON answer that is already at hand; its tag is of its text. */
export function jsonAnswer(document: unknown, more: Pick<Answer, 'headers' | 'audit'> = {}): Answer {
  const text = `${JSON.stringify(document)}\n`;
  return {
    kind: 'answer',
    contentType: 'application/json',
    etag: entityTag({ query: '', content: [text], representation: 'json', language: null }),
    language: null,
    ...more,
    body: async () => text,
  };
}
