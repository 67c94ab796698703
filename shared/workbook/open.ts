import { openCsv } from './csv.ts';
import { type LegacyFormat, type LegacyReader, legacyWorkbook, readLegacyWorkbook } from './legacy.ts';
import { notAWorkbook, tooLarge, unsupported } from './refusals.ts';
import { signatureOf } from './signature.ts';
import { type ReadLimits, type Workbook, WorkbookRefused } from './source.ts';
import { openXlsx } from './xlsx.ts';

/** What the reader may ask of those who know the datasets. */
export interface OpenOptions {
  /** Says whether a label is a known header word; confirms that a text is GB18030 (domain.md F4, F5). */
  readonly knowsHeader?: (label: string) => boolean;
  /** Reads .xls, .et and HTML, elsewhere and within bounds; without it they are read here and now. */
  readonly legacy?: LegacyReader;
}

/**
 * Opens a county's file as sheets of cells, by what its bytes are and never by its name.
 *
 * @example
 * const workbook = await openWorkbook(bytes, defaultReadLimits, { knowsHeader });
 * for (const sheet of workbook.sheets) for await (const rows of sheet.rows()) …
 *
 * @throws WorkbookRefused for every file that cannot be read wholly: here what can be seen at once, from
 * `Sheet.rows()` what shows while reading. Rows handed on before a refusal must be thrown away.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  limits: ReadLimits,
  options: OpenOptions = {},
): Promise<Workbook> {
  if (bytes.length > limits.maxBytes) throw tooLarge('file_bytes', limits.maxBytes, bytes.length);
  const signature = signatureOf(bytes);
  switch (signature.kind) {
    case 'empty':
      throw new WorkbookRefused('empty_file');
    case 'zip':
      return openXlsx(bytes, limits);
    case 'ole2':
      return openLegacy(bytes, 'xls', limits, options);
    case 'html':
      return openLegacy(bytes, 'html', limits, options);
    case 'unsupported':
      throw unsupported(signature.found);
    case 'foreign':
      throw notAWorkbook(signature.found);
    case 'text':
      return openCsv(bytes, limits, options.knowsHeader ?? null);
  }
}

async function openLegacy(
  bytes: Uint8Array,
  format: LegacyFormat,
  limits: ReadLimits,
  { legacy = readLegacyWorkbook }: OpenOptions,
): Promise<Workbook> {
  const { maxLegacyBytes } = limits;
  if (bytes.length > maxLegacyBytes) throw tooLarge('legacy_bytes', maxLegacyBytes, bytes.length);
  return legacyWorkbook(format, await legacy(bytes, format, limits));
}
