import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wearsMark } from '../../shared/handback/palette.ts';
import { errorSheetName } from '../../shared/normalise/marks.ts';
import { cellsByOurReader, countyForm, householdRow } from './support/county-form.ts';
import { madeUpId } from './support/filled-rows.ts';
import { startProvince } from './support/province.ts';

let province: Awaited<ReturnType<typeof startProvince>>;
beforeAll(async () => {
  province = await startProvince();
});
afterAll(() => province.close());

/** What the clerk of 溆浦 types over a marked cell, by place. */
const mended: Readonly<Record<string, string | number>> = {
  C4: madeUpId(0),
  G5: 4,
  B6: '李四',
  I7: '分散',
};

const wrong = [
  householdRow(0, { 2: '990101198506150021' }),
  householdRow(1, { 6: '四口' }),
  householdRow(2, { 1: null }),
  householdRow(3, { 8: '插空' }),
  ...Array.from({ length: 6 }, (_, index) => householdRow(index + 4)),
];

async function download(path: string): Promise<Uint8Array> {
  const { statusCode, headers } = await province.ask(path);
  expect(statusCode).toBe(303);
  return new Uint8Array(await (await fetch(String(headers?.location))).arrayBuffer());
}

test('rejected, marked, mended where it is marked, sent again: published', async () => {
  const key = '431224/2017-04-X3/花名册.xlsx';
  const first = await province.put(key, await countyForm(wrong));
  expect(first.state).toBe('rejected');

  const annotated = await download(`/v1/uploads/${first.upload.id}/annotated.xlsx`);
  const workbook = await openXlsx(annotated, { readStyles: true });
  const sheet = workbook.sheets.find(({ name }) => name === '花名册');
  const red = [...(sheet?.cells ?? [])].filter(
    ([key, { style }]) => wearsMark(style) && !key.endsWith(',11'),
  );
  const places = red.map(([key]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return `${String.fromCharCode(65 + column)}${row + 1}`;
  });
  expect(places).toEqual(expect.arrayContaining(Object.keys(mended)));

  for (const [key, cell] of red) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const value = mended[`${String.fromCharCode(65 + column)}${row + 1}`];
    if (value === undefined) continue;
    const cells = sheet?.rows[row];
    if (cells) cells[column] = value;
    sheet?.cells?.set(key, { ...cell, value, type: typeof value === 'number' ? 'number' : 'string' });
  }
  const second = await province.put(key, await saveXlsx(workbook));
  expect(second.state).toBe('published');
  expect(second.upload.id).not.toBe(first.upload.id);
  expect(second.upload.parts).toMatchObject([{ rows: 11, accepted: 10, quarantined: 0 }]);
  expect(second.upload.findings.error).toBe(0);

  const clean = await cellsByOurReader(await download(`/v1/uploads/${second.upload.id}/annotated.xlsx`));
  const summary = [...clean].filter(([place]) => place.startsWith(errorSheetName)).map(([, value]) => value);
  expect(summary.filter((value) => value === '错误')).toEqual([]);
  expect(clean.get('花名册!4!2')).toBe(madeUpId(0));
  expect([...province.faults, ...province.faultsLogged]).toEqual([]);
});
