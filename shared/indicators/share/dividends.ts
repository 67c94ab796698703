import type { ShareLimits } from '../../programme/money-limits.ts';
import { sumOf } from '../breakdowns.ts';
import type { Component } from '../facts.ts';
import { atLeast, rational, times } from '../rational.ts';
import { groupByKey } from '../union.ts';
import type { Holding } from './equity.ts';
import type { Share } from './shares.ts';

const whole = { parameters: {}, breakdown: {}, n: null };
const holders = (shares: readonly Share[]) => new Set(shares.map(({ holder }) => holder)).size;

/** Dividends of one year: paid in time, against the principal, and per household that was due one. */
export function dividendRates(shares: readonly Share[], limits: ShareLimits): readonly Component[] {
  const due = shares.filter(({ dividendDue }) => dividendDue > 0);
  const households = holders(due);
  return [
    {
      indicator: 'share.dividend_ontime_rate',
      ...whole,
      num: due.filter((share) => isOnTime(share, limits)).length,
      den: due.length,
      n: households,
    },
    {
      indicator: 'share.yield',
      ...whole,
      num: sumOf(shares, ({ dividendPaid }) => dividendPaid),
      den: sumOf(shares, ({ principal }) => principal),
    },
    {
      indicator: 'share.mean_dividend',
      ...whole,
      num: sumOf(due, ({ dividendPaid }) => dividendPaid),
      den: households,
      n: households,
    },
  ];
}

/** Paid in full by 31 December of the dividend year (§9); paid without a date is not shown to be in time. */
function isOnTime({ year, dividendPaid, dividendDue, paidDate }: Share, limits: ShareLimits): boolean {
  return dividendPaid >= dividendDue && paidDate !== null && paidDate <= `${year}-${limits.dividendDueBy}`;
}

/** Agreements with a guaranteed dividend 保底分红 that was reached, over those with principal in the year. */
export function guaranteeMet(holdings: readonly Holding[]): Component {
  const guaranteed = [
    ...groupByKey(
      holdings.filter(({ project }) => project.guarantee !== null),
      ({ project }) => project.industryId,
    ).values(),
  ].filter((own) => sumOf(own, ({ share }) => share.principal) > 0);
  const met = guaranteed.filter((own) => {
    const guarantee = own[0]?.project.guarantee ?? rational(0);
    const paid = rational(sumOf(own, ({ share }) => share.dividendPaid));
    return atLeast(paid, times(rational(sumOf(own, ({ share }) => share.principal)), guarantee));
  });
  return { indicator: 'share.guarantee_met', ...whole, num: met.length, den: guaranteed.length };
}

/** Projects suspected to hand money out 一分了之, over those that have shares; years up to the newest of the value. */
export function equalHandout(shares: readonly Share[], limits: ShareLimits): Component {
  const projects = [...groupByKey(shares, ({ industryId }) => industryId).values()];
  const num = projects.filter((own) => isHandout(own, limits)).length;
  return { indicator: 'share.equal_handout', ...whole, num, den: projects.length };
}

/**
 * A project with many holders, all of whom got the same in the newest year whatever they had put in, or which
 * paid in one year and never since.
 */
export function isHandout(own: readonly Share[], limits: ShareLimits): boolean {
  const newest = own.reduce((year, share) => Math.max(year, share.year), 0);
  const now = own.filter(({ year }) => year === newest);
  if (holders(now) < limits.handoutHolders) return false;
  const paidYears = new Set(own.filter(({ dividendPaid }) => dividendPaid > 0).map(({ year }) => year));
  if (paidYears.size === 1 && !paidYears.has(newest)) return true;
  const [first] = now;
  if (!first || first.dividendPaid === 0) return false;
  const equal = now.every(({ dividendPaid }) => dividendPaid === first.dividendPaid);
  return equal && now.some(({ principal }) => principal !== first.principal);
}
