import * as z from 'zod';
import { datasetIds } from '../../../../datasets/dataset-ids.ts';

/** Members that many answers share. Sizes and meanings stand in docs/api.md and docs/lineage.md. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
export const labels = z.record(z.string(), z.union([z.string(), z.number()]));
export const dataset = z.enum(datasetIds);
export const next = z.string().nullable();
export const figure = z.number().nullable();
export const severity = z.enum(['error', 'warning', 'note']);
export const sheetRow = { sheet: z.string().nullable(), row: z.int().nullable() };
export const rowCounts = {
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  ignored: z.int(),
};
export const findingCounts = z.object({ error: z.int(), warning: z.int(), note: z.int() });
export const status = z.enum(['ok', 'not_applicable', 'inconsistent', 'no_data', 'suppressed', 'stale']);
