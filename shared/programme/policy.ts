import type { DatasetId } from '../datasets/dataset-ids.ts';
import type { PolicyLimits } from '../datasets/policy-limits.ts';
import { type AssessmentPolicy, assessment2016 } from './assessment.ts';
import type { Day } from './calendar.ts';
import { type DutyLimits, dutyLimits2016, type PetitionLimits, petitionLimits2016 } from './duty-limits.ts';
import { type FileLimits, fileLimits2016 } from './file-limits.ts';
import { type FundLimits, fundLimits2016, type ShareLimits, shareLimits2016 } from './money-limits.ts';
import { publicIndicators2016 } from './public-indicators.ts';
import { type ReportLimits, reportLimits2016 } from './report-limits.ts';
import { type ReportingPolicy, reporting2016 } from './reporting.ts';

/**
 * What a province may set differently or a notice may change: limits, nodes, matrices. Dated; a period uses
 * the policy in force on its last day (domain.md §3, §5, §8.6). Marked † in domain.md: published rules.
 */
export interface Policy {
  /** Changes whenever a figure changes; part of every facts id. */
  readonly version: string;
  readonly effectiveFrom: Day;
  /** The “334” nodes, relative to the plan year. */
  readonly plan334: {
    readonly start: readonly PlanNode[];
    readonly completion: { readonly yearOffset: number; readonly monthDay: string };
  };
  /** Share of data rows in error up to which clean rows are published, in percent; one row is always allowed. */
  readonly acceptancePercent: Readonly<Record<DatasetId, number>>;
  /**
   * Share of the published natural keys of a dataset@period, in percent, up to which a replacement may remove
   * them unasked; above it the part waits for a confirmation (design.md, Acceptance). No fact depends on it.
   */
  readonly largeRemovalPercent: number;
  /** How large a file may be. No fact depends on it. */
  readonly files: FileLimits;
  /** Version of the acceptance figures alone: part of every batch id. */
  readonly acceptanceVersion: string;
  /** Working age in whole years, inclusive; that of women may end earlier, as at 54 (domain.md §5.2). */
  readonly workingAge: { readonly from: number; readonly to: number; readonly womenTo: number };
  /** Whether 务农 counts as employed (domain.md §5.2). P: it does not. */
  readonly countFarming: boolean;
  /**
   * Income per head and year, in 分, under which one is poor (贫困线), by year; the newest year not later than
   * the one asked counts. K: the national line at current prices.
   */
  readonly povertyLines: Readonly<Record<string, number>>;
  /** 能致富: income per head from this percentage of the poverty line on (domain.md §5.8). P. */
  readonly prosperPercent: number;
  /** 疑似应退未退: income per head from wages above this percentage of the poverty line (domain.md §5.8). P. */
  readonly overlapPercent: number;
  /** Persons to be brought into work by transfer (转移就业任务) in a year, by year and county; none: no task is known. K. */
  readonly transferTasks: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Which purposes each source of money may pay for (专款专用; domain.md §5.4 and §9). */
  readonly allowedPurposes: Readonly<Record<string, readonly string[]>>;
  /** Days after which a payment without a project turns from amber to red. */
  readonly orphanRedDays: number;
  /** Share of payments to one party that comes back within the window: a round trip (red). */
  readonly roundTrip: { readonly percent: number; readonly days: number };
  /** Plan years a file may name besides 0, the whole five-year plan. */
  readonly planYears: { readonly from: number; readonly to: number };
  /** Windows and limits of the fund rates, identities and detectors (domain.md §5.4). */
  readonly funds: FundLimits;
  /** Windows and limits of the rates and rules on shares (domain.md §5.3). */
  readonly shares: ShareLimits;
  /** Days of petitions, inspections and what is overdue (domain.md §3, §5.7). */
  readonly petitions: PetitionLimits;
  /** Limits of the responsibility of officials (domain.md §5.6). */
  readonly duties: DutyLimits;
  /** How far a report may be from the details (domain.md §4 X9). */
  readonly reports: ReportLimits;
  readonly limits: PolicyLimits;
  /** K: housing area of a person in ㎡ that local rules allow a household of a size instead; none by default (§5.5). */
  readonly areaExemptions: Readonly<Record<string, number>>;
  /** When reports are due. No fact depends on it: reporting is measured when it is asked for. */
  readonly reporting: ReportingPolicy;
  /** Weights of the assessment. No fact depends on it. */
  readonly assessment: AssessmentPolicy;
  /** Indicators approved for the public, by id; nothing else is shown to the role `public`. No fact depends on it. */
  readonly publicIndicators: readonly string[];
}

