import * as z from 'zod';
import { figure, labels, next, status } from './common.ts';

const observation = {
  indicator: z.string(),
  area: z.string(),
  period: z.string(),
  dataDate: z.object({ min: z.string(), max: z.string() }).nullable(),
  breakdown: labels,
  name: z.string().optional(),
  parameters: labels,
  value: figure,
  numerator: figure,
  denominator: figure,
  unit: z.string(),
  status,
  rag: z.enum(['green', 'amber', 'red']).nullable(),
  coverage: z.number().min(0).max(1),
  lastReported: z.string().nullable(),
};
const against = z.object({ period: z.string(), value: figure, status, delta: figure }).nullable().optional();
const names = {
  indicator: z.string(),
  area: z.string(),
  breakdown: z.record(z.string(), z.string()),
};

/** The members promised since the first version. */
export const plainObservation = z.object(observation);

/** An observation with what `labels`, `unit` and `vs` add to it. */
export const shownObservation = z.object({
  ...observation,
  periodStart: z.string().nullable().optional(),
  periodEnd: z.string().nullable().optional(),
  labels: z
    .object({ ...names, period: z.string(), status: z.string(), rag: z.string().nullable() })
    .optional(),
  countedIn: z.array(z.string()).length(2).optional(),
  scale: z.enum(['fraction', 'points']).nullable().optional(),
  vs: z
    .object({
      plan: z.object({ target: figure, gap: figure }).optional(),
      previous: against,
      year: against,
      peers: z.object({ rank: z.int(), quartile: z.int(), count: z.int() }).nullable().optional(),
    })
    .optional(),
});

/** One row of `shape=wide`: a series with a value for each period. */
export const series = z.object({
  indicator: z.string(),
  area: z.string(),
  breakdown: labels,
  parameters: labels,
  unit: z.string(),
  values: z.record(z.string(), figure),
  labels: z.object(names).optional(),
});

export const figuresAnswer = z.object({
  snapshot: z.string(),
  asOf: z.string().nullable(),
  data: z.array(z.union([shownObservation, series])),
  next,
});

const category = z.object({
  index: z.array(z.string()),
  label: z.record(z.string(), z.string()),
  child: z.record(z.string(), z.array(z.string())).optional(),
  unit: z.record(z.string(), z.object({ label: z.string() })).optional(),
});

/** A JSON-stat 2.0 dataset. */
export const cubeAnswer = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.string().optional(),
  id: z.array(z.string()),
  size: z.array(z.int()),
  role: z.record(z.string(), z.array(z.string())),
  dimension: z.record(z.string(), z.object({ label: z.string(), category })),
  value: z.union([z.array(figure), z.record(z.string(), z.number())]),
  status: z.record(z.string(), status),
  extension: z.object({ snapshot: z.string(), asOf: z.string().nullable(), next }),
});
