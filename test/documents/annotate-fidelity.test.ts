import { expect, test } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import { readDecimal } from '../../shared/normalise/cells/number.ts';
import { errorSheetName } from '../../shared/normalise/marks.ts';
import { writeXlsxParts } from '../workbook/support/xlsx-writer.ts';
import { cellsByOurReader, findingAt, openFile, quietLog } from './support/county-form.ts';

const styles =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="22"/></cellXfs>';

/** A cell as programs write it, at B2; `parts` is what else the workbook needs. */
const forms = [
  ['a shared text', '<c r="B2" t="s"><v>0</v></c>', { strings: '<si><t>沅陵县</t></si>' }],
  [
    'rich text with phonetics',
    '<c r="B2" t="s"><v>0</v></c>',
    {
      strings:
        '<si><r><t>沅</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 陵</t></r><rPh sb="0" eb="1"><t>yuan</t></rPh></si>',
    },
  ],
  ['an inline text', '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a b </t></is></c>', {}],
  ['a formula’s text', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>1x</v></c>', {}],
  ['a text that looks like a formula', '<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>', {}],
  ['escapes', '<c r="B2" t="inlineStr"><is><t>a_x000D_b &lt;&amp;&#x4E2D;</t></is></c>', {}],
  ['a long number', '<c r="B2"><v>4.3120219900101126E17</v></c>', {}],
  ['a fraction', '<c r="B2"><v>0.1</v></c>', {}],
  ['seventeen digits of a fraction', '<c r="B2"><v>2880.1234999999997</v></c>', {}],
  ['a percentage', '<c r="B2" s="3"><v>0.125</v></c>', { styles }],
  ['a date', '<c r="B2" s="1"><v>42846</v></c>', { styles }],
  ['a date in Chinese', '<c r="B2" s="2"><v>42846</v></c>', { styles }],
  ['a date with a time', '<c r="B2" s="4"><v>42846.75</v></c>', { styles }],
  [
    'a date of a 1904 workbook',
    '<c r="B2" s="1"><v>41384</v></c>',
    { styles, workbookProperties: '<workbookPr date1904="1"/>' },
  ],
  ['a day before March 1900', '<c r="B2" s="1"><v>59</v></c>', { styles }],
  ['a truth', '<c r="B2" t="b"><v>1</v></c>', {}],
  ['an error', '<c r="B2" t="e"><v>#DIV/0!</v></c>', {}],
  ['a formula with its value', '<c r="B2"><f>SUM(A1:A2)</f><v>3</v></c>', {}],
  ['a formula that gave a truth', '<c r="B2" t="b"><f>1=1</f><v>1</v></c>', {}],
  ['a formula that gave a date', '<c r="B2" s="1"><f>A1+42845</f><v>42846</v></c>', { styles }],
  ['a formula that gave an early date', '<c r="B2" s="1"><f>A1+58</f><v>59</v></c>', { styles }],
  [
    'a formula that gave a date of a 1904 workbook',
    '<c r="B2" s="1"><f>A1</f><v>41384</v></c>',
    { styles, workbookProperties: '<workbookPr date1904="1"/>' },
  ],
  [
    'a shared formula',
    '<c r="B2"><f t="shared" ref="B2:C2" si="0">A1*2</f><v>2</v></c><c r="C2"><f t="shared" si="0"/><v>4</v></c>',
    {},
  ],
  ['an array formula', '<c r="B2"><f t="array" ref="B2">SUM(A1:A1*2)</f><v>2</v></c>', {}],
  ['a formula without a value', '<c r="B2"><f>NOW()</f></c>', {}],
] as const;

test.each(forms)('%s is the same after marking', async (_, cell, parts) => {
  const bytes = writeXlsxParts({
    rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2">${cell}</row>`,
    ...parts,
  });
  const finding = findingAt('bad_number', {
    sheet: '表1',
    cell: 'B2',
    row: 2,
    params: { field: '户主姓名', found: 'x' },
  });
  for (const findings of [[], [finding]]) {
    const { log, lines } = quietLog();
    const after = await cellsByOurReader(await handBack({ bytes, findings, openFile, log }));
    expect(lines).toEqual([]);
    const ours = ['表1!1!2', '表1!2!2', '表1!1!3', '表1!2!3'];
    const kept = [...after].filter(([at]) => !at.startsWith(errorSheetName));
    const before = await cellsByOurReader(bytes);
    expect(new Map(kept.filter(([at]) => before.has(at) || !ours.includes(at)))).toEqual(before);
  }
});

test('the error a formula gave is its text after marking, which is read as an error too', async () => {
  const bytes = writeXlsxParts({ rows: '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' });
  const { log } = quietLog();
  const after = await cellsByOurReader(await handBack({ bytes, findings: [], openFile, log }));
  expect(after.get('表1!2!1')).toBe('#DIV/0!');
  expect(readDecimal('#DIV/0!', null).error).toBe('excel_error');
});
