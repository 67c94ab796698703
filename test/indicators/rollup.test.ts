import { describe, expect, test } from 'vitest';
import type { Component, Facts, Labels } from '../../shared/indicators/facts.ts';
import { look, lookWhole } from './support/county.ts';

/** Facts of one county with one component of an indicator; what families compute is tested elsewhere. */
function county(
  area: string,
  indicator: string,
  num: number,
  den: number,
  more: Partial<Component> = {},
): Facts {
  return {
    family: 'share',
    area,
    period: '2017-04-X3',
    dataDates: { [indicator]: more.n === 1 ? '2017-04-30' : '2017-04-21' },
    components: [{ indicator, parameters: {}, breakdown: {}, num, den, n: null, ...more }],
    findings: [],
    alerts: [],
  };
}

const conversion = 'share.conversion_rate';

describe('an area', () => {
  test('is the ratio of sums, never the mean of ratios (G11)', () => {
    const facts = [
      county('431224', 'reloc.occupancy_rate', 5242, 6286),
      county('431225', 'reloc.occupancy_rate', 7693, 9235),
    ];
    // the mean of the two would be 0.833472
    const expected = { value: 0.833387, numerator: 12_935, denominator: 15_521, coverage: 1 };
    expect(lookWhole('reloc.occupancy_rate', facts)).toMatchObject(expected);
  });

  test('says how many of the counties expected have a value', () => {
    const seen = lookWhole(conversion, [county('431224', conversion, 9, 10), null, null], { expected: 4 });
    expect(seen).toMatchObject({ value: 0.9, coverage: 0.25, status: 'ok', lastReported: null });
  });

  const half = { num: 1, den: 2 };
  const paced = { pace: { green: half, amber: half } };
  test.each([
    ['of counties that each have a pace has a colour', [7, 10, paced], [1, 10, paced], 'red'],
    ['has none where one that counts has no pace', [7, 10, paced], [1, 10, {}], null],
    ['has one where that county counts nothing', [7, 10, paced], [0, 0, {}], 'green'],
  ] as const)('%s', (_, [oneNum, oneDen, one], [twoNum, twoDen, two], rag) => {
    const rate = 'fund.disbursement_rate';
    const facts = [county('431224', rate, oneNum, oneDen, one), county('431225', rate, twoNum, twoDen, two)];
    expect(lookWhole(rate, facts).rag).toBe(rag);
  });

  test('gives the oldest and newest date its counties speak of', () => {
    const facts = [county('431224', conversion, 1, 2), county('431225', conversion, 1, 2, { n: 1 })];
    expect(lookWhole(conversion, facts).dataDate).toEqual({ min: '2017-04-21', max: '2017-04-30' });
  });

  test('without any county’s facts has no data and says when it last had', () => {
    expect(lookWhole(conversion, [null, null], { lastReported: '2017-03' })).toEqual({
      indicator: conversion,
      area: '4312',
      period: '2017-04-X3',
      dataDate: null,
      breakdown: {},
      parameters: {},
      value: null,
      numerator: null,
      denominator: null,
      unit: '%',
      status: 'no_data',
      rag: null,
      coverage: 0,
      lastReported: '2017-03',
    });
  });

  test('a county that reports nothing of the kind weighs nothing and is covered', () => {
    const facts = [county('431224', conversion, 0, 0), county('431225', conversion, 3, 4)];
    expect(lookWhole(conversion, facts)).toMatchObject({ value: 0.75, coverage: 1 });
  });
});

describe('status', () => {
  test.each([
    [0, 0, 'not_applicable', null],
    [5, 0, 'inconsistent', null],
    [0, 5, 'ok', 0],
    [5, 5, 'ok', 1],
  ])('%d of %d is %s', (num, den, status, value) => {
    const seen = lookWhole(conversion, [county('431224', conversion, num, den)]);
    expect(seen).toMatchObject({ status, value, numerator: num, denominator: den });
    expect(seen.rag === null).toBe(value === null);
  });
});

describe('rounding to 6 decimals, half-up', () => {
  test.each([
    [1, 2_000_000, 0.000001],
    [1, 2_000_001, 0],
    [136, 163, 0.834356],
    [2, 3, 0.666667],
    [3000, 3140, 0.955414],
    // binary floating point puts 1.0000005 below the half
    [2_000_001, 2_000_000, 1.000001],
    [9_007_199_254_740_991, 9_007_199_254_740_990, 1],
  ])('%d/%d is %d', (num, den, value) => {
    expect(lookWhole(conversion, [county('431224', conversion, num, den)]).value).toBe(value);
  });
});

describe('thresholds are met by the exact value, not the rounded one', () => {
  test.each([
    [900_000, 'green'],
    [899_999, 'amber'],
    [600_000, 'amber'],
    [599_999, 'red'],
  ])('%d of 1000000 converted is %s', (num, rag) => {
    expect(lookWhole(conversion, [county('431224', conversion, num, 1_000_000)]).rag).toBe(rag);
  });

  test('0.89999999 is shown as 0.9 and is amber', () => {
    const seen = lookWhole(conversion, [county('431224', conversion, 89_999_999, 100_000_000)]);
    expect(seen).toMatchObject({ value: 0.9, rag: 'amber' });
  });

  test.each([
    [0, 'green'],
    [5, 'amber'],
    [6, 'red'],
  ])('lower is better: %d of 1000 leaked is %s', (num, rag) => {
    expect(lookWhole('fund.leak_ratio', [county('431224', 'fund.leak_ratio', num, 1_000)]).rag).toBe(rag);
  });
});

