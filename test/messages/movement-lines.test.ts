import { expect, it } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import { type MovedFigure, movementLines } from '../../shared/messages/movement-lines.ts';
import { parameterText } from '../../shared/messages/parameter-words.ts';

const figure = (value: number | null, status = value === null ? 'no_data' : 'ok') => ({ value, status });

/** The start rate of 溆浦 at the end of April 2017, from one value to another. */
function moved(before: number | null, after: number | null, over: Partial<MovedFigure> = {}): MovedFigure {
  return {
    area: '431224',
    indicator: 'reloc.start_rate',
    period: '2017-04-X3',
    parameters: { basis: 'households', planYear: 2017 },
    unit: '%',
    before: figure(before),
    after: figure(after),
    ...over,
  };
}

it.each([
  [moved(null, 1), '开工率  2017年4月下旬  尚无数据 → 100.0%'],
  [moved(0.5, 0.612), '开工率  2017年4月下旬  50.0% → 61.2%'],
  [moved(0.83589, 0.835851), '开工率  2017年4月下旬  83.589% → 83.585%'],
  [
    moved(0.5, 0.6, { parameters: { basis: 'persons', planYear: 2016 } }),
    '开工率（按人，2016 年计划）  2017年4月下旬  50.0% → 60.0%',
  ],
  [moved(0.1, -0.2, { unit: 'pp' }), '开工率  2017年4月下旬  +10.0 个百分点 → −20.0 个百分点'],
  [moved(12_000, 3_450_000, { unit: '元' }), '开工率  2017年4月下旬  1.2 万元 → 345 万元'],
  [moved(3, 12, { unit: '户' }), '开工率  2017年4月下旬  3 户 → 12 户'],
])('%j reads %s', (movement, line) => {
  expect(movementLines([movement], 'zh')).toEqual({ lines: [line], left: 0 });
});

it('tells nothing of figures that stay', () => {
  const stays = [moved(0, 0), moved(null, null), { ...moved(null, null), before: null }];
  expect(movementLines(stays, 'zh')).toEqual({ lines: [], left: 0 });
});

it('tells the same change of several periods once', () => {
  const periods = ['2017-04-X3', '2017-04', '2017-Q2'].map((period) => moved(null, 1, { period }));
  expect(movementLines(periods, 'en').lines).toEqual([
    expect.stringMatching(/ 2017-04-X3, 2017-04, 2017-Q2 {2}No data → 100.0%$/),
  ]);
});

it('keeps to twenty lines, the usual readings first, and counts the others', () => {
  const all = catalogue
    .slice(0, 30)
    .flatMap(({ id }) => [moved(0, 1, { indicator: id }), moved(0, 1, { indicator: id, area: '431222' })]);
  const { lines, left } = movementLines(all, 'zh');
  expect(lines).toHaveLength(20);
  expect(left).toBe(40);
  expect(lines[0]).toMatch(/^(?:溆浦县|沅陵县) /);
});

it('has words for every choice of every indicator', () => {
  for (const { parameters } of catalogue) {
    for (const { name, values } of parameters) {
      if (values === 'year') continue;
      for (const value of values) {
        for (const language of ['zh', 'en'] as const)
          expect(parameterText({ [name]: value }, language)).not.toContain('=');
      }
    }
  }
});
