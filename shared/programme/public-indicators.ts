/**
 * Indicators approved for the public, by id: the progress of the programme and its first effects, as a city
 * itself publishes them. P.
 */
export const publicIndicators2016: readonly string[] = [
  'reloc.plan_completion',
  'reloc.five_year_completion',
  'reloc.start_rate',
  'reloc.start_lead_334',
  'reloc.completion_rate',
  'reloc.occupancy_rate',
  'emp.labour_rate',
  'emp.one_per_household',
  'share.household_coverage',
  'fund.allocation_rate',
  'fund.arrival_rate',
  'fund.disbursement_rate',
];
