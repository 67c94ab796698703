import type { RequestBody } from './bodies.ts';
import { type Problem, problem } from './problem.ts';

/** Reads a JSON body against a schema; a body that is left out stands for `{}`. */
export function readBody<Shape>(
  body: string,
  { schema, example }: RequestBody<Shape>,
): { readonly value: Shape } | { readonly problem: Problem } {
  const parsed = schema.safeParse(parseJson(body.trim() === '' ? '{}' : body));
  return parsed.success
    ? { value: parsed.data }
    : { problem: problem('invalid_body', null, [JSON.stringify(example)]) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a client may call its request, so that a repetition is known as one. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** The `Idempotency-Key` of a request, `null` when it has none. */
export function readIdempotencyKey(
  headers: Readonly<Record<string, string>>,
): { readonly key: string | null } | { readonly problem: Problem } {
  const key = headers['idempotency-key'];
  if (key === undefined) return { key: null };
  return keyPattern.test(key) ? { key } : { problem: problem('invalid_idempotency_key', key) };
}
