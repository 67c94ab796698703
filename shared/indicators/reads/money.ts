import { entryColumns } from '../fund/entries.ts';
import {
  housed,
  industryKey,
  movedRegistered,
  projectName,
  type Reads,
  references,
  shareKey,
  siteName,
} from './common.ts';

/** Shares of their dividend year; the households say whose they are, and so which rows are one record. */
const shares = (...columns: readonly string[]): Reads => ({
  shares: [...shareKey, ...columns],
  households: references,
});
const industry = (...columns: readonly string[]): Reads => ({
  industryProjects: [...industryKey, ...columns],
});

/** Principal of the shares by what the projects' agreements say. */
const principal = (...columns: readonly string[]): Reads => ({
  ...shares('sharePrincipal'),
  ...industry(...columns),
});

/** Entries are told apart by all they say (R3), so each of their columns may move every sum. */
const ledger: Reads = { fundLedger: entryColumns };
const into = ['accountToken', 'isDedicated'] as const;
const dedicated = [...into, 'validFrom', 'validTo'] as const;
const circuit: Reads = {
  ...ledger,
  fundParties: [...dedicated, 'partyId', 'partyNameToken', 'role', 'isPersonal'],
  projects: [...projectName, 'filingResult'],
};
const projectMoney = (...columns: readonly string[]): Reads => ({
  ...ledger,
  fundParties: dedicated,
  projects: [...projectName, ...columns],
});

/** What the figures of industry, shares and funds read (domain.md §5.3, §5.4). */
export const moneyReads: Readonly<Record<string, Reads>> = {
  'share.conversion_rate': industry('fiscalInvested', 'convertedToShares'),
  'share.household_coverage': {
    ...shares('sharePrincipal'),
    households: [...references, ...movedRegistered, ...housed],
    projects: siteName,
  },
  'share.industry_coverage': {
    ...shares('sharePrincipal'),
    households: [...references, ...movedRegistered, ...housed],
    persons: [...references, 'employmentStatus', 'employmentForm'],
    projects: siteName,
  },
  'share.site_industry_coverage': { ...industry('projectId'), projects: [...projectName, 'mode'] },
  'share.dividend_paid_rate': shares('dividendDue', 'dividendPaid'),
  'share.dividend_ontime_rate': shares('dividendDue', 'dividendPaid', 'paidDate'),
  'share.mean_dividend': shares('dividendDue', 'dividendPaid'),
  'share.yield': shares('sharePrincipal', 'dividendPaid'),
  'share.equal_handout': shares('sharePrincipal', 'dividendPaid'),
  'share.guarantee_met': { ...shares('sharePrincipal', 'dividendPaid'), ...industry('guaranteedRate') },
  'share.quantified_rate': { ...shares('sharePrincipal', 'shareSource'), ...industry('convertedToShares') },
  'share.link_rate_funds': { ...shares(), ...industry('agreementNo', 'fiscalInvested') },
  'share.poverty_ratio': industry('convertedToShares', 'entityCapital'),
  'share.debt_like': principal('buyback', 'guaranteedRate', 'equityRegistered'),
  'share.maturity_12m': principal('agreementEnd'),
  'share.overdue_principal': principal('agreementEnd'),
  'share.concentration': industry('entityUscc', 'fiscalInvested'),
  'share.hhi': industry('entityUscc', 'fiscalInvested'),
  'share.loss_exposure': industry('fiscalInvested', 'netProfit'),
  'share.model_mix': industry('model', 'fiscalInvested'),
  'fund.allocation_rate': ledger,
  'fund.full_closure_rate': ledger,
  'fund.arrival_rate': { ...ledger, fundParties: into },
  'fund.disbursement_rate': {
    ...ledger,
    fundParties: dedicated,
    projects: ['plannedHouseholds', 'completedHouseholds'],
  },
  'fund.budget_execution': { ...ledger, fundParties: dedicated },
  'fund.closed_loop_rate': circuit,
  'fund.leak_ratio': circuit,
  'fund.leak_amount': circuit,
  'fund.orphan_ratio': { ...ledger, fundParties: [], projects: [...projectName, 'filingResult'] },
  'fund.traceability': {
    ...ledger,
    fundParties: ['accountToken', 'partyNameToken', 'role'],
    projects: projectName,
  },
  'fund.settlement_rate': projectMoney('acceptanceDate'),
  'fund.overrun_projects': projectMoney('approvedInvestment'),
  'fund.progress_match': projectMoney('approvedInvestment', 'plannedHouseholds', 'completedHouseholds'),
  'fund.reconciled_accounts': { ...ledger, fundParties: dedicated },
  'fund.reconciliation_gap': { ...ledger, fundParties: dedicated },
  'fund.idle_ratio_12m': { ...ledger, fundParties: into },
  'fund.idle_ratio_24m': { ...ledger, fundParties: into },
  'fund.selfraise_compliance': {
    households: ['selfRaised', 'familySize', ...housed],
    projects: siteName,
  },
};
