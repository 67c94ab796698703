import * as z from 'zod';
import { bilingual, dataset, next, severity } from './common.ts';

export const healthAnswer = z.object({
  status: z.literal('ok'),
  province: z.string(),
  catalogueVersion: z.string(),
});

export const entryAnswer = z.object({
  name: bilingual,
  catalogueVersion: z.string(),
  links: z.array(z.object({ rel: z.string(), href: z.string(), method: z.string(), title: bilingual })),
});

export const areasAnswer = z.object({
  data: z.array(
    z.object({
      code: z.string(),
      level: z.enum(['province', 'city', 'county']),
      name: z.object({ zh: z.string(), en: z.string().nullable() }),
      parent: z.string().nullable(),
    }),
  ),
  next,
});

/** Limits of green and amber from a day on. */
export const threshold = z.object({
  effectiveFrom: z.string(),
  green: z.number(),
  amber: z.number(),
  basis: z.enum(['rule', 'proposal']),
});

export const indicator = z.object({
  id: z.string(),
  family: z.string(),
  name: bilingual,
  formula: bilingual,
  numerator: bilingual,
  denominator: bilingual,
  unit: z.string(),
  countUnit: z.string(),
  kind: z.string(),
  measured: z.enum(['uploads', 'indicators']).optional(),
  direction: z.enum(['higher', 'lower', 'zero', 'none']),
  neverAboveOne: z.literal(true).optional(),
  heldBySum: z.literal(true).optional(),
  colour: z.enum(['thresholds', 'plan334', 'pace', 'completion', 'none']),
  thresholds: z.array(threshold),
  sources: z.array(dataset),
  parameters: z.array(
    z.object({
      name: z.string(),
      values: z.union([z.array(z.string()), z.literal('year')]),
      default: z.string(),
    }),
  ),
  breakdowns: z.array(z.string()),
  personal: z.boolean(),
  source: z.string(),
  grains: z.array(z.enum(['site', 'county', 'city', 'province'])),
  k: z.array(z.int()),
});

export const indicatorsAnswer = z.object({
  catalogueVersion: z.string(),
  periods: z.array(z.string()),
  data: z.array(indicator),
  released: z.object({
    maskVersion: z.string(),
    levels: z.array(z.int()),
    cubes: z.array(
      z.object({
        family: z.string(),
        areas: z.array(z.string()),
        indicators: z.array(z.object({ id: z.string(), breakdowns: z.array(z.string()) })),
        withheld: z.array(z.object({ id: z.string(), reason: bilingual })),
      }),
    ),
  }),
  next,
});

export const findingCodesAnswer = z.object({
  data: z.array(
    z.object({
      code: z.string(),
      severity: z.array(severity),
      scope: z.string(),
      action: bilingual,
      message: bilingual,
    }),
  ),
  next,
});

/** The document describes itself no further than that it is one. */
export const openapiAnswer = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.unknown()),
});
