import { describe, expect, test } from 'vitest';
import { unwrapText } from '../../shared/workbook/csv.ts';
import { WorkbookRefused } from '../../shared/workbook/source.ts';
import { mutant, sequence } from './support/mutants.ts';
import { readWhole } from './support/reading.ts';
import { writeXls } from './support/xls-writer.ts';
import { worksheet, writeXlsxParts } from './support/xlsx-writer.ts';

const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
const strings = Array.from({ length: 40 }, (_, index) => `<si><t>安置点${index}</t></si>`).join('');
const rows = Array.from(
  { length: 40 },
  (_, index) =>
    `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c><c r="B${index + 1}" s="1"><v>${42000 + index}</v></c><c r="C${index + 1}" t="inlineStr"><is><t>户&amp;${index}</t></is></c></row>`,
).join('');
const workbook = writeXlsxParts({
  rows,
  strings,
  styles,
  tail: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
});
const complete = (await readWhole(workbook)).rows;

/** What reading ends in; anything but a refusal or a workbook is thrown on. */
async function outcome(bytes: Uint8Array): Promise<'refused' | readonly (readonly object[])[]> {
  try {
    return (await readWhole(bytes)).rows;
  } catch (error) {
    if (error instanceof WorkbookRefused) return 'refused';
    throw error;
  }
}

describe('a damaged file is refused or read whole, never in part', () => {
  test('2,000 mutants of an .xlsx', async () => {
    const next = sequence(20170421);
    let refused = 0;
    for (let count = 0; count < 2_000; count++) {
      const result = await outcome(mutant(workbook, next));
      if (result === 'refused') refused++;
      else expect(result).toEqual(complete);
    }
    expect(refused).toBeGreaterThan(1_500);
  });

  test('1,000 mutants of the XML inside: refused or read, no other end', async () => {
    const next = sequence(43);
    const sheet = Buffer.from(worksheet(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'));
    let refused = 0;
    for (let count = 0; count < 1_000; count++) {
      const result = await outcome(writeXlsxParts({ sheet: mutant(sheet, next), strings, styles }));
      if (result === 'refused') refused++;
    }
    expect(refused).toBeGreaterThan(330);
  });

  test('2,000 mutants of a CSV: refused, or every field of every record there', async () => {
    const next = sequence(4312);
    const lines = Array.from(
      { length: 50 },
      (_, index) => `"安置点${index}",${index},"甲，""乙""",9901011990030777${index}`,
    );
    const text = Buffer.from(`项目名称,户数,备注,编号\n${lines.join('\n')}\n`);
    let refused = 0;
    for (let count = 0; count < 2_000; count++) {
      const bytes = mutant(text, next);
      const read = await readWhole(bytes).catch((error: unknown) => {
        if (error instanceof WorkbookRefused) return null;
        throw error;
      });
      if (read === null) refused++;
      else {
        const fields = fieldsOf(new TextDecoder(read.workbook.encoding ?? 'utf-8').decode(bytes));
        expect(read.rows.map((rows) => rows.map(({ cells }) => cells))).toEqual([fields]);
      }
    }
    expect(refused).toBeGreaterThan(330);
    expect(refused).toBeLessThan(1_800);
  });
});

/** Fields of a text separated by commas, character by character; blank ones `null`, blank ends and rows gone. */
function fieldsOf(text: string): readonly (readonly (string | null)[])[] {
  const records: string[][] = [[]];
  let field = '';
  let quoted = false;
  let begun = false;
  const end = () => {
    records.at(-1)?.push(field);
    field = '';
    begun = false;
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    if (quoted && character === '"' && source[at + 1] === '"') at++;
    else if (character === '"' && (quoted || !begun)) {
      quoted = !quoted;
      begun = true;
      continue;
    } else if (!quoted && (character === ',' || character === '\n')) {
      end();
      if (character === '\n') records.push([]);
      continue;
    }
    begun = true;
    field += character;
  }
  end();
  return records.flatMap((record) => {
    const cells = record.map((one) => unwrapText(one) || null);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells.length === 0 ? [] : [cells];
  });
}

/** Formats without checksums: damage inside a text or a number cannot be seen, everything else must be. */
describe('a damaged file of a format without checksums is refused or read, and ends', () => {
  const grid = Array.from({ length: 60 }, (_, index) => [
    `安置点${index}`,
    index % 3 === 0 ? null : index,
    { number: 42_000 + index, format: 'date' } as const,
    index % 2 === 0,
    `9901011990030777${index}`,
  ]);
  const xls = writeXls(
    [
      { name: '台账', rows: grid, merges: [{ top: 1, left: 1, bottom: 2, right: 3 }], hiddenRows: [4] },
      { name: '说明', rows: [['填表说明']], visibility: 1 },
    ],
    { recordBytes: 200 },
  );

  test('2,000 mutants of an .xls', async () => {
    const next = sequence(1997);
    const whole = (await readWhole(xls)).rows[0]?.length ?? 0;
    let refused = 0;
    for (let count = 0; count < 2_000; count++) {
      const result = await outcome(mutant(xls, next));
      if (result === 'refused') refused++;
      else expect(result[0]?.length ?? 0).toBeLessThanOrEqual(whole);
    }
    expect(refused).toBeGreaterThan(700);
  });

  test('1,000 mutants of an HTML table', async () => {
    const next = sequence(2003);
    const html = Buffer.from(
      `<html><meta charset=utf-8><table>${grid.map((cells, row) => `<tr><td rowspan=${(row % 2) + 1}>${cells.map((cell) => (typeof cell === 'string' ? cell : 1)).join('</td><td>')}</td></tr>`).join('\n')}</table></html>`,
    );
    let refused = 0;
    for (let count = 0; count < 1_000; count++) {
      if ((await outcome(mutant(html, next))) === 'refused') refused++;
    }
    expect(refused).toBeGreaterThan(100);
  });
});
