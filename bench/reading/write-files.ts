import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { headers, householdRow, isoDay } from './household-rows.ts';
import { declaration, main, workbookOf } from './zip-parts.ts';

/** Columns as letters; the table is narrower than the alphabet. */
const letters = headers.map((_, index) => String.fromCharCode(0x41 + index));

/** Writes the table as Excel writes it: texts shared, every cell with its address, dates by style. */
export async function writeXlsxFile(path: string, rows: number): Promise<void> {
  const texts = new Map<string, number>();
  const indexOf = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  function* sheet(): Generator<string> {
    yield `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:T${rows + 1}"/><sheetData>`;
    for (let row = 1; row <= rows + 1; row++) {
      const cells = row === 1 ? headers : householdRow(row - 2);
      const xml = cells.map((cell, column) => {
        const at = `${letters[column]}${row}`;
        if (typeof cell === 'string') return `<c r="${at}" s="1" t="s"><v>${indexOf(cell)}</v></c>`;
        if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
        return `<c r="${at}" s="2"><v>${cell.serial}</v></c>`;
      });
      yield `<row r="${row}" spans="1:20" ht="18" customHeight="1">${xml.join('')}</row>`;
    }
    yield '</sheetData></worksheet>';
  }
  function* sharedStrings(): Generator<string> {
    yield `${declaration}<sst xmlns="${main}" uniqueCount="${texts.size}">`;
    for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  }
  writeFileSync(path, await workbookOf(sheet(), sharedStrings()));
}

/** Writes the table as CSV in UTF-8, dates as `2017-04-21`. */
export async function writeCsvFile(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${headers.join(',')}\n`);
  for (let row = 0; row < rows; row++) {
    const fields = householdRow(row).map((cell) => (typeof cell === 'object' ? isoDay(cell) : String(cell)));
    if (!out.write(`${fields.join(',')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
