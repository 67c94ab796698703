import { describe, expect, test } from 'vitest';
import { breakdownValues } from '../../shared/indicators/breakdowns.ts';
import { catalogue, sourcesOf } from '../../shared/indicators/catalogue.ts';
import { familyIds } from '../../shared/indicators/facts.ts';

test('it keeps the eighteen indicators of the first release, in their order', () => {
  const first = [
    'reloc.plan_completion',
    'reloc.five_year_completion',
    'reloc.start_rate',
    'reloc.start_lead_334',
    'reloc.completion_rate',
    'reloc.occupancy_rate',
    'emp.labour_rate',
    'emp.one_per_household',
    'emp.zero_job_households',
    'share.conversion_rate',
    'share.household_coverage',
    'share.dividend_paid_rate',
    'fund.allocation_rate',
    'fund.arrival_rate',
    'fund.disbursement_rate',
    'fund.closed_loop_rate',
    'fund.full_closure_rate',
    'fund.leak_ratio',
  ];
  expect(catalogue.map(({ id }) => id).filter((id) => first.includes(id))).toEqual(first);
});

test('no indicator stands in it twice', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
});

test('it is data: a journey through JSON changes nothing', () => {
  expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
});

describe.each(catalogue.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
  test('is named and filed by its family', () => {
    expect(id.startsWith(`${indicator.family}.`)).toBe(true);
    expect(sourcesOf(indicator.family)).toEqual(expect.arrayContaining([...indicator.sources]));
  });

  test('says everything in both languages', () => {
    for (const text of [indicator.name, indicator.formula, indicator.numerator, indicator.denominator]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[\x20-\x7e–÷×−≥≤Σ]+$/);
    }
  });

  test('its defaults are among its values, and its breakdowns are known', () => {
    for (const { values, default: value } of indicator.parameters) {
      expect(values === 'year' ? ['periodYear', 'allYears'] : values).toContain(value);
    }
    for (const breakdown of indicator.breakdowns) expect(breakdownValues).toHaveProperty(breakdown);
  });

  test('has limits when its colour needs them, the right way round', () => {
    const needs = ['thresholds', 'pace', 'completion'].includes(indicator.colour);
    // the 334 plan asks by itself; a limit beside it says that it is a published rule
    if (indicator.colour !== 'plan334') expect(indicator.thresholds.length > 0).toBe(needs);
    for (const { green, amber } of indicator.thresholds) {
      expect(indicator.direction === 'higher' ? green >= amber : green <= amber).toBe(true);
    }
  });
});

test.each(familyIds)('%s has indicators, and sources other than targets', (family) => {
  expect(sourcesOf(family).filter((dataset) => dataset !== 'targets')).not.toEqual([]);
});
