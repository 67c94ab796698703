import { openXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { handBack } from '../../shared/handback/hand-back.ts';
import { wearsMark } from '../../shared/handback/palette.ts';
import { commentMark } from '../../shared/messages/handback-texts.ts';
import { errorSheetName } from '../../shared/normalise/marks.ts';
import { countyForm, findingAt, householdRow, openFile, quietLog } from './support/county-form.ts';
import { madeUpId } from './support/filled-rows.ts';
import { ingested } from './support/ingested.ts';

/** Rows 4 and 6 are of one household and say different things. */
const form = await countyForm([
  householdRow(0),
  householdRow(1),
  householdRow(0, { 6: 5 }),
  ...Array.from({ length: 40 }, (_, index) => householdRow(index + 2)),
]);

async function marked(findings: Parameters<typeof handBack>[0]['findings']) {
  const { log } = quietLog();
  const workbook = await openXlsx(await handBack({ bytes: form, findings, openFile, log }), {
    readStyles: true,
  });
  const sheet = workbook.sheets.find(({ name }) => name === '花名册');
  const coloured = [...(sheet?.cells ?? [])].filter(
    ([place, { style }]) => wearsMark(style) && !place.endsWith(',11'),
  );
  return {
    places: coloured.map(([place]) => place).sort(),
    comments: coloured.map(([, { comment }]) => comment?.text ?? ''),
    summary: workbook.sheets.find(({ name }) => name === errorSheetName)?.rows ?? [],
  };
}

it('rows of one key that disagree are coloured at the key, which is named and not shown', async () => {
  const { findings } = await ingested(form, '431224/2017-04-X3/花名册.xlsx');
  const { places, comments, summary } = await marked(findings);
  expect(places).toEqual(expect.arrayContaining(['3,2', '5,2']));
  const told = comments.filter((text) => text.includes('内容不同'));
  expect(told).toHaveLength(2);
  for (const text of told) {
    expect(text.startsWith(commentMark)).toBe(true);
    expect(text).toContain('编号（户主身份证号）与 花名册!');
    expect(text).not.toContain(madeUpId(0));
  }
  const severities = summary.slice(3).map((row) => row[1]);
  expect(severities.slice(0, 2)).toEqual(['错误', '错误']);
});

it.each([
  ['a row whose key is filled', 5, '4,2'],
  ['a row without one', 47, '46,0'],
])('an error of %s is coloured', async (_, row, place) => {
  const { places } = await marked([findingAt('occupied_above_planned', { row })]);
  expect(places).toEqual([place]);
});

it('a note of a row colours nothing, and stands behind errors and warnings', async () => {
  const { places, summary } = await marked([
    findingAt('total_row', { severity: 'note', row: 5 }),
    findingAt('self_raised_above_cap', { severity: 'warning', row: 6 }),
    findingAt('occupied_above_planned', { row: 7 }),
  ]);
  expect(places).toEqual(['5,2', '6,2']);
  expect(summary.slice(3).map((row) => row[2])).toEqual(['花名册!7', '花名册!6', '花名册!5']);
});
