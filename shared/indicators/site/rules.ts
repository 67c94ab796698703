/** A rule on sites and houses whose breach is an alert. */
export interface SiteRule {
  readonly code: string;
  readonly severity: 'red' | 'amber';
  /** What is tested, in words. */
  readonly test: string;
  readonly source: string;
}

/** Every rule on siting, filing and housing area; severities are ours where the papers give none. */
export const siteRules = [
  {
    code: 'SITE_PROHIBITED',
    severity: 'red',
    test: 'a site does not avoid one of the four hazards, or is filed without an answer to one',
    source: 'domain.md §1 row 11',
  },
  {
    code: 'START_BEFORE_FILING',
    severity: 'red',
    test: 'a project has started without a filing that passed on or before that day',
    source: 'domain.md §1 row 31',
  },
  {
    code: 'AREA_OVER_LIMIT',
    severity: 'amber',
    test: 'houses of a project with more than 25 ㎡ a person',
    source: 'domain.md §3, §5.5',
  },
] as const satisfies readonly SiteRule[];

export type SiteRuleCode = (typeof siteRules)[number]['code'];
