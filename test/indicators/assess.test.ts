import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessedIndicators, assessmentPolicy, hasRedLine } from '../../shared/indicators/assess/assessed.ts';
import { gradeOf } from '../../shared/indicators/assess/grade.ts';
import { assess } from '../../shared/indicators/assess/score.ts';
import { decimal, rational, roundHalfUp } from '../../shared/indicators/rational.ts';
import { assessment2016 } from '../../shared/programme/assessment.ts';
import { policyOn } from '../../shared/programme/policy.ts';

const grade = (share: number, green: number, amber: number, direction: 'higher' | 'lower' = 'higher') =>
  roundHalfUp(gradeOf(decimal(share), { green: decimal(green), amber: decimal(amber) }, direction));

describe('the score of an indicator (domain.md §5.9)', () => {
  test.each([
    ['at green', 0.92, 100],
    ['above green', 0.99, 100],
    ['at amber', 0.85, 60],
    ['between', 0.885, 80],
    ['below amber', 0.8, 31.428571],
    ['far below', 0.5, 0],
  ])('employment %s (%d) scores %d', (_, share, expected) => {
    expect(grade(share, 0.92, 0.85)).toBe(expected);
  });

  test.each([
    ['at green', 0.1, 100],
    ['at amber', 0.3, 60],
    ['between', 0.2, 80],
    ['beyond', 0.4, 40],
    ['far beyond', 0.9, 0],
  ])('debt in the guise of shares %s (%d) scores %d', (_, share, expected) => {
    expect(grade(share, 0.1, 0.3, 'lower')).toBe(expected);
  });

  test.each([
    [1, 'higher', 100],
    [0.999, 'higher', 0],
    [0, 'lower', 0],
  ] as const)('one limit for both: %d (%s) scores %d', (share, direction, expected) => {
    expect(grade(share, direction === 'higher' ? 1 : -1, direction === 'higher' ? 1 : -1, direction)).toBe(
      expected,
    );
  });

  test('more is never worse, and never outside 0 to 100', () => {
    const share = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b) / 1000, Math.max(a, b) / 1000];
        const [worse, better] = [grade(low, 0.95, 0.8), grade(high, 0.95, 0.8)];
        expect(worse).toBeLessThanOrEqual(better);
        expect([worse, better].every((one) => one >= 0 && one <= 100)).toBe(true);
      }),
    );
  });
});

describe('the policy an assessment goes by', () => {
  const notice = policyOn('2018-06-30');
  const later = { ...notice, assessment: { ...notice.assessment, redLineCap: 40 } };
  const dated = (_: string, day: string) => (day >= '2018-07-01' ? later : notice);

  test.each([
    ['2017', 59],
    ['2018-Q2', 59],
    ['2018-Q3', 40],
    ['latest', 40],
  ] as const)('of %s caps at %d: a later notice leaves earlier periods as they were', (period, cap) => {
    expect(assessmentPolicy('4312', period, dated).redLineCap).toBe(cap);
  });
});

test('completion due by 30 September is a published rule, and so a red line', () => {
  const rules = assessedIndicators('4312', '2017').filter(hasRedLine);
  expect(rules.map(({ id }) => id)).toContain('reloc.completion_rate');
});

describe('the assessment of an area', () => {
  const grades = (known: Readonly<Record<string, number>>) => (indicator: string) =>
    known[indicator] === undefined ? null : rational(known[indicator]);
  const shown = (known: Readonly<Record<string, number>>, red = false) => {
    const { score, uncapped, weights, isCapped } = assess(grades(known), red, assessment2016);
    return {
      score: score && roundHalfUp(score),
      uncapped: uncapped && roundHalfUp(uncapped),
      weights,
      isCapped,
    };
  };
  const everything = Object.fromEntries(
    assessment2016.components.flatMap(({ indicators }) => indicators.map((one) => [one, 80])),
  );

  test('the weights add up to 100', () => {
    expect(assessment2016.components.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test('80 everywhere is 80', () => {
    expect(shown(everything)).toEqual({ score: 80, uncapped: 80, weights: 100, isCapped: false });
  });

  test('a component is the mean of its indicators, the total weighs the components', () => {
    const known = {
      ...everything,
      'reloc.plan_completion': 100,
      'reloc.start_lead_334': 60,
      'rpt.ontime': 0,
    };
    expect(shown(known)).toMatchObject({ score: 76, weights: 100 });
  });

  test('what has no data drops out and the others are rescaled', () => {
    expect(shown({ 'fund.closed_loop_rate': 90, 'rpt.ontime': 30 })).toMatchObject({
      score: 80,
      weights: 30,
    });
    expect(shown({})).toEqual({ score: null, uncapped: null, weights: 0, isCapped: false });
  });

  test.each([
    [80, 59, true],
    [59, 59, false],
    [40, 40, false],
  ])('a red line caps %d at %d', (each, score, isCapped) => {
    const known = Object.fromEntries(Object.keys(everything).map((id) => [id, each]));
    expect(shown(known, true)).toMatchObject({ score, uncapped: each, isCapped });
  });
});
