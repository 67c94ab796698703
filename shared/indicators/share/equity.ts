import { addMonths, type Day } from '../../programme/calendar.ts';
import type { ShareLimits } from '../../programme/money-limits.ts';
import { slice } from '../breakdowns.ts';
import type { TracedComponent } from '../facts.ts';
import { component, type Tally, tally } from '../trace.ts';
import { groupByKey } from '../union.ts';
import type { IndustryProject } from './industry.ts';
import type { Share } from './shares.ts';

const whole = { parameters: {}, breakdown: {}, n: null };

/** Ratios over the industry projects alone: ownership, models, losses, concentration on few entities 垒大户. */
export function investmentRates(industry: readonly IndustryProject[]): readonly TracedComponent[] {
  const invested = ({ fiscalInvested }: IndustryProject) => fiscalInvested;
  const den = tally(industry, invested);
  const valued = industry.filter(({ entityCapital }) => entityCapital !== null);
  const values = byEntity(industry);
  const largest = Object.values(values).reduce((a, b) => (b.sum > a.sum ? b : a), tally([], invested));
  const losing = industry.filter(({ netProfit }) => (netProfit ?? 0) < 0);
  return [
    component(
      { indicator: 'share.poverty_ratio', ...whole },
      tally(valued, ({ convertedToShares }) => convertedToShares),
      tally(valued, ({ convertedToShares, entityCapital }) => convertedToShares + (entityCapital ?? 0)),
    ),
    component({ indicator: 'share.concentration', ...whole }, largest, den, { values }),
    component({ indicator: 'share.hhi', ...whole }, largest, den, { values }),
    component({ indicator: 'share.loss_exposure', ...whole }, tally(losing, invested), den),
    ...slice(industry, 'model', ({ model }) => model).map(({ breakdown, rows }) =>
      component({ indicator: 'share.model_mix', ...whole, breakdown }, tally(rows, invested), den),
    ),
  ];
}

/** Fiscal money by operating entity, whichever county it works in; keys in order. */
function byEntity(industry: readonly IndustryProject[]): Readonly<Record<string, Tally>> {
  const funded = industry.filter(({ fiscalInvested }) => fiscalInvested > 0);
  const entities = [...groupByKey(funded, ({ entity }) => entity)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entities.map(([entity, own]) => [entity, tally(own, ({ fiscalInvested }) => fiscalInvested)]),
  );
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
): readonly TracedComponent[] {
  const rooted = holdings.map(({ share, project }) => ({ origin: share.origin, share, project }));
  const ofPrincipal = (own: typeof rooted) =>
    tally(
      own,
      ({ share }) => share.principal,
      ({ project }) => [project.origin],
    );
  const sumWhere = (fits: (holding: Holding) => boolean) => ofPrincipal(rooted.filter(fits));
  const den = ofPrincipal(rooted);
  const held = groupByKey(holdings, ({ project }) => project);
  const until = addMonths(day, limits.maturityMonths);
  const endsBy = ({ project: { agreementEnd } }: Holding, from: Day, to: Day) =>
    agreementEnd !== null && agreementEnd >= from && agreementEnd <= to;
  return [
    component(
      { indicator: 'share.quantified_rate', ...whole },
      sumWhere(({ share }) => share.quantified),
      tally(industry, ({ convertedToShares }) => convertedToShares),
    ),
    component(
      { indicator: 'share.link_rate_funds', ...whole },
      tally(
        industry.filter((project) => project.hasAgreement && held.has(project)),
        ({ fiscalInvested }) => fiscalInvested,
        (project) => (held.get(project) ?? []).map(({ share }) => share.origin),
      ),
      tally(industry, ({ fiscalInvested }) => fiscalInvested),
    ),
    component(
      { indicator: 'share.debt_like', ...whole },
      sumWhere(({ project }) => project.debtLike),
      den,
    ),
    component(
      { indicator: 'share.maturity_12m', ...whole },
      sumWhere((one) => endsBy(one, day, until)),
      den,
    ),
    component({ indicator: 'share.overdue_principal', ...whole }, sumWhere(isOverdue(day)), den),
  ];
}

/** Past the end of the agreement by the file's own dataDate, and not renewed in it. */
export function isOverdue(day: Day): (holding: Holding) => boolean {
  return ({ project: { agreementEnd } }) => agreementEnd !== null && agreementEnd < day;
}
