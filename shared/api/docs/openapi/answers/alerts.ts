import * as z from 'zod';
import { bilingual, dataset, labels, next } from './common.ts';

export const alertsAnswer = z.object({
  data: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['red', 'amber']),
      areas: z.array(z.string()),
      object: labels,
      since: z.string(),
      amount: z.number().nullable(),
      count: z.int(),
      evidence: z.array(
        z.object({ dataset, batch: z.string(), sheet: z.int(), row: z.int(), upload: z.string().nullable() }),
      ),
      message: bilingual,
    }),
  ),
  next,
});
