import type { LegacyWorkbook } from '../legacy-cells.ts';
import { notAWorkbook, unsupported } from '../refusals.ts';
import { type ReadLimits, WorkbookRefused } from '../source.ts';
import { readGlobals } from './biff-globals.ts';
import { readBiffSheet } from './biff-sheet.ts';
import { type CompoundStream, openCompoundFile } from './compound-file.ts';

/** Streams that say what an OLE2 container holds instead of a workbook. */
const foreignStreams: Readonly<Record<string, string>> = {
  WordDocument: 'doc',
  'PowerPoint Document': 'ppt',
  __properties_version1: 'msg',
};

/**
 * Reads an .xls of Excel 97–2003 or an .et of WPS, both BIFF8 in an OLE2 container (domain.md F7, F8): values,
 * number formats as far as they say date or percent, merges, hidden sheets and rows, the 1904 calendar.
 * Macros, pictures and formulas are never looked at; formulas give their cached value.
 *
 * @throws WorkbookRefused `encrypted_file` (also of an encrypted .xlsx, which is such a container),
 * `unsupported_format` for Excel 95 and older, `not_a_workbook`, `corrupt_file`, `too_large`
 */
export function readXls(bytes: Uint8Array, limits: ReadLimits): LegacyWorkbook {
  const container = openCompoundFile(bytes);
  const stream = container.read(workbookStream(container.streams));
  const globals = readGlobals(stream, limits);
  const counter = { total: 0 };
  const sheets = globals.sheets.map((sheet) => readBiffSheet(stream, sheet, globals, limits, counter));
  return { encoding: null, sheets };
}

function workbookStream(streams: readonly CompoundStream[]): CompoundStream {
  const named = (name: string) => streams.find((stream) => stream.name.toLowerCase() === name.toLowerCase());
  const workbook = named('Workbook');
  if (workbook !== undefined) return workbook;
  if (named('EncryptedPackage') ?? named('\u0009DRMContent')) throw new WorkbookRefused('encrypted_file');
  if (named('Book')) throw unsupported('xls_old');
  const foreign = Object.keys(foreignStreams).find((name) => named(name) !== undefined);
  throw notAWorkbook(foreignStreams[foreign ?? ''] ?? 'ole2');
}
