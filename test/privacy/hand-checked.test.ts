import { describe, expect, test } from 'vitest';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import type { Component, Labels } from '../../shared/indicators/facts.ts';
import { cellKey } from '../../shared/privacy/family-cube.ts';
import { maskOf } from '../../shared/privacy/mask.ts';

type Counts = Readonly<Record<string, readonly [num: number, den: number, n?: number]>>;

const oneJob = 'emp.one_per_household';
const zeroJob = 'emp.zero_job_households';

/** Facts of a county: indicator, or indicator and mode, with what is counted. */
function county(area: string, counts: Counts) {
  const components = Object.entries(counts).map(([name, [num, den, n = den]]): Component => {
    const [indicator = '', mode] = name.split(' ');
    const breakdown: Labels = mode === undefined ? {} : { mode };
    return { indicator, parameters: {}, breakdown, num, den, n };
  });
  return { area, components };
}

/** What is hidden of a city whose counties are lettered in order, at k = 5: `b`, `Σ`, with the mode where opened. */
function hidden(id: string, counties: readonly Counts[], k = 5): readonly string[] {
  const facts = counties.map((counts, index) => county('abcdef'.charAt(index), counts));
  const opened = counties.some((counts) => Object.keys(counts).some((name) => name.includes(' ')));
  const family = id.split('.')[0];
  const definitions = catalogue
    .filter((one) => one.family === family)
    .map((one) => (one.id === id && opened ? { ...one, breakdowns: ['mode'] } : one));
  const totals = [{ name: 'Σ', counties: facts.map(({ area }) => area) }];
  const shown = maskOf({ counties: facts, totals, definitions }, k);
  const cells: readonly Labels[] = opened ? [{}, { mode: 'concentrated' }, { mode: 'scattered' }] : [{}];
  return ['Σ', ...facts.map(({ area }) => area)].flatMap((place) =>
    cells.flatMap((cell) =>
      shown.has(cellKey(place, id, {}, cell)) ? [] : [[place, ...Object.values(cell)].join(' ')],
    ),
  );
}

const rate = (num: number, den: number, n?: number): Counts => ({
  'net.overlap': n === undefined ? [num, den] : [num, den, n],
});

describe('the primary rule and its complements, by hand', () => {
  test.each<[string, readonly Counts[], readonly string[]]>([
    ['nothing is small: nothing is hidden', [rate(10, 30), rate(20, 60)], []],
    [
      'few above the line, and the smallest other for it',
      [rate(4, 30), rate(20, 60), rate(30, 90)],
      ['a', 'b'],
    ],
    ['few between above and below', [rate(28, 30), rate(20, 60), rate(30, 90)], ['a', 'b']],
    ['few stand behind it', [rate(2, 4), rate(20, 60), rate(30, 90)], ['a', 'b']],
    ['exactly k is enough', [rate(5, 10), rate(20, 60), rate(30, 90)], []],
    ['none above the line is told', [rate(0, 30), rate(20, 60)], []],
    ['a county that counts nobody is told', [rate(0, 0), rate(20, 60)], []],
    [
      'two small ones hide each other when they are k together',
      [rate(4, 30), rate(3, 30), rate(20, 60)],
      ['a', 'b'],
    ],
    [
      'two small ones that are less than k together need a third',
      [rate(1, 30), rate(3, 30), rate(20, 60)],
      ['a', 'b', 'c'],
    ],
    ['a small one alone hides its total', [rate(4, 30)], ['Σ', 'a']],
    ['beside counties that count none above, nothing else hides it', [rate(4, 30), rate(0, 60)], ['Σ', 'a']],
    ['a small city is hidden as a whole', [rate(1, 2), rate(1, 2)], ['Σ', 'a', 'b']],
  ])('%s', (_, counties, expected) => {
    expect(hidden('net.overlap', counties)).toEqual(expected);
  });

  test('at k = 10 more is hidden, and all that is hidden at 5', () => {
    const counties = [rate(4, 30), rate(20, 60), rate(5, 90), rate(50, 120)];
    expect(hidden('net.overlap', counties, 5)).toEqual(['a', 'c']);
    expect(hidden('net.overlap', counties, 10)).toEqual(['a', 'b', 'c']);
  });
});

