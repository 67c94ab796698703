import type { Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import type { Household } from './households.ts';

/** How a firm, a cooperative and households work together. */
export type Model = 'company_base_farmer' | 'company_coop_farmer' | 'village_company_base_poor';

/** What is produced. */
export type Sector = 'crop' | 'livestock' | 'forestry' | 'tourism' | 'processing';

/** One base or firm that received programme money for equity of relocated households (产业项目). */
export interface IndustryProject {
  readonly id: string;
  readonly name: string;
  readonly county: County;
  readonly model: Model;
  readonly entity: string;
  readonly uscc: string;
  readonly sector: Sector;
  readonly siteId: string | null;
  readonly fiscalYuan: number;
  readonly convertedYuan: number;
  readonly capitalYuan: number;
  readonly agreementNo: string | null;
  readonly agreementStart: Day;
  readonly agreementEnd: Day;
  readonly guaranteedPercent: number;
  /** The firm buys the shares back, and the equity is not registered: debt in the guise of shares. */
  readonly isDebtLike: boolean;
  readonly profitYuan: number;
  /** Percentage points by which the stated share of the poor is too high. */
  readonly overstatedPercent?: number;
  readonly shares: readonly Share[];
}

/** One household's share in one industry project and its dividend for 2016 (入股分红). */
export interface Share {
  readonly industryId: string;
  readonly household: Household;
  readonly principalYuan: number;
  readonly certificateNo: string;
  readonly dueYuan: number;
  readonly paidYuan: number;
  readonly paidDate: Day | null;
  readonly card: string;
  /** Dividends go to the card (打卡) unless this says otherwise. */
  readonly paidInCash?: true;
}
