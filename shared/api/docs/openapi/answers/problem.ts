import * as z from 'zod';
import { bilingual } from './common.ts';

/** A refusal as RFC 9457 writes it; `message` carries both languages. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  errors: z.array(
    z.object({
      in: z.enum(['query', 'path', 'body']),
      name: z.string(),
      code: z.string(),
      value: z.string().nullable(),
      allowed: z.array(z.string()),
      didYouMean: z.string().nullable(),
      message: bilingual,
    }),
  ),
  message: bilingual,
  requestId: z.string(),
});
