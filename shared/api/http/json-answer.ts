import type { AuditDetails } from '../../access/audit.ts';
import { entityTag } from './etag.ts';
import type { Answer } from './http.ts';

/** A JSON answer that is already at hand; its tag is of its text. `audit` is what a record of it is to say. */
export function jsonAnswer(document: unknown, audit?: AuditDetails): Answer {
  const text = `${JSON.stringify(document)}\n`;
  return {
    kind: 'answer',
    contentType: 'application/json',
    etag: entityTag({ query: '', content: [text], representation: 'json', language: null }),
    language: null,
    ...(audit ? { audit } : {}),
    body: async () => text,
  };
}
