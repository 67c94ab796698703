import type { Finding } from '../normalise/finding.ts';
import type { Log } from '../records/log.ts';
import type { Workbook } from '../workbook/source.ts';
import { readZipDirectory } from '../workbook/zip-directory.ts';
import { annotate } from './annotate.ts';
import { errorList } from './error-list.ts';
import { type Survey, survey } from './survey.ts';

/** Version of what is written: part of a private copy's key. */
export const handbackVersion = '2';

/** What is marked in place; above it the time and memory of one answer do not suffice (spreadsheets.md §4.7). */
const inPlace = { rows: 50_000, cells: 1_500_000, inflatedBytes: 256 * 1024 * 1024 } as const;

/** Macros are never handed on: such a workbook gets a list. */
const macros = /vbaProject\.bin$/i;

/** The file that is handed back, and its findings. */
export interface HandBackRequest {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
  readonly openFile: (bytes: Uint8Array) => Promise<Workbook>;
  readonly log: Log;
}

function fitsInPlace({ format, rows, cells }: Survey, bytes: Uint8Array): boolean {
  if (format !== 'xlsx' || rows > inPlace.rows || cells > inPlace.cells) return false;
  const parts = [...readZipDirectory(bytes).values()];
  const inflated = parts.reduce((sum, { size }) => sum + size, 0);
  return inflated <= inPlace.inflatedBytes && !parts.some(({ name }) => macros.test(name));
}

/**
 * The workbook a county gets back: its own .xlsx marked in place, or, for other formats, very large files, files
 * with macros and files that cannot be read, a workbook that lists the findings with the failing rows (api.md T1–T3).
 */
export async function handBack(request: HandBackRequest): Promise<Uint8Array> {
  const { bytes, findings, openFile, log } = request;
  const seen = await survey(() => openFile(bytes), findings);
  if (!seen || !fitsInPlace(seen, bytes)) return errorList(findings, seen?.sheets ?? []);
  try {
    return await annotate(bytes, findings, seen.sheets);
  } catch (error) {
    log.warn('workbook could not be marked in place', { fault: error instanceof Error ? error.name : '' });
    return errorList(findings, seen.sheets);
  }
}
