import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlainCell } from '../../shared/workbook/plain-cell.ts';
import { readWhole } from './support/reading.ts';
import { writeXlsxParts } from './support/xlsx-writer.ts';

const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs>';
const strings = '<si><t>甲</t></si><si><t></t></si><si><t>乙 &amp; 丙</t></si>';

interface Written {
  readonly style: string;
  readonly type: string;
  readonly value: string | null;
}

/** A cell in the one form that is matched at once, and in one that only the scanner of all XML reads. */
const plain = ({ style, type, value }: Written, at: string): string =>
  `<c r="${at}"${style && ` s="${style}"`}${type && ` t="${type}"`}${value === null ? '/>' : `><v>${value}</v></c>`}`;
const other = ({ style, type, value }: Written, at: string): string =>
  `<c  r='${at}'${style && ` s='${style}'`}${type && ` t='${type}'`}${value === null ? ' ></c >' : `><v >${value}</v></c>`}`;

const sheetOf = (cells: readonly Written[], write: (cell: Written, at: string) => string): Uint8Array =>
  writeXlsxParts({
    rows: `<row r="1">${cells.map((cell, index) => write(cell, `${String.fromCharCode(0x41 + index)}1`)).join('')}</row>${'<row r="2"><c r="A2"><v>0</v></c></row>'}`,
    strings,
    styles,
    tail: `<!--${' '.repeat(300)}-->`,
  });

const outcome = async (file: Uint8Array): Promise<unknown> => {
  try {
    return (await readWhole(file)).rows;
  } catch (error) {
    return error;
  }
};

test('a plain cell means what the same cell means written otherwise', async () => {
  const cell = fc.record({
    style: fc.constantFrom('', '0', '1', '2', '7'),
    type: fc.constantFrom('', 'n', 's', 'b', 'e', 'd', 'str'),
    value: fc.option(
      fc.oneof(
        fc.integer({ min: 0, max: 3 }).map(String),
        fc.integer().map(String),
        fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
        fc.constantFrom(
          '007',
          '12345678901234567890',
          '1E3',
          ' 1 ',
          '#N/A',
          '2017-04-21',
          'a&amp;b',
          '9'.repeat(90),
        ),
      ),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 12 }), async (cells) => {
      expect(await outcome(sheetOf(cells, plain))).toEqual(await outcome(sheetOf(cells, other)));
    }),
    { numRuns: 1_000 },
  );
});

describe('what is not plain is left alone', () => {
  const behind = ' '.repeat(200);
  test.each(['<c r="A1"><v>1</v></c>', '<c r="A1" s="12"/>', '<c r="XFD1048576" s="1" t="s"><v>41</v></c>'])(
    '%s is matched to its end',
    (cell) => {
      expect(new PlainCell().match(cell + behind, 0)).toBe(cell.length);
    },
  );
  test.each([
    '<c r="a1"><v>1</v></c>',
    '<c r="1"><v>1</v></c>',
    '<c r="A"><v>1</v></c>',
    '<c r="AAAA1"><v>1</v></c>',
    '<c r="A12345678"><v>1</v></c>',
    '<c r="A1" s=""><v>1</v></c>',
    '<c r="A1" t="x"><v>1</v></c>',
    '<c r="A1" t="str"><v>1</v></c>',
    '<c r="A1" x="1"><v>1</v></c>',
    '<c r="A1" s="1" s="2"><v>1</v></c>',
    '<c r="A1"><f>1</f><v>1</v></c>',
    '<c r="A1"><v></v></c>',
    '<c r="A1"><v>1</v><v>2</v></c>',
    '<c r="A1"><v>1</v></d>',
    '<c r="A1"><v>1<v></c>',
    '<cols r="A1"><v>1</v></c>',
  ])('%s', (cell) => {
    expect(new PlainCell().match(cell + behind, 0)).toBe(-1);
  });
  test('a cell near the end of the text', () => {
    expect(new PlainCell().match('<c r="A1"><v>1</v></c>', 0)).toBe(-1);
  });
});
