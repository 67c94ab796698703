import type { Day } from '../../shared/programme/calendar.ts';
import type { Project } from './projects.ts';

/** Kinds of ledger entry (业务类型). */
export type EntryType =
  | 'opening'
  | 'budget'
  | 'allocate'
  | 'receive'
  | 'pay'
  | 'refund'
  | 'interest'
  | 'transfer_in'
  | 'transfer_out'
  | 'settle'
  | 'balance'
  | 'reverse';

/** Where money comes from (资金来源). */
export type Source =
  | 'central_budget'
  | 'local_bond'
  | 'special_fund'
  | 'policy_loan'
  | 'self_raised'
  | 'other';
/** What it may be spent on (资金用途). */
export type Purpose = 'housing' | 'infrastructure' | 'public_service';

/** One entry of a county's fund ledger (项目资金台账); `yuan` is a whole number of hundreds. */
export interface Entry {
  readonly no: string;
  readonly type: EntryType;
  readonly date: Day;
  readonly source: Source;
  readonly docNo: string | null;
  readonly project: Project | null;
  readonly purpose: Purpose | null;
  readonly yuan: number;
  readonly payerAccount: string | null;
  readonly payeeName: string | null;
  readonly payeeAccount: string | null;
  readonly contractNo: string | null;
  readonly voucherNo: string | null;
  readonly reverses: string | null;
  /** Payments are made directly (直接支付) unless this says otherwise. */
  readonly method?: 'cash';
}

/** An entry before it is numbered. */
export type Draft = Pick<Entry, 'type' | 'date' | 'source' | 'yuan'> & Partial<Entry>;
