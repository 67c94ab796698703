import type { Day } from '../../programme/calendar.ts';
import type { ShareLimits } from '../../programme/money-limits.ts';
import type { AlertLog } from '../alerts.ts';
import { sumOf } from '../breakdowns.ts';
import { groupByKey } from '../union.ts';
import { isHandout } from './dividends.ts';
import { type Holding, isOverdue } from './equity.ts';
import type { IndustryProject } from './industry.ts';
import { type ShareRuleCode, shareRules } from './rules.ts';
import { newestHoldings, type Share } from './shares.ts';

/** What the rules on shares look at. */
export interface ShareContext {
  readonly industry: readonly IndustryProject[];
  /** Shares of all years up to the period's. */
  readonly shares: readonly Share[];
  readonly holdings: readonly Holding[];
  /** Day the industry file, or else the shares, speak of. */
  readonly day: Day;
  /** Credit codes of the contractors 施工单位 in the register of the funds. */
  readonly contractors: ReadonlySet<string>;
  readonly limits: ShareLimits;
  readonly alerts: AlertLog;
}

/** Raises what the shares and industry projects of a county show against the rules. */
export function checkShares(context: ShareContext): void {
  for (const project of context.industry) checkProject(context, project);
  checkHoldings(context);
}

/** Without a shares file nothing is said of projects' shares. */
function checkProject(context: ShareContext, project: IndustryProject): void {
  const own = context.holdings.filter((holding) => holding.project === project);
  const quantified = sumOf(own, ({ share }) => (share.quantified ? share.principal : 0));
  const { convertedToShares: converted, fiscalInvested, entityCapital, statedRatio } = project;
  if (quantified > converted) raise(context, 'QUANTIFIED_ABOVE_CONVERTED', project, quantified - converted);
  if (entityCapital !== null && statedRatio !== null && converted + entityCapital > 0) {
    const thousandths = Math.round((statedRatio - converted / (converted + entityCapital)) * 1e6) / 1e3;
    if (Math.abs(thousandths) > context.limits.ownershipThousandths)
      raise(context, 'OWNERSHIP_MISMATCH', project, null);
  }
  if (context.contractors.has(project.entity))
    raise(context, 'ENTITY_IS_CONTRACTOR', project, fiscalInvested);
  if (context.shares.length === 0) return;
  if (fiscalInvested > 0 && (!project.hasAgreement || own.length === 0))
    raise(context, 'NO_LINKAGE', project, fiscalInvested);
  const overdue = sumOf(own.filter(isOverdue(context.day)), ({ share }) => share.principal);
  if (overdue > 0 && project.agreementEnd !== null)
    raise(context, 'PRINCIPAL_OVERDUE', project, overdue, project.agreementEnd);
}

function checkHoldings(context: ShareContext): void {
  const { shares, limits } = context;
  const projects = groupByKey(shares, ({ industryId }) => industryId);
  for (const [industryId, own] of projects) {
    const newest = own.reduce((year, share) => Math.max(year, share.year), 0);
    const now = own.filter(({ year }) => year === newest);
    const paid = sumOf(now, ({ dividendPaid }) => dividendPaid);
    const principal = sumOf(now, (share) => share.principal);
    if (isHandout(own, limits)) raiseRows(context, 'EQUAL_HANDOUT', { industry: industryId }, now, paid);
    if (paid * 100 > principal * limits.yieldCheckPercent)
      raiseRows(context, 'YIELD_HIGH', { industry: industryId }, now, paid);
    const cash = own.filter(({ inCash, dividendPaid }) => inCash && dividendPaid > 0);
    if (cash.length > 0)
      raiseRows(
        context,
        'CASH_DIVIDEND',
        { industry: industryId },
        cash,
        sumOf(cash, (one) => one.dividendPaid),
      );
  }
  const certified = groupByKey(
    shares.filter(({ certificateNo }) => certificateNo !== null),
    ({ certificateNo }) => certificateNo ?? '',
  );
  for (const own of certified.values()) {
    const holdings = new Set(own.map(({ industryId, holder }) => `${industryId} ${holder}`));
    if (holdings.size > 1) raiseRows(context, 'CERTIFICATE_TWICE', {}, own, null);
  }
  const valid = newestHoldings(shares, Number.POSITIVE_INFINITY).filter(({ principal }) => principal > 0);
  for (const own of groupByKey(valid, ({ holder }) => holder).values()) {
    if (own.length > limits.projectsPerHousehold) raiseRows(context, 'MANY_HOLDINGS', {}, own, null);
  }
}

function severityOf(code: ShareRuleCode): 'red' | 'amber' {
  return shareRules.find((rule) => rule.code === code)?.severity ?? 'amber';
}

function raise(
  { alerts, day }: ShareContext,
  code: ShareRuleCode,
  { industryId, origin }: IndustryProject,
  amount: number | null,
  since: Day = day,
): void {
  const object = { industry: industryId };
  alerts.raise(code, severityOf(code), {
    object,
    since,
    amount,
    dataset: 'industryProjects',
    origins: [origin],
  });
}

function raiseRows(
  { alerts, day }: ShareContext,
  code: ShareRuleCode,
  object: Readonly<Record<string, string>>,
  rows: readonly Share[],
  amount: number | null,
): void {
  const origins = rows.map(({ origin }) => origin);
  alerts.raise(code, severityOf(code), { object, since: day, amount, dataset: 'shares', origins });
}
