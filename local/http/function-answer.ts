import * as z from 'zod';

/** What is sent to the client. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** Lambda gives no more than 6 MB of JSON back. */
export const maxAnswerBytes = 6 * 1024 * 1024;

/** A function's answer cannot be sent; ours to mend, the client sees a 500. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
}

const structured = z.object({
  statusCode: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

const connectionHeaders: readonly string[] = ['connection', 'transfer-encoding', 'keep-alive'];

/**
 * Reads a function's answer as API Gateway reads payload format 2.0: an answer with a status code is taken
 * as it is, any other JSON is the body of a 200. Throws {@link AnswerRefused} when it is malformed or larger
 * than {@link maxAnswerBytes}.
 */
export function readAnswer(answer: unknown): HttpAnswer {
  const json = JSON.stringify(answer);
  if (json === undefined) throw new AnswerRefused('the function gave no answer');
  const bytes = Buffer.byteLength(json);
  if (bytes > maxAnswerBytes) {
    throw new AnswerRefused(`the answer has ${bytes} bytes of JSON, Lambda allows ${maxAnswerBytes}`);
  }
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(json) };
  }
  const parsed = structured.safeParse(answer);
  if (!parsed.success) throw new AnswerRefused(`the answer is malformed: ${z.prettifyError(parsed.error)}`);
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded = false } = parsed.data;
  const kept = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    .filter(([name]) => !connectionHeaders.includes(name) && !(name === 'content-length' && body !== ''));
  return {
    status: statusCode,
    headers: {
      ...(body === '' ? {} : { 'content-type': 'text/plain; charset=utf-8' }),
      ...Object.fromEntries(kept),
      ...(cookies ? { 'set-cookie': cookies } : {}),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** An answer of the gateway itself, in its own form. */
export function gatewayMessage(status: number, message: string): HttpAnswer {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json' }, body };
}
