import * as z from 'zod';
import { reports } from '../contract.ts';
import { datasetIds } from '../datasets/dataset-ids.ts';
import type { Finding } from '../normalise/finding.ts';

const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.int().nullable(),
  field: z.string().nullable(),
  dataset: z.enum(datasetIds).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Where the details of an upload's findings lie in the reports bucket; the upload itself keeps counts. */
export function findingsKey(area: string, uploadId: string): string {
  return `${reports.findings}${area}/${uploadId}.json`;
}

/** Findings as the bytes of their object. */
export function encodeFindings(findings: readonly Finding[]): Uint8Array {
  return Buffer.from(`${JSON.stringify({ findings }, null, 1)}\n`);
}

/** Reads the object back; throws when it is damaged (a fault of ours). */
export function decodeFindings(bytes: Uint8Array): readonly Finding[] {
  const object = z.object({ findings: z.array(finding) });
  return object.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).findings;
}
