import { WorkbookRefused } from './source.ts';

/** Plain facts of a refusal: `part`, `sheet`, `row`, `cell`, `found`, `expected`, `limit` … */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * Why a file is called `corrupt_file`: the value of its parameter `reason`. Every one means to the county
 * "the file is damaged; open it in WPS or Excel, save it again as .xlsx and send that".
 */
export const corruptReasons = {
  zip_truncated: 'the archive ends before its directory',
  zip_directory: 'the archive directory contradicts itself',
  zip_duplicate_name: 'two entries of the archive have one name',
  zip_size: 'an entry is longer or shorter than the directory says',
  zip_checksum: 'the contents of an entry do not match their checksum',
  zip_data: 'the compressed bytes of an entry are damaged',
  part_missing: 'a part that the workbook refers to is not in the file',
  part_encoding: 'a part is not valid UTF-8',
  xml_malformed: 'a part is not well-formed XML',
  xml_truncated: 'a part ends in the middle',
  xml_depth: 'a part nests deeper than any spreadsheet does',
  xml_too_long: 'one tag or text of a part is longer than any spreadsheet program writes',
  workbook_structure: 'the workbook lists no sheets, or lists them wrongly',
  sheet_structure: 'rows or cells stand where none may stand',
  row_number: 'a row number is missing, out of range or out of order',
  cell_reference: 'a cell address is not one, or not of its row',
  cell_duplicate: 'one cell has two values',
  cell_type: 'a cell has a type that the format does not know',
  shared_string_index: 'a cell refers to a shared text that does not exist',
  merge_reference: 'a merged range is not a range',
  quote_unclosed: 'a quoted CSV field has no end',
  quote_malformed: 'text follows the closing quote of a CSV field',
  ole2_header: 'the container of an .xls has a header that cannot be right',
  ole2_directory: 'the list of streams of an .xls contradicts itself',
  ole2_chain: 'a stream of an .xls leaves the file or runs in a circle',
  biff_truncated: 'an .xls ends in the middle of a record or sheet',
  biff_record: 'a record of an .xls is not of the shape it must have',
  cell_outside_range: 'a cell of an .xls lies outside the range its sheet states',
  html_truncated: 'a tag, comment, script or table of an HTML page has no end',
  record_too_long: 'one CSV record is longer than four million characters',
} as const;

export type CorruptReason = keyof typeof corruptReasons;

/** What a `too_large` refusal counted: the value of its parameter `what`; `limit` and `found` go with it. */
export type SizeKind =
  | 'file_bytes'
  | 'legacy_bytes'
  | 'memory'
  | 'rows'
  | 'columns'
  | 'cell_characters'
  | 'shared_strings'
  | 'shared_string_bytes'
  | 'sheet_bytes'
  | 'part_bytes'
  | 'merges';

/** Refusal of a damaged file; see {@link corruptReasons}. */
export function corrupt(reason: CorruptReason, facts: Facts = {}): WorkbookRefused {
  return new WorkbookRefused('corrupt_file', { reason, ...facts });
}

/** Refusal of a file beyond a dated policy limit (domain.md F12). */
export function tooLarge(what: SizeKind, limit: number, found: number, facts: Facts = {}): WorkbookRefused {
  return new WorkbookRefused('too_large', { what, limit, found, ...facts });
}

/** Refusal of a spreadsheet in a format that is not read; `found` names the format. */
export function unsupported(found: string, facts: Facts = {}): WorkbookRefused {
  return new WorkbookRefused('unsupported_format', { found, ...facts });
}

/** Refusal of something that is no spreadsheet; `found` names what it looks like. */
export function notAWorkbook(found: string): WorkbookRefused {
  return new WorkbookRefused('not_a_workbook', { found });
}