describe('a lead on the plan', () => {
  const lead = (num: number, den: number, due: { num: number; den: number }) =>
    county('431224', 'reloc.start_lead_334', num, den, {
      due,
      parameters: { plan: 'linear', planYear: 2017 },
    });
  const ask = (facts: readonly Facts[]) =>
    lookWhole('reloc.start_lead_334', facts, { parameters: { plan: 'linear' } });

  test('weighs each county’s own due by its denominator', () => {
    const seen = ask([lead(50, 100, { num: 9, den: 13 }), lead(300, 300, { num: 1, den: 1 })]);
    // 350 − (100 × 9/13 + 300) = −19.230769…
    expect(seen).toMatchObject({ numerator: -19.230769, denominator: 400, value: -0.048077 });
  });

  test('halves below zero round away from it', () => {
    expect(ask([lead(0, 1_000_000, { num: 1, den: 2_000_000 })]).value).toBe(-0.000001);
  });
});

describe('a breakdown', () => {
  const labelsOf = (source: string): Labels => (source === 'all' ? {} : { source });
  const cell = (area: string, cells: Readonly<Record<string, readonly [number, number]>>): Facts => ({
    ...county(area, 'fund.arrival_rate', 0, 0),
    components: Object.entries(cells).map(([source, [num, den]]) => ({
      indicator: 'fund.arrival_rate',
      parameters: {},
      breakdown: labelsOf(source),
      num,
      den,
      n: null,
    })),
  });

  test('serves each cell that any county has, and the whole as all', () => {
    const facts = [
      cell('431224', { all: [3, 4], local_bond: [3, 4] }),
      cell('431225', { all: [5, 6], local_bond: [1, 1], other: [4, 5] }),
    ];
    const rows = look('fund.arrival_rate', facts, { by: 'source' });
    expect(rows.map((row) => [row.breakdown, row.numerator, row.denominator, row.coverage])).toEqual([
      [{ source: 'local_bond' }, 4, 5, 1],
      [{ source: 'other' }, 4, 5, 1],
      [{ source: 'all' }, 8, 10, 1],
    ]);
  });

  test('without any facts is the whole alone', () => {
    const rows = look('fund.arrival_rate', [null], { by: 'source' });
    expect(rows.map(({ breakdown, status }) => [breakdown, status])).toEqual([
      [{ source: 'all' }, 'no_data'],
    ]);
  });
});

test('a county whose cell is without a value by definition is not covered there', () => {
  const cells = (area: string, more: Partial<Component>): Facts => {
    const whole = county(area, 'reloc.plan_completion', 3, 4, { parameters: { planYear: 2017 } });
    const [first] = whole.components;
    const cell = first ? [{ ...first, breakdown: { mode: 'scattered' }, ...more }] : [];
    return { ...whole, components: [...whole.components, ...cell] };
  };
  const facts = [
    cells('431224', { num: 1, den: 2 }),
    cells('431225', { num: 0, den: 0, notApplicable: true }),
  ];
  const rows = look('reloc.plan_completion', facts, { by: 'mode' });
  expect(rows.map((row) => [row.breakdown.mode, row.value, row.coverage])).toEqual([
    ['concentrated', null, 0],
    ['scattered', 0.5, 0.5],
    ['all', 0.75, 1],
  ]);
});

test('a task that one county states by mode and another only as a whole is covered by half', () => {
  const whole = (area: string, more: readonly Component[] = []): Facts => {
    const facts = county(area, 'reloc.plan_completion', 3, 4, { parameters: { planYear: 2017 } });
    return { ...facts, components: [...facts.components, ...more] };
  };
  const [component] = whole('431224').components;
  const byMode = component ? [{ ...component, breakdown: { mode: 'scattered' }, num: 1, den: 2 }] : [];
  const rows = look('reloc.plan_completion', [whole('431224', byMode), whole('431225')], { by: 'mode' });
  expect(
    rows.map(({ breakdown, status, value, coverage }) => [breakdown.mode, status, value, coverage]),
  ).toEqual([
    ['concentrated', 'no_data', null, 0],
    ['scattered', 'ok', 0.5, 0.5],
    ['all', 'ok', 0.75, 1],
  ]);
});

test('a setting that no county has computed is no data', () => {
  const facts = county('431224', 'reloc.plan_completion', 1, 2, { parameters: { planYear: 2017 } });
  expect(lookWhole('reloc.plan_completion', [facts])).toMatchObject({ value: 0.5 });
  expect(lookWhole('reloc.plan_completion', [facts], { parameters: { planYear: 2018 } }).status).toBe(
    'no_data',
  );
});
