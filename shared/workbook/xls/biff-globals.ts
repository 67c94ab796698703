import { builtInKind, formatCodeKind, type NumberKind } from '../number-formats.ts';
import { corrupt, unsupported } from '../refusals.ts';
import { type ReadLimits, WorkbookRefused } from '../source.ts';
import { biff8, RecordCursor, record, substream } from './biff-records.ts';
import { readSharedTexts, StringReader } from './biff-strings.ts';

/** Where a sheet begins in the stream, and what the workbook says of it. */
export interface BoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly offset: number;
}

/** What the first substream of a workbook says for all its sheets. */
export interface Globals {
  readonly date1904: boolean;
  readonly sheets: readonly BoundSheet[];
  readonly sharedTexts: readonly string[];
  /** Kind of number by index of the cell format. */
  readonly numberKinds: readonly NumberKind[];
}

/** Kinds of sheet in a workbook's list; charts, dialogs and macro sheets have no cells of a county's. */
const worksheetKind = 0;

/**
 * Reads the globals of a `Workbook` stream.
 *
 * @throws WorkbookRefused `encrypted_file`, `unsupported_format` (BIFF 5 and older), `corrupt_file`, `too_large`
 */
export function readGlobals(stream: Uint8Array, limits: ReadLimits): Globals {
  const cursor = new RecordCursor(stream);
  cursor.next();
  beginSubstream(cursor, substream.globals);
  let date1904 = false;
  let sharedTexts: readonly string[] = [];
  const sheets: BoundSheet[] = [];
  const codes = new Map<number, NumberKind>();
  const formatIds: number[] = [];
  for (cursor.next(); cursor.id !== record.endOfFile; cursor.next()) {
    switch (cursor.id) {
      case record.filePass:
        throw new WorkbookRefused('encrypted_file');
      case record.dateMode:
        date1904 = cursor.u16(0) === 1;
        break;
      case record.format:
        codes.set(cursor.u16(0), formatCodeKind(new StringReader(cursor, 2).read(2)));
        break;
      case record.cellFormat:
        formatIds.push(cursor.u16(2));
        break;
      case record.boundSheet:
        if (cursor.u8(5) === worksheetKind) sheets.push(boundSheet(cursor));
        break;
      case record.sharedStrings:
        sharedTexts = readSharedTexts(cursor, limits);
        break;
    }
  }
  if (sheets.length === 0) throw corrupt('workbook_structure');
  const numberKinds = formatIds.map((id) => codes.get(id) ?? builtInKind(id));
  return { date1904, sheets, sharedTexts, numberKinds };
}

function boundSheet(cursor: RecordCursor): BoundSheet {
  const offset = cursor.u32(0);
  const hidden = (cursor.u8(4) & 0x03) !== 0;
  return { offset, hidden, name: new StringReader(cursor, 6).read(1) };
}

/** The current record must begin a substream of the kind expected, in BIFF8. */
export function beginSubstream(cursor: RecordCursor, kind: number): void {
  const beginsOlder = [0x0009, 0x0209, 0x0409].includes(cursor.id);
  if (!beginsOlder && cursor.id !== record.beginOfFile) throw corrupt('biff_record', { record: cursor.id });
  if (beginsOlder || cursor.u16(0) !== biff8) {
    if (kind === substream.globals) throw unsupported('xls_old');
    throw corrupt('biff_record', { record: cursor.id });
  }
  if (cursor.u16(2) !== kind) throw corrupt('biff_record', { record: cursor.id });
}
