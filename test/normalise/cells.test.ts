import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBoolean } from '../../shared/normalise/cells/boolean.ts';
import { readDate } from '../../shared/normalise/cells/date.ts';
import { readIdNumber } from '../../shared/normalise/cells/identity.ts';
import { readDecimal, readMoney, readPercent } from '../../shared/normalise/cells/number.ts';
import type { Reading } from '../../shared/normalise/cells/reading.ts';
import type { CellValue } from '../../shared/workbook/source.ts';

/** domain.md §6.1 word for word: value, or nothing, and the code beside it (⚠ or ✖). */
type Case = [id: string, cell: CellValue, value: unknown, code?: string];

function outcome(reading: Reading<unknown>): readonly unknown[] {
  return [reading.value, reading.error ?? reading.warning];
}

const today = '2017-05-02';
const plainDate = { date1904: false, year: null };

describe('numbers', () => {
  const yuan = (cell: CellValue): Reading<number> => readMoney(cell, '元');
  test.each<Case>([
    ['N1', '１２，３４５．６０', 12345.6],
    ['N2', '1,234,567', 1234567],
    ['N3', ' 58 797 ', 58797],
    ['N4', '\u00a034473\u3000', 34473],
    ['N7', '(1,200.50)', -1200.5],
    ['N8', '△300', -300],
    ['N9', '－45', -45],
    ['N10', "'6416", 6416],
    ['N14', '0', 0],
    ['N15', '——', null],
    ['N16', '/', null],
    ['N17', '#DIV/0!', null, 'excel_error'],
    ['N17 as a fault', { fault: '#DIV/0!' }, null, 'excel_error'],
    ['F30', { fault: 'formula_without_value' }, null, 'formula_without_value'],
    ['N18', '12,34', null, 'bad_number'],
    ['N19', '二十', null, 'bad_number'],
    ['a number cell', 12.5, 12.5],
    ['a minus sign', '−7', -7],
    ['words', '暂无', null],
    ['a boolean', true, null, 'bad_number'],
    ['scientific notation from a CSV', '1.2E+5', null, 'bad_number'],
  ])('%s %j', (_, cell, value, code) => {
    expect(outcome(readDecimal(cell, null))).toEqual([value, code]);
  });

  test.each<[string, string, string, unknown, string?]>([
    ['N11', '24324人', '人', 24324],
    ['N12', '125㎡', '㎡', 125],
    ['N13', '约120人', '人', 120, 'approximate'],
    ['余', '120余户', '户', 120, 'approximate'],
    ['another unit', '24324人', '户', null, 'wrong_unit'],
  ])('%s %s in a column of %s', (_, cell, unit, value, code) => {
    expect(outcome(readDecimal(cell, unit))).toEqual([value, code]);
  });

  test.each<Case>([
    ['N5', '2,880.00万元', 28_800_000_00],
    ['N6', '1.2亿元', 120_000_000_00],
    ['a number', 2880.12, 2880_12],
    ['Excel noise', 0.1 + 0.2, 30],
    ['below 分', '0.125', 13, 'money_rounded'],
    ['a currency sign', '¥1,200', 1200_00],
    ['beyond exact integers', '99999999999999999', null, 'out_of_range'],
    ['a unit that is no money', '12人', null, 'wrong_unit'],
  ])('money: %s %j', (_, cell, value, code) => {
    expect(outcome(yuan(cell))).toEqual([value, code]);
  });

  test.each([
    ['万元', '2880.1235', 28_801_235_00],
    ['万元', 2880.1235, 28_801_235_00],
    ['亿元', '1.00000001', 10_000_000_100],
    ['千元', '3.5', 3500_00],
    ['元', '-0.01', -1],
    ['万元', 0.000001, 1],
  ])('money in %s: %j is exact', (unit, cell, fen) => {
    expect(readMoney(cell, unit)).toEqual({ value: fen });
  });
});

