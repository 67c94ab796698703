import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../shared/workbook/source.ts';
import { readCells, readWhole, refusalOf } from './support/reading.ts';

const table = (rows: string): Uint8Array => Buffer.from(`<html><body><table>${rows}</table></body></html>`);

describe('an HTML table saved as .xls is read as text (domain.md F9)', () => {
  const cases: readonly (readonly [what: string, cell: string, value: CellValue | undefined])[] = [
    ['an identity number', '<td>990101199003077719</td>', '990101199003077719'],
    [
      'an identity number Excel would have made a number',
      '<td x:num="9.9E17">990101199003077719</td>',
      '990101199003077719',
    ],
    ['white space', '<td>\n   户主 \t 姓名\n</td>', '户主 姓名'],
    ['a line break', '<td>户主<br/>姓名</td>', '户主\n姓名'],
    ['paragraphs', '<td><p>甲</p><p>乙</p></td>', '甲\n乙'],
    ['markup inside', '<td><font color=red><b>甲</b>乙</font></td>', '甲乙'],
    [
      'entities',
      '<td>&lt;A&amp;B&gt; &#27781;&#x9675; &nbsp;&yen;5 &unknown; &</td>',
      '<A&B> 沅陵 \u00a0¥5 &unknown; &',
    ],
    ['a number of no character', '<td>&#0;&#xD800;</td>', '\ufffd\ufffd'],
    ['a bare less-than', '<td>a < b <5</td>', 'a < b <5'],
    ['a comment', '<td>甲<!-- <td>x</td> -->乙</td>', '甲乙'],
    ['a script', '<td>甲<script>document.write("<td>x</td>")</script>乙</td>', '甲乙'],
    ['a tag in an attribute', '<td title="a>b<td>">甲</td>', '甲'],
    ['upper case', '<TD>甲</TD>', '甲'],
    ['a conditional comment of Excel', '<![if supportMisalignedColumns]><td>甲</td><![endif]>', '甲'],
    ['nothing', '<td></td>', undefined],
  ];
  test.each(cases.map(([what, cell, value]) => ({ what, cell, value })))('$what', async ({ cell, value }) => {
    expect((await readCells(table(`<tr>${cell}</tr>`)))?.[0]?.[0]).toEqual(value);
  });

  test('cells and rows whose end tags are left out', async () => {
    expect(await readCells(Buffer.from('<table><tr><td>a<td>b<tr><th>c<td>d</table>'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('spans are merges, and what they cover is not written into', async () => {
    const { workbook, rows } = await readWhole(
      table(
        '<tr><td colspan=3>标题</td></tr><tr><td rowspan="2">县</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><tr style="display:none"><td>e</td></tr>',
      ),
    );
    expect(workbook).toMatchObject({ format: 'html', encoding: 'utf-8' });
    expect(workbook.sheets[0]?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ]);
    expect(rows[0]).toEqual([
      { row: 1, cells: ['标题'] },
      { row: 2, cells: ['县', 'a', 'b'] },
      { row: 3, cells: [null, 'c', 'd'] },
      { row: 4, cells: ['e'], hidden: true },
    ]);
  });

  test('each table is a sheet; one alone has the name Excel gave it', async () => {
    const two = await readWhole(Buffer.from('<table><tr><td>1</table><p>x</p><table><tr><td>2</table>'));
    expect(two.workbook.sheets.map(({ name }) => name)).toEqual(['表1', '表2']);
    const named =
      '<html><!--[if gte mso 9]><xml><x:Name>项目台账</x:Name></xml><![endif]--><table><tr><td>1</table>';
    expect((await readWhole(Buffer.from(named))).workbook.sheets.map(({ name }) => name)).toEqual([
      '项目台账',
    ]);
  });

  const gbk = Buffer.from('bba7d6f7', 'hex'); // 户主
  const page = (head: string, text: Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.from(`<html>${head}<table><tr><td>`), text, Buffer.from('</td></tr></table>')]);
  test.each([
    ['GBK as declared', page('<meta charset="gb2312">', gbk), 'gb18030'],
    ['GBK not declared', page('', gbk), 'gb18030'],
    [
      'UTF-8 as declared',
      page('<meta http-equiv=Content-Type content="text/html; charset=utf-8">', Buffer.from('户主')),
      'utf-8',
    ],
    ['UTF-8 declared as Latin', page('<meta charset="iso-8859-1">', Buffer.from('户主')), 'utf-8'],
    ['UTF-8 declared as GBK', page('<meta charset="gbk">', Buffer.from('户主x')), 'utf-8'],
    [
      'UTF-16 by its mark',
      Buffer.from('\ufeff<meta charset="unicode"><table><tr><td>户主</table>', 'utf16le'),
      'utf-16le',
    ],
  ])('%s', async (_, file, encoding) => {
    const { workbook, rows } = await readWhole(file);
    expect(rows[0]?.[0]?.cells[0]).toMatch(/^户主/);
    expect(workbook.encoding).toBe(encoding);
  });

  test('a page in Big5 is refused', async () => {
    const file = page('<meta charset="big5">', Buffer.from('a4e1a544', 'hex'));
    expect(await refusalOf(file)).toEqual({ code: 'encoding_unrecognised', params: { found: 'big5' } });
  });
});

describe('a page that could hide or cost something is refused', () => {
  test.each([
    ['a tag without end', '<table><tr><td title="x'],
    ['a comment without end', '<table><tr><td>1<!-- </table>'],
    ['a script without end', '<table><tr><td>1<script></table>'],
    ['a table without end', '<table><tr><td>1'],
  ])('%s', async (_, text) => {
    expect(await refusalOf(Buffer.from(text))).toMatchObject({
      code: 'corrupt_file',
      params: { reason: 'html_truncated' },
    });
  });

  test.each([
    ['rows', '<tr><td>1<tr><td>2', { maxRows: 1 }],
    ['columns', '<tr><td>1<td>2', { maxColumns: 1 }],
    ['cell_characters', '<tr><td>123', { maxCellCharacters: 2 }],
    ['columns', `<tr>${'<td colspan=1000>'.repeat(6)}`, {}],
  ])('too many %s', async (what, rows, limits) => {
    expect(await refusalOf(table(rows), limits)).toMatchObject({ code: 'too_large', params: { what } });
  });
});
