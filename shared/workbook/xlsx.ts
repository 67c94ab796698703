import { readMerges } from './merges.ts';
import { type NumberKind, readNumberKinds } from './number-formats.ts';
import { type Package, requirePart } from './package-parts.ts';
import { PartDecoder } from './part-text.ts';
import { tooLarge } from './refusals.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetRowReader } from './sheet-rows.ts';
import type { Merge, RawRow, ReadLimits, Sheet, Workbook } from './source.ts';
import { readWorkbookParts, type SheetPart } from './workbook-parts.ts';
import { XmlScanner } from './xml-scanner.ts';
import { readZipDirectory } from './zip-directory.ts';
import { readPart } from './zip-part.ts';

/** Rows handed on at a time. */
const blockRows = 256;

/** What all sheets of a workbook share. */
interface Shared {
  readonly xlsx: Package;
  readonly date1904: boolean;
  readonly sharedStrings: readonly string[];
  readonly numberKinds: readonly NumberKind[];
  readonly rowCounter: RowCounter;
}

/**
 * Opens an .xlsx or .xlsm: directory, workbook, styles, shared texts and merges are read; rows stream when
 * asked for. Macros, links, pictures and formulas are never looked at.
 *
 * @throws WorkbookRefused
 */
export async function openXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<Workbook> {
  const xlsx: Package = { bytes, directory: readZipDirectory(bytes), limits };
  const parts = await readWorkbookParts(xlsx);
  refuseOversizedSheets(xlsx, parts.sheets);
  const shared: Shared = {
    xlsx,
    date1904: parts.date1904,
    sharedStrings: await readSharedStrings(xlsx, parts.sharedStrings),
    numberKinds: await readNumberKinds(xlsx, parts.styles),
    rowCounter: new RowCounter(limits.maxRows),
  };
  const sheets: Sheet[] = [];
  for (const sheet of parts.sheets) {
    sheets.push(sheetOf(shared, sheet, await readMerges(xlsx, requirePart(xlsx, sheet.part))));
  }
  return { format: 'xlsx', encoding: null, sheets };
}

/** The cap on sheet bytes holds for all sheets together: two thousand sheets under it would be no cap. */
function refuseOversizedSheets(xlsx: Package, sheets: readonly SheetPart[]): void {
  const { maxSheetBytes } = xlsx.limits;
  let total = 0;
  for (const { part } of sheets) total += requirePart(xlsx, part).size;
  if (sheets.length > 1 && total > maxSheetBytes) throw tooLarge('sheet_bytes', maxSheetBytes, total);
}

function sheetOf(shared: Shared, { name, hidden, part }: SheetPart, merges: readonly Merge[]): Sheet {
  const countRows = shared.rowCounter.sheet(name);
  const rows = () => streamRows(shared, name, part, countRows());
  return { name, hidden, date1904: shared.date1904, merges, rows };
}

async function* streamRows(
  shared: Shared,
  sheet: string,
  part: string,
  countRow: (row: number) => void,
): AsyncGenerator<readonly RawRow[]> {
  const { xlsx } = shared;
  const entry = requirePart(xlsx, part);
  const reader = new SheetRowReader({ ...shared, limits: xlsx.limits, part, sheet, countRow });
  const scanner = new XmlScanner(part, reader);
  const decoder = new PartDecoder(part);
  const takeRows = (): readonly RawRow[] => {
    const { rows } = reader;
    reader.rows = [];
    return rows;
  };
  const cap = { what: 'sheet_bytes', bytes: xlsx.limits.maxSheetBytes } as const;
  for await (const bytes of readPart(xlsx.bytes, entry, cap)) {
    scanner.feed(decoder.decode(bytes));
    if (reader.rows.length >= blockRows) yield takeRows();
  }
  scanner.feed(decoder.end());
  scanner.end();
  if (reader.rows.length > 0) yield takeRows();
}

/** Counts rows with values over all sheets of the file; a sheet read again counts no row twice. */
class RowCounter {
  #total = 0;
  constructor(private readonly limit: number) {}

  /** Counts one sheet: the result starts one reading of it. */
  sheet(name: string): () => (row: number) => void {
    let counted = 0;
    return () => {
      let read = 0;
      return (row) => {
        if (++read <= counted) return;
        if (this.#total === this.limit)
          throw tooLarge('rows', this.limit, this.limit + 1, { sheet: name, row });
        counted = read;
        this.#total++;
      };
    };
  }
}
