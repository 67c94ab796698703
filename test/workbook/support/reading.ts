import { type OpenOptions, openWorkbook } from '../../../shared/workbook/open.ts';
import {
  defaultReadLimits,
  type RawRow,
  type ReadLimits,
  type RefusalCode,
  type Workbook,
  WorkbookRefused,
} from '../../../shared/workbook/source.ts';

/** A workbook read to its end. */
export interface WholeWorkbook {
  readonly workbook: Workbook;
  /** Rows of each sheet in order. */
  readonly rows: readonly (readonly RawRow[])[];
}

/** Opens and reads everything, as ingest does. */
export async function readWhole(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
  options: OpenOptions = {},
): Promise<WholeWorkbook> {
  const workbook = await openWorkbook(bytes, { ...defaultReadLimits, ...limits }, options);
  const rows: RawRow[][] = [];
  for (const sheet of workbook.sheets) {
    const all: RawRow[] = [];
    for await (const block of sheet.rows()) all.push(...block);
    rows.push(all);
  }
  return { workbook, rows };
}

/** Cells of the rows of the first sheet. */
export async function readCells(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
  options: OpenOptions = {},
) {
  const { rows } = await readWhole(bytes, limits, options);
  return rows[0]?.map(({ cells }) => cells);
}

/** The refusal that reading ends in; any other error and a success fail the test. */
export async function refusalOf(
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
  options: OpenOptions = {},
): Promise<{ code: RefusalCode; params: WorkbookRefused['params'] }> {
  try {
    await readWhole(bytes, limits, options);
  } catch (error) {
    if (error instanceof WorkbookRefused) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('The file was read; a refusal was expected.');
}
