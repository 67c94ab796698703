import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { fieldReader, rememberingReader } from '../../shared/normalise/field-reader.ts';
import { remembering } from '../../shared/normalise/memo.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import type { CellValue } from '../../shared/workbook/source.ts';

/** Asks a memo, and counts what it had to ask itself. */
function counted() {
  let asked = 0;
  const ask = remembering((key: string) => {
    asked += 1;
    return `answer to ${key}`;
  });
  return { ask, asked: () => asked };
}

test('what comes again is asked once', () => {
  const { ask, asked } = counted();
  for (let row = 0; row < 10_000; row += 1) expect(ask(`村${row % 500}`)).toBe(`answer to 村${row % 500}`);
  expect(asked()).toBe(500);
});

test('of what never comes again little is kept, and little time is spent on keeping it', () => {
  const { ask, asked } = counted();
  for (let row = 0; row < 20_000; row += 1) ask(`first ${row}`);
  const before = asked();
  for (let row = 10_000; row < 20_000; row += 1) ask(`first ${row}`);
  expect(asked() - before).toBe(10_000);
});

test('a column whose values change once in a while is remembered all the way', () => {
  const { ask, asked } = counted();
  for (let row = 0; row < 40_000; row += 1) ask(`户${Math.floor(row / 4)}`);
  expect(asked()).toBeLessThan(10_100);
});

test('a column that begins to repeat is remembered again', () => {
  const { ask, asked } = counted();
  for (let row = 0; row < 80_000; row += 1) ask(`first ${row}`);
  const before = asked();
  for (let row = 0; row < 200_000; row += 1) ask('the same');
  expect(asked() - before).toBeLessThan(66_000);
});

test('long texts are not kept', () => {
  const { ask, asked } = counted();
  const text = '村'.repeat(65);
  expect([ask(text), ask(text)]).toEqual([`answer to ${text}`, `answer to ${text}`]);
  expect(asked()).toBe(2);
});

test('a reader that remembers reads every field as one that does not', () => {
  const context = {
    date: { date1904: false, year: 2017 },
    moneyUnit: '万元',
    period: '2017-04',
    uploadDay: '2017-05-02',
    dataDate: '2017-04-30',
    policy: policyOn('2017-05-02'),
    idHeader: false,
  };
  const number = fc.constantFrom(0, -0, 1, 12.5, 42_846, 42_846.5, 2017.1, 1e15, -3);
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '—',
      '无',
      '是',
      '×',
      '12',
      '12.5',
      '2017-04-21',
      '2017.1',
      '√',
      '#N/A',
      '集中安置',
    ),
    fc.constantFrom('13800000000', 'XP-1', '一'.repeat(101), '约120人', '0.125', '二十'),
    number,
    fc.record({ number, format: fc.constantFrom<'date' | 'percent'>('date', 'percent') }),
    fc.constantFrom(true, false, null, { fault: '#DIV/0!' }),
  );
  const fields = Object.values(contracts).flatMap((contract) => contract.fields);
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.array(cell, { maxLength: 12 }), (field, cells) => {
      const plain = fieldReader(field, context);
      const remembers = rememberingReader(fieldReader(field, context));
      for (const one of [...cells, ...cells]) expect(remembers(one)).toEqual(plain(one));
    }),
    { numRuns: 2_000 },
  );
});
