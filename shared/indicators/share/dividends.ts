import type { ShareLimits } from '../../programme/money-limits.ts';
import { sumOf } from '../breakdowns.ts';
import type { TracedComponent } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { partCount } from '../part-count.ts';
import { atLeast, rational, times } from '../rational.ts';
import { component, type Rooted, tally, tallyRows } from '../trace.ts';
import { groupByKey } from '../union.ts';
import { fewestContributors } from './contributors.ts';
import type { Holding } from './equity.ts';
import type { Share } from './shares.ts';

const whole = { parameters: {}, breakdown: {}, n: null };
const holdersOf = (shares: readonly Share[]): ReadonlySet<string> =>
  new Set(shares.map(({ holder }) => holder));

/** Dividends of one year: paid in time, against the principal, and per household that was due one. */
export function dividendRates(shares: readonly Share[], limits: ShareLimits): readonly TracedComponent[] {
  const due = shares.filter(({ dividendDue }) => dividendDue > 0);
  const households = unitsOf(due, ({ holder }) => holder);
  const [onTime, late] = [
    due.filter((one) => isOnTime(one, limits)),
    due.filter((one) => !isOnTime(one, limits)),
  ];
  const holders = holdersOf(due);
  const theirs = shares.filter(({ holder }) => holders.has(holder));
  const paid = theirs.filter(({ dividendPaid }) => dividendPaid > 0);
  return [
    component(
      { ...whole, indicator: 'share.dividend_ontime_rate', n: fewestContributors([due, onTime, late]) },
      tallyRows(onTime),
      tallyRows(due),
    ),
    component(
      { indicator: 'share.yield', ...whole },
      tally(shares, ({ dividendPaid }) => dividendPaid),
      tally(shares, ({ principal }) => principal),
    ),
    component(
      { ...whole, indicator: 'share.mean_dividend', n: fewestContributors([due, paid]) },
      tally(theirs, ({ dividendPaid }) => dividendPaid),
      tallyRows(households, rowsOfUnit),
    ),
  ];
}

/** Shares that are counted as one: those of a household, of a project. */
interface ShareUnit extends Rooted {
  readonly own: readonly Share[];
}

/** Groups shares; the first row of each stands for it. */
function unitsOf(shares: readonly Share[], keyOf: (share: Share) => string): readonly ShareUnit[] {
  return [...groupByKey(shares, keyOf).values()].flatMap((own) =>
    own.slice(0, 1).map(({ origin }) => ({ origin, own })),
  );
}

const rowsOfUnit = ({ own }: ShareUnit): readonly Origin[] => own.slice(1).map(({ origin }) => origin);

/** Paid in full by 31 December of the dividend year (§9); paid without a date is not shown to be in time. */
function isOnTime({ year, dividendPaid, dividendDue, paidDate }: Share, limits: ShareLimits): boolean {
  return dividendPaid >= dividendDue && paidDate !== null && paidDate <= `${year}-${limits.dividendDueBy}`;
}

/** Agreements with a guaranteed dividend 保底分红 that was reached, over those with principal in the year. */
export function guaranteeMet(holdings: readonly Holding[]): TracedComponent {
  const guaranteed = [...groupByKey(holdings, ({ project }) => project)].flatMap(([project, own]) => {
    const { origin, guarantee } = project;
    const principal = sumOf(own, ({ share }) => share.principal);
    return guarantee !== null && principal > 0 ? [{ origin, guarantee, principal, own }] : [];
  });
  const isMet = ({ guarantee, principal, own }: (typeof guaranteed)[number]) => {
    const paid = rational(sumOf(own, ({ share }) => share.dividendPaid));
    return atLeast(paid, times(rational(principal), guarantee));
  };
  return partCount('share.guarantee_met', guaranteed, isMet, {
    personal: false,
    beside: ({ own }) => own.map(({ share }) => share.origin),
  });
}

/** Projects suspected to hand money out 一分了之, over those that have shares; years up to the newest of the value. */
export function equalHandout(shares: readonly Share[], limits: ShareLimits): TracedComponent {
  const projects = unitsOf(shares, ({ industryId }) => industryId);
  return partCount('share.equal_handout', projects, ({ own }) => isHandout(own, limits), {
    personal: false,
    beside: rowsOfUnit,
  });
}

/**
 * A project with many holders, all of whom got the same in the newest year whatever they had put in, or which
 * paid in one year and never since.
 */
export function isHandout(own: readonly Share[], limits: ShareLimits): boolean {
  const newest = own.reduce((year, share) => Math.max(year, share.year), 0);
  const now = own.filter(({ year }) => year === newest);
  if (holdersOf(now).size < limits.handoutHolders) return false;
  const paidYears = new Set(own.filter(({ dividendPaid }) => dividendPaid > 0).map(({ year }) => year));
  if (paidYears.size === 1 && !paidYears.has(newest)) return true;
  const [first] = now;
  if (!first || first.dividendPaid === 0) return false;
  const equal = now.every(({ dividendPaid }) => dividendPaid === first.dividendPaid);
  return equal && now.some(({ principal }) => principal !== first.principal);
}
