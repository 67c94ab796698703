import * as fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../shared/api/http/csv.ts';

describe('a CSV answer', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\n=1', '"\'\n=1"'],
    ['3=3', '3=3'],
    ['', ''],
  ])('writes the text %j as %j', (given, written) => {
    expect(csvText([[given]])).toBe(`\ufeff${written}\r\n`);
  });

  it('leaves numbers what they are', () => {
    expect(csvText([[-1, null, 2]])).toBe('\ufeff-1,,2\r\n');
  });

  it('is read back as it was, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = csvText(rows).slice(1);
          const read = papaparse.parse<string[]>(text.slice(0, -2), { delimiter: ',', newline: '\r\n' }).data;
          const plain = read.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')));
          expect(plain).toEqual(
            rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))),
          );
        },
      ),
    );
  });
});
