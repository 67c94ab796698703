import { addMonths, type Day } from '../../programme/calendar.ts';
import type { FundLimits } from '../../programme/money-limits.ts';
import type { TracedComponent } from '../facts.ts';
import type { Origin } from '../origin.ts';
import { rational, roundHalfUp, times } from '../rational.ts';
import { component, tally, tallyRows } from '../trace.ts';
import type { ProjectMoney } from './project-money.ts';
import type { FundedProject } from './projects.ts';

const whole = { parameters: {}, breakdown: {}, n: null };

/** Settlement of what was accepted long enough ago, cost overruns, and payments against physical progress. */
export function projectRates(
  projects: readonly ProjectMoney[],
  dataDate: Day,
  limits: FundLimits,
): readonly TracedComponent[] {
  const acceptedBy = addMonths(dataDate, -limits.settledAfterMonths);
  const rooted = projects.map((money) => ({ ...money, origin: money.project.origin }));
  const ripe = rooted.filter(
    ({ project: { acceptanceDate } }) => acceptanceDate !== null && acceptanceDate <= acceptedBy,
  );
  const approved = rooted.flatMap((money) => {
    const { approvedInvestment } = money.project;
    return approvedInvestment === null ? [] : [{ ...money, approvedInvestment, cost: costOf(money) }];
  });
  const built = approved.filter(({ project }) => project.plannedHouseholds > 0);
  return [
    component(
      { indicator: 'fund.settlement_rate', ...whole },
      tally(ripe, ({ settled }) => settled, ledgerRows),
      tally(
        ripe,
        ({ paidFromDedicated, refundedIntoDedicated }) =>
          Math.max(0, paidFromDedicated - refundedIntoDedicated),
        ledgerRows,
      ),
    ),
    component(
      { indicator: 'fund.overrun_projects', ...whole },
      tallyRows(
        approved.filter(({ cost, approvedInvestment }) => cost > approvedInvestment),
        ledgerRows,
      ),
      tallyRows(approved, ledgerRows),
    ),
    component(
      { indicator: 'fund.progress_match', ...whole },
      tally(
        built,
        ({ cost, approvedInvestment, project }) => cost - earned(approvedInvestment, project),
        ledgerRows,
      ),
      tally(built, ({ approvedInvestment }) => approvedInvestment, ledgerRows),
    ),
  ];
}

const ledgerRows = ({ entries }: ProjectMoney): readonly Origin[] => entries;

/** Net of refunds, by whichever account it was paid. */
function costOf({ paid, refunded }: ProjectMoney): number {
  return paid - refunded;
}

/** The part of the approved investment that the completed households stand for, to the fen. */
function earned(
  approvedInvestment: number,
  { completedHouseholds, plannedHouseholds }: FundedProject,
): number {
  return roundHalfUp(
    times(rational(approvedInvestment), rational(completedHouseholds, plannedHouseholds)),
    0,
  );
}

/** Projects for which housing 住房 was paid. */
export function projectsWithHousing(projects: readonly ProjectMoney[]): ReadonlySet<FundedProject> {
  return new Set(
    projects
      .filter(({ payments }) => payments.some(({ purpose }) => purpose === 'housing'))
      .map(({ project }) => project),
  );
}
