import * as z from 'zod';
import { dataset } from './common.ts';

/** What was ordered, and where its effect is seen a moment later. */
export const orderAnswer = z.object({
  command: z.object({ id: z.string(), kind: z.string(), at: z.string() }),
  resource: z.string(),
});

/** A mapping that is in force already is told by its version; a new one as an order. */
export const mappingOrderAnswer = z.union([
  orderAnswer,
  z.object({ mapping: z.object({ version: z.string(), at: z.string() }), resource: z.string() }),
]);

export const mappingAnswer = z.object({
  area: z.string(),
  dataset,
  version: z.string(),
  at: z.string(),
  headers: z.record(z.string(), z.string()),
});

export const recomputeAnswer = z.object({ from: z.string(), queued: z.int() });