export interface PlanNode {
  readonly yearOffset: number;
  readonly monthDay: string;
  readonly cumulativePercent: number;
}

const works = ['housing', 'infrastructure', 'public_service', 'land', 'demolition_reclaim', 'management'];
const anyPurpose = [...works, 'industry', 'training', 'other'];

/** The one policy in force since the programme began; a province's later notices append to the list. */
export const policies: readonly Policy[] = [
  {
    version: '2016-1',
    effectiveFrom: '2016-01-01',
    plan334: {
      start: [
        { yearOffset: -1, monthDay: '12-31', cumulativePercent: 30 },
        { yearOffset: 0, monthDay: '03-31', cumulativePercent: 60 },
        { yearOffset: 0, monthDay: '06-30', cumulativePercent: 100 },
      ],
      completion: { yearOffset: 0, monthDay: '09-30' },
    },
    files: fileLimits2016,
    acceptanceVersion: '1',
    acceptancePercent: {
      targets: 5,
      projects: 5,
      households: 5,
      persons: 5,
      industryProjects: 5,
      shares: 0,
      fundParties: 0,
      fundLedger: 0,
      responsibilities: 5,
      issues: 5,
      progressReports: 5,
    },
    workingAge: { from: 16, to: 59, womenTo: 59 },
    countFarming: false,
    povertyLines: { '2016': 295_200, '2018': 299_500, '2019': 321_800, '2020': 400_000 },
    prosperPercent: 150,
    overlapPercent: 200,
    transferTasks: {},
    allowedPurposes: {
      central_budget: ['housing'],
      local_bond: works,
      special_fund: works,
      policy_loan: works,
      interest_subsidy: ['interest'],
      self_raised: ['housing'],
      central_fiscal: anyPurpose,
      provincial: anyPurpose,
      city_county: anyPurpose,
      other: anyPurpose,
    },
    largeRemovalPercent: 20,
    orphanRedDays: 30,
    roundTrip: { percent: 80, days: 30 },
    planYears: { from: 2016, to: 2020 },
    funds: fundLimits2016,
    shares: shareLimits2016,
    petitions: petitionLimits2016,
    duties: dutyLimits2016,
    reports: reportLimits2016,
    limits: {
      areaPerPerson: 25,
      selfRaisedPerPerson: 300_000,
      selfRaisedPerHousehold: 1_000_000,
      petitionAcceptanceDays: petitionLimits2016.acceptanceDays,
    },
    areaExemptions: {},
    reporting: reporting2016,
    assessment: assessment2016,
    publicIndicators: publicIndicators2016,
  },
];

/** The policy in force on a day: the newest that is effective; throws when none is (a fault of ours). */
export function policyOn(day: Day, all: readonly Policy[] = policies): Policy {
  const inForce = all.filter((policy) => policy.effectiveFrom <= day);
  const newest = inForce.reduce<Policy | null>(
    (best, policy) => (best && best.effectiveFrom >= policy.effectiveFrom ? best : policy),
    null,
  );
  const oldest = all[0];
  if (newest) return newest;
  if (oldest) return oldest;
  throw new RangeError('no policy');
}

/** The poverty line of a year in 分 per head: that of the newest year not later; `null` before the first. */
export function povertyLineOf(policy: Policy, year: number): number | null {
  const years = Object.keys(policy.povertyLines).map(Number);
  const newest = Math.max(...years.filter((one) => one <= year));
  return policy.povertyLines[String(newest)] ?? null;
}
