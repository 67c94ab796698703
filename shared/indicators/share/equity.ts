import { addMonths, type Day } from '../../programme/calendar.ts';
import type { ShareLimits } from '../../programme/money-limits.ts';
import { slice, sumOf } from '../breakdowns.ts';
import type { Component } from '../facts.ts';
import type { IndustryProject } from './industry.ts';
import type { Share } from './shares.ts';

const whole = { parameters: {}, breakdown: {}, n: null };

/** Ratios over the industry projects alone: ownership, models, losses, concentration on few entities 垒大户. */
export function investmentRates(industry: readonly IndustryProject[]): readonly Component[] {
  const invested = ({ fiscalInvested }: IndustryProject) => fiscalInvested;
  const den = sumOf(industry, invested);
  const valued = industry.filter(({ entityCapital }) => entityCapital !== null);
  const converted = sumOf(valued, ({ convertedToShares }) => convertedToShares);
  const values = byEntity(industry);
  const largest = Object.values(values).reduce((a, b) => Math.max(a, b), 0);
  return [
    {
      indicator: 'share.poverty_ratio',
      ...whole,
      num: converted,
      den: converted + sumOf(valued, ({ entityCapital }) => entityCapital ?? 0),
    },
    { indicator: 'share.concentration', ...whole, num: largest, den, values },
    { indicator: 'share.hhi', ...whole, num: largest, den, values },
    {
      indicator: 'share.loss_exposure',
      ...whole,
      num: sumOf(
        industry.filter(({ netProfit }) => (netProfit ?? 0) < 0),
        invested,
      ),
      den,
    },
    ...slice(industry, 'model', ({ model }) => model).map(({ breakdown, rows }) => ({
      indicator: 'share.model_mix',
      ...whole,
      breakdown,
      num: sumOf(rows, invested),
      den,
    })),
  ];
}

/** Fiscal money by operating entity, whichever county it works in; keys in order. */
function byEntity(industry: readonly IndustryProject[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { entity, fiscalInvested } of industry) {
    if (fiscalInvested > 0) sums.set(entity, (sums.get(entity) ?? 0) + fiscalInvested);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A household's holding with the project it is in; what names no project of the file is not judged. */
export interface Holding {
  readonly share: Share;
  readonly project: IndustryProject;
}

/** Ratios of principal to what the projects' agreements say of it, and of projects that have shares at all. */
export function principalRates(
  industry: readonly IndustryProject[],
  holdings: readonly Holding[],
  { day, limits }: { readonly day: Day; readonly limits: ShareLimits },
): readonly Component[] {
  const principal = ({ share }: Holding) => share.principal;
  const sumWhere = (fits: (holding: Holding) => boolean) => sumOf(holdings.filter(fits), principal);
  const den = sumOf(holdings, principal);
  const held = new Set(holdings.map(({ project }) => project));
  const until = addMonths(day, limits.maturityMonths);
  const endsBy = ({ project: { agreementEnd } }: Holding, from: Day, to: Day) =>
    agreementEnd !== null && agreementEnd >= from && agreementEnd <= to;
  return [
    {
      indicator: 'share.quantified_rate',
      ...whole,
      num: sumWhere(({ share }) => share.quantified),
      den: sumOf(industry, ({ convertedToShares }) => convertedToShares),
    },
    {
      indicator: 'share.link_rate_funds',
      ...whole,
      num: sumOf(
        industry.filter((project) => project.hasAgreement && held.has(project)),
        ({ fiscalInvested }) => fiscalInvested,
      ),
      den: sumOf(industry, ({ fiscalInvested }) => fiscalInvested),
    },
    { indicator: 'share.debt_like', ...whole, num: sumWhere(({ project }) => project.debtLike), den },
    { indicator: 'share.maturity_12m', ...whole, num: sumWhere((one) => endsBy(one, day, until)), den },
    { indicator: 'share.overdue_principal', ...whole, num: sumWhere(isOverdue(day)), den },
  ];
}

/** Past the end of the agreement by the file's own dataDate, and not renewed in it. */
export function isOverdue(day: Day): (holding: Holding) => boolean {
  return ({ project: { agreementEnd } }) => agreementEnd !== null && agreementEnd < day;
}
