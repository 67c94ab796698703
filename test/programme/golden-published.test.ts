import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/datasets/contracts.ts';
import { type FundHousehold, isOverCap } from '../../shared/indicators/fund/households.ts';
import { isWithinArea } from '../../shared/indicators/housing-area.ts';
import { rational, roundHalfUp } from '../../shared/indicators/rational.ts';
import { policyOn } from '../../shared/programme/policy.ts';
import { factsOf, lookWhole } from '../indicators/support/county.ts';

/** Published figures beside the seed article's: the later outturn (domain.md §2, G17–G19) and those of other places. */

const { funds, areaExemptions } = policyOn('2017-04-21');
const of = (num: number, den: number, digits = 6) => roundHalfUp(rational(num, den), digits);
const percent = (num: number, den: number, digits = 2) => of(num * 100, den, digits);

describe('G17 the five-year task was cut', () => {
  const task = (persons: number, effectiveDate: string) => ({
    planYear: 0,
    targetType: 'provincial',
    mode: 'all',
    persons,
    effectiveDate,
  });
  const home = { familySize: 84_531, isRegistered: true, moveInDate: '2017-12-01' };

  test.each([
    ['2018-06-30', 110_422, 76.55],
    ['2018-12-31', 103_904, 81.35],
  ])('on %s it is %d, as of its date', (dataDate, denominator, value) => {
    const facts = factsOf(
      'reloc',
      [
        {
          dataset: 'targets',
          period: '2016',
          rows: [task(110_422, '2016-03-15'), task(103_904, '2018-10-01')],
        },
        { dataset: 'households', period: dataDate.slice(0, 7), dataDate, rows: [home] },
      ],
      dataDate.slice(0, 7),
    );
    const seen = lookWhole('reloc.five_year_completion', [facts], { period: dataDate.slice(0, 7) });
    expect(seen).toMatchObject({ numerator: 84_531, denominator });
    expect(percent(seen.numerator ?? 0, denominator)).toBe(value);
  });

  test('103,904 persons by 2018 are 19,373 in that year, 94.10 % of the first task and 6,518 below it', () => {
    expect([103_904 - 84_531, 110_422 - 103_904]).toEqual([19_373, 6_518]);
    expect(percent(103_904, 110_422)).toBe(94.1);
  });
});

test('G18 the share of the province is another one by another denominator', () => {
  expect([percent(103_904, 694_000), percent(110_422, 694_000)]).toEqual([14.97, 15.91]);
});

test('G19 households of 22.4 persons are caught by the bounds of a mean household', () => {
  const bounds = contracts.households.meanRules?.[0];
  const inside = (mean: number) => bounds !== undefined && bounds.min <= mean && mean <= bounds.max;
  expect([of(103_904, 25_793, 2), of(103_904, 22_800, 2), of(19_373, 863, 1)]).toEqual([4.03, 4.56, 22.4]);
  expect([4.03, 4.56, 22.4].map(inside)).toEqual([true, true, false]);
  expect([of(15_943, 3_707, 3), of(170, 47, 3)]).toEqual([4.301, 3.617]);
});

describe('rates printed elsewhere', () => {
  test.each([
    ['employment of Xiuwen', 2_235, 2_388, 0.93593],
    ['its relocated labour', 609, 637, 0.956044],
    ['its third figure', 35, 36, 0.972222],
    ['share of a co-operative in Gao county', 242, 342, 0.707602],
    ['share of the fund beside it', 100, 342, 0.292398],
  ])('%s is %d/%d = %d', (_, num, den, value) => {
    expect(of(num, den)).toBe(value);
  });

  test.each([
    ['idle of the audit of 2017', 1_954, 33_617, 5.81],
    ['idle two years and longer', 623, 1_954, 31.88],
    ['problems of the audit of 2018', 3_975, 62_585, 6.35],
    ['idle more than a year', 670, 62_585, 1.07],
    ['idle more than two', 223, 670, 33.28],
  ])('%s: %d/%d is %d %%', (_, num, den, value) => {
    expect(percent(num, den)).toBe(value);
  });

  test('4.6431 million employed at 92 % are 5.047 million of labour; 7,775 and 7,794 yuan a head', () => {
    expect(of(46_431, 92, 1)).toBe(504.7);
    expect([of(1_936_000, 249, 0), of(18_900_000, 2_425, 0)]).toEqual([7_775, 7_794]);
  });

  test('a dividend of 5 万 guaranteed and 29.2398 % of 10 万 is 574.20 yuan for each of 138', () => {
    expect(of(10 * 100, 342, 4)).toBe(2.924);
    expect(of(79_240, 138, 2)).toBe(574.2);
    expect(of(50_000 * 342 + 100_000 * 100, 342 * 138, 2)).toBe(574.2);
    expect(of(79_000, 138, 2)).toBe(572.46);
  });
});

describe('cases at the limits', () => {
  const rule = { ...funds.housingArea, bySize: areaExemptions };
  const origin = { batch: 'b', sheet: 0, row: 4 };
  const housed = (area: number, familySize: number) => ({
    origin,
    headIdToken: 'H',
    householdNoToken: null,
    projectId: null,
    mode: null,
    registered: true,
    movedIn: true,
    deed: false,
    area,
    familySize,
  });

  test.each([
    ['six persons in 150 ㎡', 150, 6, true],
    ['five in 125 ㎡', 125, 5, true],
    ['four in 125 ㎡', 125, 4, false],
  ])('%s', (_, area, persons, compliant) => {
    expect(isWithinArea(housed(area, persons), rule)).toBe(compliant);
  });

  test.each([
    [1_000_000, 5, false],
    [1_000_100, 5, true],
  ])('%d fen raised by %d persons are over the cap: %s', (selfRaised, familySize, over) => {
    const household: FundHousehold = {
      origin,
      projectId: null,
      mode: null,
      houseArea: null,
      familySize,
      selfRaised,
    };
    expect(isOverCap(household, funds)).toBe(over);
  });
});