describe('money', () => {
  const paid = (num: number, den: number, n: number): Counts => ({
    'share.dividend_paid_rate': [num, den, n],
  });
  test.each<[string, readonly Counts[], readonly string[]]>([
    ['is judged by the households behind it, not by the fen', [paid(1, 4, 20), paid(500, 900, 30)], []],
    ['of four households is hidden', [paid(40_000, 80_000, 4), paid(9, 9, 20), paid(8, 8, 30)], ['a', 'b']],
  ])('%s', (_, counties, expected) => {
    expect(hidden('share.dividend_paid_rate', counties)).toEqual(expected);
  });
});

describe('a breakdown', () => {
  const opened = (whole: readonly [number, number], concentrated: readonly [number, number]): Counts => ({
    'net.overlap': whole,
    'net.overlap concentrated': concentrated,
    'net.overlap scattered': [whole[0] - concentrated[0], whole[1] - concentrated[1]],
  });

  test('a small cell needs one more in its county and one in its column, and the corner of the two', () => {
    const counties = [opened([24, 80], [4, 40]), opened([30, 90], [10, 40]), opened([50, 120], [20, 50])];
    expect(hidden('net.overlap', counties)).toEqual([
      'a concentrated',
      'a scattered',
      'b concentrated',
      'b scattered',
    ]);
  });

  test('few of no known mode hide a cell: they would follow from the others', () => {
    const known = opened([30, 90], [10, 40]);
    const few: Counts = { ...opened([30, 90], [10, 40]), 'net.overlap': [33, 100] };
    const shown = hidden('net.overlap', [few, known, opened([50, 120], [20, 50])]);
    expect(shown).toContainEqual(expect.stringMatching(/^a/));
  });
});

describe('indicators that count the same', () => {
  const homes = (withJob: number, all: number): Counts => ({
    [oneJob]: [withJob, all],
    [zeroJob]: [all - withJob, all],
  });

  test('hide together: few without a job are all but few with one', () => {
    const counties = [homes(97, 100), homes(180, 200), homes(260, 300)];
    expect(hidden(zeroJob, counties)).toEqual(['a', 'b']);
    expect(hidden(oneJob, counties)).toEqual(['a', 'b']);
  });

  test('few unemployed hide whatever else tells how many are employed', () => {
    const work = (employed: number, labour: number): Counts => ({
      'emp.labour_rate': [employed, labour],
      'emp.stable_rate': [Math.floor(employed / 2), employed],
      'emp.training_coverage': [Math.floor(labour / 2), labour],
    });
    const counties = [work(98, 100), work(150, 200), work(220, 300)];
    expect(hidden('emp.labour_rate', counties)).toEqual(['a', 'b']);
    expect(hidden('emp.stable_rate', counties)).toEqual(['a', 'b']);
    // how many there are is told by emp.unknown_rate, which nobody suppresses
    expect(hidden('emp.training_coverage', counties)).toEqual([]);
  });

  test('the ladder hides what the coverage of shares would tell of those moved in', () => {
    const ladder = (movedIn: number, all: number): Counts => ({
      'ladder.move_out': [movedIn, all],
      'ladder.settle': [20, all],
    });
    const counties = [ladder(97, 100), ladder(150, 200), ladder(220, 300)];
    expect(hidden('ladder.move_out', counties)).toEqual(['a', 'b']);
    expect(hidden('ladder.settle', counties)).toEqual(['a', 'b']);
  });
});

test('the zero-job households cleared are no part of any released cube', () => {
  const cleared: Counts = { 'emp.zero_job_cleared_30d': [50, 100] };
  expect(hidden('emp.zero_job_cleared_30d', [cleared, cleared])).toEqual(['Σ', 'a', 'b']);
});
