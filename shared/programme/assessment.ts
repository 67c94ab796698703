/** A part of the assessment 考核 with its weight and the indicators whose mean score it is. */
export interface AssessedComponent {
  readonly id:
    | 'progress'
    | 'funds'
    | 'employment'
    | 'shares'
    | 'site'
    | 'responsibility'
    | 'issues'
    | 'reporting';
  readonly weight: number;
  readonly indicators: readonly string[];
}

/** How counties and cities are assessed (domain.md §5.9); dated policy. P. */
export interface AssessmentPolicy {
  readonly components: readonly AssessedComponent[];
  /** Highest total where any indicator of a published rule (†) is red. */
  readonly redLineCap: number;
}

/** The weights of the programme: they add up to 100. */
export const assessment2016: AssessmentPolicy = {
  components: [
    { id: 'progress', weight: 30, indicators: ['reloc.plan_completion', 'reloc.start_lead_334'] },
    { id: 'funds', weight: 25, indicators: ['fund.closed_loop_rate', 'fund.disbursement_rate'] },
    { id: 'employment', weight: 15, indicators: ['emp.labour_rate', 'emp.one_per_household'] },
    { id: 'shares', weight: 10, indicators: ['share.conversion_rate', 'share.dividend_paid_rate'] },
    { id: 'site', weight: 5, indicators: ['site.avoid_compliance', 'site.filing_rate'] },
    {
      id: 'responsibility',
      weight: 5,
      indicators: ['resp.site_leader_coverage', 'resp.household_cadre_coverage'],
    },
    { id: 'issues', weight: 5, indicators: ['issue.response_rate', 'issue.ontime_rate'] },
    { id: 'reporting', weight: 5, indicators: ['rpt.ontime'] },
  ],
  redLineCap: 59,
};
