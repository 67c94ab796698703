import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wholeCatalogue } from '../../shared/indicators/whole-catalogue.ts';

/** Indicators that domain.md §5 lists, by family; those of two figures stand as the two that are served. */
const listed: Readonly<Record<string, string>> = {
  reloc: `plan_completion overfulfilled five_year_completion start_rate start_lead_334 completion_rate delivery_rate
    occupancy_rate vacancy_6m demolition_rate reclamation_rate concentrated_share identification_accuracy
    poverty_exit_rate forecast_completion`,
  emp: `labour_rate one_per_household zero_job_households zero_job_cleared_30d local_rate park_town_rate
    public_post_share outside_province_share stable_rate training_coverage placement_after_training
    willing_unemployed assisted_rate transfer_task median_wage unknown_rate`,
  share: `conversion_rate quantified_rate household_coverage industry_coverage site_industry_coverage
    link_rate_funds poverty_ratio dividend_paid_rate dividend_ontime_rate guarantee_met yield mean_dividend
    equal_handout debt_like concentration hhi maturity_12m loss_exposure model_mix`,
  fund: `allocation_rate arrival_rate disbursement_rate budget_execution settlement_rate full_closure_rate
    closed_loop_rate leak_amount leak_ratio reconciled_accounts reconciliation_gap idle_ratio_12m idle_ratio_24m
    orphan_ratio traceability overrun_projects progress_match selfraise_compliance`,
  site: `avoid_compliance avoid_unanswered near_compliance reach_score filing_rate lifetime_quality_rate
    acceptance_rate area_compliance deed_rate`,
  resp: `site_leader_coverage origin_leader_coverage household_cadre_coverage letter_signed_rate delink_violations
    closeout_rate overdue_nodes cadre_load`,
  issue: `assigned_rate response_rate closure_rate ontime_rate overdue repeat_rate median_days rectified_rate
    inspection_coverage`,
  net: 'household_coverage person_coverage uncovered overlap',
  ladder: 'move_out settle work prosper',
  rpt: 'ontime lag_hours reject_rate correction_rate report_gap completeness',
  assess: 'score',
};

/** Second figures that domain.md gives an indicator, each served as one of its own (docs/indicators.md). */
const secondFigures = ['reloc.occupancy_of_plan', 'share.overdue_principal', 'resp.cadre_load_max'];

const idsOf = (family: string) =>
  (listed[family] ?? '')
    .trim()
    .split(/\s+/)
    .map((name) => `${family}.${name}`);

test('the catalogue holds what domain.md §5 lists, its second figures, and nothing else', () => {
  const expected = [...Object.keys(listed).flatMap(idsOf), ...secondFigures];
  expect(wholeCatalogue.map(({ id }) => id).sort()).toEqual(expected.sort());
});

/** Rows of domain.md §5: leak and idle money stand in one row each with their second figure. */
test.each([
  ['reloc', 15],
  ['emp', 16],
  ['share', 19],
  ['fund', 16 + 2],
  ['site', 9],
  ['resp', 8],
  ['issue', 9],
  ['net', 4],
  ['ladder', 4],
  ['rpt', 6],
  ['assess', 1],
])('%s has %d', (family, count) => {
  expect(idsOf(family)).toHaveLength(count);
});

/** Tests of relations between figures: whoever is named in them alone has no case to check by hand. */
const relations = ['by-site', 'catalogue', 'domain-list', 'properties', 'metamorphic', 'reads', 'trace'];
const folder = new URL('.', import.meta.url);
const cases = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && !relations.includes(name.replace('.test.ts', '')))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  readFileSync(new URL('../api/measured.test.ts', folder), 'utf8'),
].join('\n');

describe.each(wholeCatalogue.map((one) => [one.id, one] as const))('%s', (id, one) => {
  test('has a case with figures checked by hand', () => {
    expect(cases).toContain(`'${id}'`);
  });

  test('says by which rule it counts, in what, and since when its limits hold', () => {
    expect(one.source).toMatch(/^domain\.md §5\.\d/);
    expect(one.unit).not.toBe('');
    for (const { effectiveFrom, basis } of one.thresholds) {
      expect(effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(['rule', 'proposal']).toContain(basis);
    }
  });
});
