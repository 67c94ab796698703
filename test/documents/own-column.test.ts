import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import { countyForm, householdRow, openFile, quietLog } from './support/county-form.ts';
import { ingested } from './support/ingested.ts';

const key = '431224/2017-04-X3/花名册.xlsx';

/** A form with more lines than its header searches, signed below, its title changed, and with errors in the rows. */
async function signedForm(title: string): Promise<Uint8Array> {
  const rows = Array.from({ length: 30 }, (_, index) =>
    householdRow(index, index === 3 ? { 6: '四口' } : {}),
  );
  const workbook = await openXlsx(await countyForm(rows), { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name === '花名册');
  if (!sheet) throw new Error('no sheet');
  const line = sheet.rows[1];
  if (line) line[0] = title;
  sheet.cells?.delete('1,0');
  sheet.rows.push(['填表人：张三', null, null, '填报日期：2017-04-28']);
  return saveXlsx(workbook);
}

it.each([
  ['with a date below the table', '填报单位：溆浦县扶贫办　截至2017年4月30日　单位：元', /2017-04-28/],
  ['whose line above the table was remarked on', '溆浦县扶贫办　报告期：2017年5月　单位：元', /2017-05/],
])('a form %s and its annotated copy are read alike', async (_, title, told) => {
  const bytes = await signedForm(title);
  const original = await ingested(bytes, key);
  expect(JSON.stringify(original.findings)).toMatch(told);
  const { log } = quietLog();
  const copy = await handBack({ bytes, findings: original.findings, openFile, log });
  const again = await ingested(copy, key);
  const seen = ({ parts, findings }: typeof original) => ({
    findings,
    parts: parts.map(({ table, ...part }) => ({ ...part, rows: table.objects() })),
  });
  expect(seen(again)).toEqual(seen(original));
});
