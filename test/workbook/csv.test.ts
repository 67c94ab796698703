import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { unwrapText } from '../../shared/workbook/csv.ts';
import { readCells, readWhole, refusalOf } from './support/reading.ts';

const table =
  '序号,户主姓名,户主身份证号,计划搬迁人数\n1,张三,990101199003077719,4\n2,李四,99010119900307004X,5\n';
const cells = table
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));

const headers = ['户主姓名', '计划搬迁人数', '元', '一'];
const knowsHeader = (label: string): boolean => headers.includes(label.trim());

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('the encoding of a text is recognised by rule', () => {
  const cases: readonly (readonly [what: string, bytes: Uint8Array, encoding: string])[] = [
    ['F1 UTF-8 with mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['F2 GB18030', iconv.encode(table, 'gb18030'), 'gb18030'],
    ['F3 UTF-16LE with mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with mark', utf16be(`\ufeff${table}`), 'utf-16be'],
    ['UTF-16LE without mark', Buffer.from(table, 'utf16le'), 'utf-16le'],
    ['UTF-16BE without mark', utf16be(table), 'utf-16be'],
    ['F6 UTF-8 without mark', Buffer.from(table), 'utf-8'],
  ];
  test.each(cases)('%s', async (_, bytes, encoding) => {
    const { workbook, rows } = await readWhole(bytes, {}, { knowsHeader });
    expect(workbook).toMatchObject({ format: 'csv', encoding, sheets: [{ name: 'CSV', hidden: false }] });
    expect(rows[0]?.map((row) => row.cells)).toEqual(cells);
  });

  test('UTF-16LE without mark, with the character 一, whose NUL stands on the other side', async () => {
    const text = '户主姓名,计划搬迁人数\n一一,4\n';
    expect(await readCells(Buffer.from(text, 'utf16le'))).toEqual([
      ['户主姓名', '计划搬迁人数'],
      ['一一', '4'],
    ]);
  });

  test('plain ASCII is UTF-8', async () => {
    expect((await readWhole(Buffer.from('a,b\n1,2'))).workbook.encoding).toBe('utf-8');
  });

  test('F5 GB18030 bytes that happen to be UTF-8', async () => {
    const bytes = iconv.encode('一,元\n1,2', 'gb18030');
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toContain('元');
    expect(await readCells(bytes, {}, { knowsHeader })).toEqual([
      ['一', '元'],
      ['1', '2'],
    ]);
    expect(await readCells(bytes)).toEqual([
      ['一', '元'],
      ['1', '2'],
    ]);
  });

  test('F4 Big5 decodes as GB18030 into nonsense and is refused for want of a header word', async () => {
    const bytes = iconv.encode('戶主姓名,計劃搬遷人數\n張三,4\n', 'big5');
    expect(await refusalOf(bytes, {}, { knowsHeader })).toMatchObject({ code: 'encoding_unrecognised' });
  });

  test('private-use characters are no GB18030 of a county, even late in the file', async () => {
    const late = Buffer.concat([
      iconv.encode(table.repeat(3000), 'gb18030'),
      Buffer.from([0xaa, 0xa1, 0x0a]),
    ]);
    expect(await refusalOf(Buffer.from([0xaa, 0xa1, 0x2c, 0xaa, 0xa1]))).toMatchObject({
      code: 'encoding_unrecognised',
    });
    expect(await refusalOf(late, {}, { knowsHeader })).toMatchObject({ code: 'encoding_unrecognised' });
  });

  test.each([
    ['UTF-8 with mark that is none', Buffer.concat([Buffer.from('\ufeff户主,'), Buffer.from([0xff])])],
    ['GB18030 cut in a character', iconv.encode(`${table}王`, 'gb18030').subarray(0, -1)],
    ['UTF-16 cut in a character', Buffer.from(`\ufeff${table}王`, 'utf16le').subarray(0, -1)],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusalOf(bytes, {}, { knowsHeader })).toMatchObject({ code: 'encoding_unrecognised' });
  });

  test.each([
    ['a lone NUL', 'a,b\n1,\x002\n'],
    ['a lone NUL far down', `${'a,b\n'.repeat(5000)}\0`],
    ['a NUL in UTF-16', Buffer.from('\ufeffa,b\n1,\0\n', 'utf16le')],
  ])('%s is no text', async (_, text) => {
    expect(await refusalOf(Buffer.from(text))).toMatchObject({
      code: 'not_a_workbook',
      params: { found: 'binary' },
    });
  });
});

