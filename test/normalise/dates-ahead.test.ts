import { describe, expect, it, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { normaliseFile } from '../../shared/normalise/normalise-file.ts';
import type { CellValue } from '../../shared/workbook/source.ts';
import { contextOf, sheetOf, workbookOf } from '../support/workbooks.ts';

/** A persons file of the last ten days of April, the cut-off day on its title line or not, with one 就业时间. */
function read(hired: CellValue, title: string, uploadDay: string) {
  const grid = [
    [title],
    ['身份证号', '姓名', '户编号', '劳动技能', '就业状态', '就业时间'],
    ['990101199003077719', '甲', '1', '普通', '务工', hired],
  ];
  return normaliseFile(workbookOf(sheetOf(grid)), contextOf({ uploadDay }));
}

const cutOff = '填报单位：溆浦县   截至2017年4月25日';
const silent = '填报单位：溆浦县';

describe('the day somebody was hired', () => {
  it.each<[CellValue, string, string, string | null, string]>([
    ['2017-04-25', cutOff, '2017-05-02', null, 'on the data date'],
    ['2017-04-26', cutOff, '2017-05-02', '2017-04-25', 'after it'],
    [42851, cutOff, '2017-05-02', '2017-04-25', 'after it, as a serial'],
    ['2017-04-30', silent, '2017-05-02', null, 'on the last day of the period'],
    ['2017-05-01', silent, '2017-05-02', '2017-04-30', 'after the period'],
    ['2017-04-30', silent, '2017-04-29', '2017-04-29', 'after the upload'],
    ['2017年4月', cutOff, '2017-05-02', null, 'the month of the data date'],
    ['2017年5月', cutOff, '2017-05-02', '2017-04-25', 'a later month'],
    ['2107-04-01', cutOff, '2017-05-02', '2017-04-25', 'a slip of the pen'],
    [true, cutOff, '2017-05-02', null, 'ticked'],
  ])('%s is held against data date and upload: %s, %s → %s, %s', async (hired, title, day, expected, _) => {
    const file = await read(hired, title, day);
    const told = file.findings.filter(({ code }) => code === 'date_ahead');
    expect(told.map(({ severity, cell, params }) => [severity, cell, params.expected])).toEqual(
      expected === null ? [] : [['warning', 'F3', expected]],
    );
    expect(file.parts).toMatchObject([{ accepted: true, counts: { accepted: 1, quarantined: 0 } }]);
  });

  it('is kept, for a day to come is a plan', async () => {
    const { parts } = await read('2017-04-26', cutOff, '2017-05-02');
    expect(parts[0]?.table.objects()).toMatchObject([{ hiredDate: '2017-04-26' }]);
  });
});

test('what has happened is a day, and no field is both refused and kept', () => {
  const fields = Object.values(contracts).flatMap((contract) => contract.fields);
  const happened = fields.filter((field) => field.happened);
  expect(happened.length).toBeGreaterThan(0);
  expect(happened.filter(({ type, notAfterUpload }) => type !== 'date' || notAfterUpload)).toEqual([]);
});