describe('days', () => {
  test.each<Case>([
    ['DT1', '2017年4月21日', '2017-04-21'],
    ['DT2', '2017.4.21', '2017-04-21'],
    ['DT3', '2017/4/21', '2017-04-21'],
    ['DT4', '2017-04-21', '2017-04-21'],
    ['DT5', '20170421', '2017-04-21'],
    ['DT6', 20170421, '2017-04-21'],
    ['DT7', '２０１７年４月２１日', '2017-04-21'],
    ['DT8', '二〇一七年四月二十一日', '2017-04-21'],
    ['DT9', '二○一七年四月二十一日', '2017-04-21'],
    ['DT10', '2017-4-21 0:00:00', '2017-04-21'],
    ['DT11', 42846, '2017-04-21'],
    ['DT11 formatted', { number: 42846, format: 'date' }, '2017-04-21'],
    ['DT12', '42846', '2017-04-21'],
    ['DT13', 42846.75, '2017-04-21'],
    ['DT15', '2017年4月', '2017-04-30', 'month_precision'],
    ['DT16', '2017.9', '2017-09-30', 'month_precision'],
    ['DT17', 2017.1, '2017-01-31', 'ambiguous_month'],
    ['DT17 as text', '2017.1', '2017-01-31', 'ambiguous_month'],
    ['DT18', '2016年12月底前', '2016-12-31'],
    ['DT19', '17.4.21', '2017-04-21', 'two_digit_year'],
    ['DT21', '4月21日', null, 'year_missing'],
    ['DT22', '2017.2.30', null, 'bad_date'],
    ['DT23', '2016-02-29', '2016-02-29'],
    ['DT24', '4/21/17', null, 'bad_date'],
    ['DT25', '未开工', null, 'bad_date'],
    ['a number with a month of two digits', 2017.11, '2017-11-30', 'month_precision'],
    ['a tick', '√', null, 'date_unknown'],
    ['a cross', '×', null],
    ['a dash', '—', null],
    ['Chinese tens', '二〇一六年十月三十日', '2016-10-30'],
    ['a small number', 5, null, 'bad_date'],
  ])('%s %j', (_, cell, value, code) => {
    expect(outcome(readDate(cell, plainDate))).toEqual([value, code]);
  });

  test('DT14: the 1904 date system', () => {
    expect(readDate(41384, { date1904: true, year: null })).toEqual({ value: '2017-04-21' });
  });

  test('DT20: the year comes from the report period', () => {
    expect(outcome(readDate('4月21日', { date1904: false, year: 2017 }))).toEqual([
      '2017-04-21',
      'year_inferred',
    ]);
  });
});

describe('percentages', () => {
  test.each<Case>([
    ['P1', '83.4%', 0.834],
    ['P2', '８３．４％', 0.834],
    ['P3', 83.4, 0.834],
    ['P4', { number: 0.834, format: 'percent' }, 0.834],
    ['P5', '0.834', 0.834, 'percent_ambiguous'],
    ['P6', 1, 1, 'percent_ambiguous'],
    ['P7', '119.1%', 1.191],
    ['zero is zero either way', '0', 0],
  ])('%s %j', (_, cell, value, code) => {
    expect(outcome(readPercent(cell))).toEqual([value, code]);
  });
});

describe('yes and no', () => {
  test.each<Case>([
    ['B1', '是', true],
    ['B2', '√', true],
    ['B3', '✓', true],
    ['B4', 'Y', true],
    ['B5', '1', true],
    ['B6', '有', true],
    ['B7', '已开工', true],
    ['B8', true, true],
    ['B9', '否', false],
    ['B10', '×', false],
    ['B11', 'N', false],
    ['B12', '0', false],
    ['B13', '无', false],
    ['B14', '未开工', false],
    ['B15', '✗', false],
    ['B16', '', null],
    ['B17', '—', null],
    ['B18', '部分', null, 'bad_bool'],
    ['a number', 2, null, 'bad_bool'],
  ])('%s %j', (_, cell, value, code) => {
    expect(outcome(readBoolean(cell, new Map()))).toEqual([value, code]);
  });

  test("a field's own words", () => {
    expect(readBoolean('一般户', new Map([['一般户', false]]))).toEqual({ value: false });
  });
});

describe('identity numbers', () => {
  test.each<Case>([
    ['I1', "'990101199003077719", '990101199003077719'],
    ['I2', '99010119900307004x ', '99010119900307004X'],
    ['I3', '９９０１０１１９９００３０７７７１９', '990101199003077719'],
    ['I4', '990101 19900307 7719', '990101199003077719'],
    ['I5', '99010119900307004Х', '99010119900307004X'],
    ['I6', '990101900307771', '990101199003077719', 'id_15_upgraded'],
    ['I6 as a number', 990101900307771, '990101199003077719', 'id_15_upgraded'],
    ['I7', 990101199003078000, null, 'id_precision_lost'],
    ['I8', '9.90101E+17', null, 'id_precision_lost'],
    ['I9', '990101199003077000', null, 'id_precision_lost'],
    ['I10', '990101199003077718', null, 'id_checksum'],
    ['I11', '990101199013077719', null, 'id_birthdate'],
    ['I12', '99010119900307771', null, 'id_format'],
    ['F27', '="990101198506150020"', '990101198506150020'],
    ['F27 with a tab', '\t990101198506150020', '990101198506150020'],
    ['born after the upload', '990101201803070010', null, 'id_birthdate'],
    ['empty', null, null],
  ])('%s', (_, cell, value, code) => {
    expect(outcome(readIdNumber(cell, today))).toEqual([value, code]);
  });
});

test('the cases of domain.md §6.1 are all here or, for headers, in text/fold.test.ts', () => {
  const text = ['cells.test.ts', '../text/fold.test.ts']
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n');
  const expected = Object.entries({ N: 19, DT: 25, P: 7, B: 18, I: 12, H: 10 }).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, n) => `${letter}${n + 1}`),
  );
  const missing = expected.filter((id) => !new RegExp(`['"]${id}['":]`).test(text));
  expect(missing).toEqual([]);
});
