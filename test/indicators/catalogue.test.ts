import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breakdownValues } from '../../shared/indicators/breakdowns.ts';
import { catalogue, sourcesOf } from '../../shared/indicators/catalogue.ts';
import { catalogueTable } from '../../shared/indicators/catalogue-table.ts';
import { familyIds } from '../../shared/indicators/facts.ts';

test('the table in the docs is the catalogue', () => {
  const doc = readFileSync(new URL('../../docs/indicators.md', import.meta.url), 'utf8');
  const [, table] = /<!-- catalogue:.*?-->\n(.*?)\n<!-- end of catalogue -->/s.exec(doc) ?? [];
  expect(table, 'run the command in the comment above the table and paste what it prints').toBe(
    catalogueTable(catalogue),
  );
});

test('it has the indicators of this release', () => {
  expect(catalogue.map(({ id }) => id)).toEqual([
    'reloc.plan_completion',
    'reloc.five_year_completion',
    'reloc.start_rate',
    'reloc.start_lead_334',
    'reloc.completion_rate',
    'reloc.occupancy_rate',
    'reloc.delivery_rate',
    'reloc.vacancy_6m',
    'reloc.demolition_rate',
    'reloc.reclamation_rate',
    'reloc.poverty_exit_rate',
    'reloc.identification_accuracy',
    'reloc.overfulfilled',
    'reloc.concentrated_share',
    'reloc.occupancy_of_plan',
    'reloc.forecast_completion',
    'emp.labour_rate',
    'emp.one_per_household',
    'emp.zero_job_households',
    'emp.zero_job_cleared_30d',
    'emp.local_rate',
    'emp.park_town_rate',
    'emp.public_post_share',
    'emp.outside_province_share',
    'emp.stable_rate',
    'emp.median_wage',
    'emp.training_coverage',
    'emp.placement_after_training',
    'emp.willing_unemployed',
    'emp.assisted_rate',
    'emp.transfer_task',
    'emp.unknown_rate',
    'share.conversion_rate',
    'share.household_coverage',
    'share.dividend_paid_rate',
    'fund.allocation_rate',
    'fund.arrival_rate',
    'fund.disbursement_rate',
    'fund.closed_loop_rate',
    'fund.full_closure_rate',
    'fund.leak_ratio',
    'net.household_coverage',
    'net.person_coverage',
    'net.uncovered',
    'net.overlap',
    'ladder.move_out',
    'ladder.settle',
    'ladder.work',
    'ladder.prosper',
  ]);
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
      expect(values === 'year' ? ['periodYear'] : values).toContain(value);
    }
    for (const breakdown of indicator.breakdowns) expect(breakdownValues).toHaveProperty(breakdown);
  });

  test('has limits when its colour needs them, the right way round', () => {
    const needs = indicator.colour === 'thresholds' || indicator.colour === 'pace';
    expect(indicator.thresholds.length > 0).toBe(needs);
    for (const { green, amber } of indicator.thresholds) {
      expect(indicator.direction === 'lower' ? green <= amber : green >= amber).toBe(true);
    }
  });
});

test.each(familyIds)('%s has indicators, and sources other than targets', (family) => {
  expect(sourcesOf(family).filter((dataset) => dataset !== 'targets')).not.toEqual([]);
});
