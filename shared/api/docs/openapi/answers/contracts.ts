import * as z from 'zod';
import { dataset, next } from './common.ts';

const word = z.union([z.string(), z.boolean()]);
const condition = z.object({
  field: z.string(),
  in: z.array(word).optional(),
  valid: z.enum(['uscc', 'idno']).optional(),
});
const limit = z.object({ policy: z.string() });
const names = z.array(z.string());

/** A column that a county may send. */
export const field = z.object({
  name: z.string(),
  zh: z.string(),
  zhHant: z.string(),
  en: z.string(),
  aliases: names,
  weakAliases: names.optional(),
  type: z.string(),
  unit: z.string().nullable(),
  need: z.enum(['required', 'expected', 'optional']),
  column: z.literal('expected').optional(),
  values: z
    .array(z.object({ code: z.string(), zh: z.string(), en: z.string(), spellings: names }))
    .optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().optional(),
  maxLength: z.int().optional(),
  pii: z.enum(['D', 'Q', 'S', 'N']),
  keeping: z.string(),
  blankMeans: z.union([z.string(), z.number(), z.boolean()]).optional(),
  tokenColumn: z.string().optional(),
  lastDigitsColumn: z.string().optional(),
  yearColumn: z.string().optional(),
  derives: z.object({ birthYear: z.string(), sex: z.string() }).optional(),
  form: z.literal('code').optional(),
  check: z.literal('uscc').optional(),
  words: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
  range: z.enum(['planYears', 'planYearsOrZero']).optional(),
  aboveMin: z.literal(true).optional(),
  ambiguousMonth: z.literal('error').optional(),
  notAfterUpload: z.literal(true).optional(),
  happened: z.literal(true).optional(),
  insidePeriod: z.literal(true).optional(),
  additive: z.literal(false).optional(),
  saysNone: names.optional(),
  otherwise: z
    .object({ when: condition, pii: z.string(), keeping: z.literal('keep'), maxLength: z.int().optional() })
    .optional(),
  negativeMeans: z.object({ field: z.string(), value: z.string() }).optional(),
});

const rule = z.looseObject({ code: z.string().optional() });

/** What a county may send, field by field; the rules between fields are told as they are written. */
export const contract = z.object({
  id: dataset,
  version: z.string(),
  zh: z.string(),
  en: z.string(),
  grain: z.string(),
  accumulate: z.enum(['latest', 'union']),
  stock: z.literal(true).optional(),
  stockYear: z.string().optional(),
  effective: z.enum(['start', 'end']),
  key: names,
  fallbackKey: names.optional(),
  fields: z.array(field),
  evidence: names.optional(),
  rowRules: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      left: z.string(),
      is: z.enum(['<=', '>=', '<', '>', '=']),
      right: z.union([z.string(), z.number(), limit]),
      plusDays: limit.optional(),
    }),
  ),
  needRules: z.array(
    z.object({ field: z.string(), when: condition, severity: z.enum(['error', 'warning']) }),
  ),
  ratioRules: z.array(rule).optional(),
  clashRules: z.array(rule).optional(),
  remarkRules: z.array(rule).optional(),
  ageRules: z.array(rule).optional(),
  wholeRules: z.array(rule).optional(),
  meanRules: z.array(rule).optional(),
  uniqueRules: z.array(rule).optional(),
  repeatRules: z.array(rule).optional(),
  eraseRules: z.array(rule).optional(),
  cityRows: z.literal(true).optional(),
  titleWords: names,
});

export const contractsAnswer = z.object({ data: z.array(contract), next });
