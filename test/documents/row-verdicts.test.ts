import { openXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import { errorSheetName } from '../../shared/normalise/marks.ts';
import { countyForm, householdRow, openFile, quietLog } from './support/county-form.ts';
import { ingested } from './support/ingested.ts';

/** Texts of the annotated copy of a form: the cells of each row's remarks, all comments, and the summary. */
async function said(rows: Parameters<typeof countyForm>[0]) {
  const bytes = await countyForm(rows);
  const { findings, parts } = await ingested(bytes, '431224/2017-04-X3/花名册.xlsx');
  const { log } = quietLog();
  const workbook = await openXlsx(await handBack({ bytes, findings, openFile, log }));
  const sheet = workbook.sheets.find(({ name }) => name === '花名册');
  const summary = workbook.sheets.find(({ name }) => name === errorSheetName);
  const behind = (sheet?.rows ?? []).map((row) => String(row[11] ?? ''));
  const comments = [...(sheet?.cells?.values() ?? [])].flatMap(({ comment }) => comment?.text ?? []);
  return { accepted: parts[0]?.accepted, behind, comments, summary: JSON.stringify(summary?.rows) };
}

/** Row 4 has a refused cell that is not required; row 5 that and one that is. */
const two = [householdRow(0, { 10: '很大' }), householdRow(1, { 6: '四口', 10: '很大' })];
const good = Array.from({ length: 40 }, (_, index) => householdRow(index + 2));

it('of a part that is rejected nothing is called accepted', async () => {
  const { accepted, behind, comments, summary } = await said([...two, householdRow(2, { 6: '四口' })]);
  expect(accepted).toBe(false);
  expect([...behind, ...comments, summary].join()).not.toContain('该行已接收');
  expect(behind[3]).toMatch(/整表未接收。$/);
});

it('a row has one verdict, and only a row that came in is called accepted', async () => {
  const { accepted, behind, comments } = await said([...two, ...good]);
  expect(accepted).toBe(true);
  expect(behind[3]).toMatch(/^K4 .*该行已接收。$/);
  expect(behind[4]).toMatch(/^G5 .*。K5 .*该行未接收。$/);
  for (const text of behind) expect(text).not.toMatch(/。[；。]/);
  for (const text of behind) expect(text.match(/该行(?:已|未)接收/g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(comments.filter((text) => text.includes('该行已接收'))).toHaveLength(1);
});
