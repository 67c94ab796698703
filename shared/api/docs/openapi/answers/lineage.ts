import * as z from 'zod';
import { bilingual, dataset, figure, labels, next, status } from './common.ts';
import { plainObservation } from './figures.ts';
import { indicator, threshold } from './reference.ts';

const rowReference = z.object({ upload: z.string(), dataset, sheet: z.string(), row: z.int() });

export const explainAnswer = z.object({
  observation: plainObservation,
  definition: indicator
    .pick({
      id: true,
      name: true,
      formula: true,
      numerator: true,
      denominator: true,
      unit: true,
      countUnit: true,
      kind: true,
      sources: true,
      direction: true,
      colour: true,
      thresholds: true,
    })
    .extend({
      reads: z.array(
        z.object({
          dataset,
          name: bilingual,
          fields: z.array(z.object({ field: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
    }),
  colouring: z.object({
    rag: plainObservation.shape.rag,
    rule: bilingual,
    day: z.string().nullable(),
    threshold: threshold.nullable(),
    target: figure,
    gap: figure,
  }),
  versions: z.object({ catalogue: z.string(), policy: z.string().nullable() }),
  counties: z.array(
    z.object({
      area: z.string(),
      period: z.string(),
      generation: z.int(),
      publishedAt: z.string(),
      numerator: figure,
      denominator: figure,
      sources: z.array(
        z.object({ dataset, period: z.string(), upload: z.string(), rows: z.int().nullable() }),
      ),
    }),
  ),
  agrees: z.boolean().nullable(),
  records: z
    .array(
      z.object({
        area: z.string(),
        from: z.union([rowReference, z.literal('policy')]),
        cells: z.record(z.string(), z.array(z.string())),
        num: z.number(),
        den: z.number(),
        values: z.record(z.string(), z.number()),
        beside: z.array(rowReference),
        besideCount: z.int(),
      }),
    )
    .nullable(),
  total: z.int().nullable(),
  next,
});

export const touchesAnswer = z.object({
  upload: z.string(),
  cell: z
    .object({
      sheet: z.string(),
      row: z.int(),
      published: z.boolean(),
      parts: z.array(
        z.object({ area: z.string(), dataset, period: z.string(), fields: z.array(z.string()) }),
      ),
    })
    .nullable(),
  data: z.array(
    z.object({
      indicator: z.string(),
      period: z.string(),
      areas: z.array(z.string()),
      gives: z
        .array(
          z.object({
            parameters: labels,
            breakdown: labels,
            num: z.number(),
            den: z.number(),
            role: z.enum(['counted', 'beside']),
          }),
        )
        .nullable(),
    }),
  ),
  total: z.int(),
  next,
});

const reading = z.object({
  value: figure,
  numerator: figure,
  denominator: figure,
  status: z.enum([...status.options, 'not_kept']),
  period: z.string().nullable(),
});

export const revisionsAnswer = z.object({
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  parameters: labels,
  breakdown: labels,
  data: z.array(
    z.object({
      area: z.string(),
      generation: z.int(),
      time: z.string(),
      cause: z.object({
        kind: z.enum(['publish', 'withdraw', 'recompute']),
        upload: z.string().nullable(),
      }),
      restated: z.boolean(),
      before: reading,
      after: reading,
    }),
  ),
  next,
});

/** Rows of a dataset: its own columns, and beside them where each row stands in what the county sent. */
export const rowsAnswer = z.object({
  dataset,
  data: z.array(
    z
      .object({
        area: z.string(),
        period: z.string(),
        upload: z.string(),
        sheet: z.string().nullable(),
        row: z.int(),
      })
      .catchall(z.union([z.string(), z.number(), z.boolean()]).nullable()),
  ),
  next,
});