describe('the separator is guessed by equal numbers of fields', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3'],
    ['tab (F33)', 'a\tb\tc\n1\t2\t3'],
    ['semicolon (F33)', 'a;b;c\n1;2;3'],
    ['bar', 'a|b|c\n1|2|3'],
    ['title lines above', '怀化市台账\n单位：万元、户、人\na,b,c\n1,2,3'],
    ['Chinese commas inside values', 'a,b,c\n甲，乙，丙，丁,2,3'],
    ['a header only', 'a,b,c'],
  ])('%s', async (_, text) => {
    expect((await readCells(Buffer.from(text)))?.find((row) => row[0] === 'a')).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['F32 full-width comma', '户主姓名，人数\n张三，4', { found: '，' }],
    ['F32 beside a stray comma', '台账,2017\n户主姓名，人数\n张三，4', { found: '，' }],
    ['enumeration comma', '户主姓名、人数\n张三、4', { found: '、' }],
    ['nothing', '户主姓名\n张三', {}],
  ])('%s is refused', async (_, text, params) => {
    expect(await refusalOf(Buffer.from(text))).toEqual({ code: 'single_column_csv', params });
  });
});

describe('records', () => {
  test.each<readonly [string, string, readonly object[]]>([
    [
      'blank fields are null, trailing ones gone',
      'a,,c,,\n,2,,,\n',
      [
        { row: 1, cells: ['a', null, 'c'] },
        { row: 2, cells: [null, '2'] },
      ],
    ],
    [
      'blank records are skipped and counted',
      'a,b\n\n,,\n1,2',
      [
        { row: 1, cells: ['a', 'b'] },
        { row: 4, cells: ['1', '2'] },
      ],
    ],
    [
      'all line ends',
      'a,b\r\nc,d\re,f\ng,h',
      [
        { row: 1, cells: ['a', 'b'] },
        { row: 2, cells: ['c', 'd'] },
        { row: 3, cells: ['e', 'f'] },
        { row: 4, cells: ['g', 'h'] },
      ],
    ],
    [
      'quoted separators, quotes and lines',
      '"a,b","c""d"\n"e\r\nf",g',
      [
        { row: 1, cells: ['a,b', 'c"d'] },
        { row: 2, cells: ['e\nf', 'g'] },
      ],
    ],
    [
      'F27 forced text',
      '="990101199003077719",\t007,008\t\n"=""0090""",=1+1,-5',
      [
        { row: 1, cells: ['990101199003077719', '007', '008'] },
        { row: 2, cells: ['0090', '=1+1', '-5'] },
      ],
    ],
    [
      'nothing is typed',
      '007,1e3,true,2017-04-21\n',
      [{ row: 1, cells: ['007', '1e3', 'true', '2017-04-21'] }],
    ],
    [
      'names such as __proto__',
      '__proto__,constructor\n1,2',
      [
        { row: 1, cells: ['__proto__', 'constructor'] },
        { row: 2, cells: ['1', '2'] },
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect((await readWhole(Buffer.from(text))).rows).toEqual([rows]);
  });

  test.each([
    [
      'a quote without end',
      'a,b\n1,2\n"3,4\n',
      { code: 'corrupt_file', params: { reason: 'quote_unclosed', row: 3 } },
    ],
    [
      'text behind a quote',
      'a,b\n"1"x,2\n',
      { code: 'corrupt_file', params: { reason: 'quote_malformed', row: 2 } },
    ],
    [
      'a quote that swallows the file',
      `a,b\n"1,${'2,3\n'.repeat(2_000_000)}`,
      { code: 'corrupt_file', params: { reason: 'record_too_long', row: 2 } },
    ],
    [
      'a stray quote in every field',
      `a,b\n${'"x"x,'.repeat(1_000_000)}`,
      { code: 'corrupt_file', params: { row: 2 } },
    ],
  ])('%s is refused', async (_, text, refusal) => {
    expect(await refusalOf(Buffer.from(text))).toMatchObject(refusal);
  });

  test.each([
    ['rows', { maxRows: 2 }, 'a,b\n\n1,2\n3,4', { what: 'rows', row: 4, limit: 2 }],
    ['columns', { maxColumns: 2 }, 'a,b,\n1,2,3', { what: 'columns', row: 2, limit: 2, found: 3 }],
    [
      'characters',
      { maxCellCharacters: 3 },
      'a,b\n1,2345',
      { what: 'cell_characters', row: 2, cell: 'B2', found: 4 },
    ],
  ])('%s beyond the limit are refused', async (_, limits, text, params) => {
    expect(await refusalOf(Buffer.from(text), limits)).toMatchObject({ code: 'too_large', params });
  });

  test('millions of blank records are refused, not counted out', async () => {
    const file = Buffer.from(`a,b${'\n'.repeat(2_000_000)}1,2`);
    expect(await refusalOf(file)).toMatchObject({
      code: 'too_large',
      params: { what: 'rows', limit: 1_048_576 },
    });
  });

  test('a field of a million tabs costs no more than any other', async () => {
    const file = Buffer.from(`a,b\n1,"x${'\t'.repeat(1_000_000)}y"\n`);
    expect(await refusalOf(file)).toMatchObject({ code: 'too_large', params: { what: 'cell_characters' } });
    const label = iconv.encode(`户主姓名,x${' '.repeat(60_000)}y`, 'gb18030');
    expect(await refusalOf(label, {}, { knowsHeader })).toMatchObject({ code: 'too_large' });
  });

  test('blank columns beyond the limit are nothing', async () => {
    expect(await readCells(Buffer.from(`a,b${','.repeat(500)}\n1,2`))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test.each([
    ['="a"&"b"', '="a"&"b"'],
    ['=""', ''],
    ['="a"', 'a'],
    ['\t\t', ''],
    ['a\tb', 'a\tb'],
  ])('%j is %j', (field, text) => {
    expect(unwrapText(field)).toBe(text);
  });
});

describe('what was written is what is read', () => {
  /** Text as counties have it: Chinese, rare characters, punctuation, separators, quotes, line breaks. */
  const field = fc.string({
    unit: fc.constantFrom(...'沅陵户一元㎡䶮𠮷·（），、；;|\t",\n 0129.-aX=\''),
    maxLength: 8,
  });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const records = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 60 });
  const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text) => iconv.encode(text.replaceAll('䶮', '龑'), 'gb18030')],
    ['UTF-16LE with mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ];
  const headline = ['户主姓名', '计划搬迁人数', '所在乡镇'];

  test.each(encodings)('in %s', async (name, encode) => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom(',', '\t', ';', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (data, delimiter, newline) => {
          const all = [headline, headline, ...data.map((record) => [...record, '.'])];
          const text = all.map((record) => record.map(quoted).join(delimiter)).join(newline);
          const read = await readWhole(encode(text), {}, { knowsHeader }).catch((error: unknown) => error);
          const expected = all.map((record, index) => ({
            row: index + 1,
            cells: record.map(
              (value) => unwrapText(name === 'GB18030' ? value.replaceAll('䶮', '龑') : value) || null,
            ),
          }));
          expect(read).toMatchObject({ rows: [expected] });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('over many pieces, with quotes across their ends', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => [
      `户${index}`,
      index % 3 === 0 ? '甲,\n"乙"' : '',
      '𠮷',
    ]);
    const text = lines.map((line) => line.map(quoted).join(',')).join('\r\n');
    for (const bytes of [
      Buffer.from(text),
      iconv.encode(text, 'gb18030'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const read = await readCells(bytes);
      expect(read?.length).toBe(lines.length);
      expect(read).toEqual(lines.map((line) => line.map((value) => value || null)));
    }
  });
});
