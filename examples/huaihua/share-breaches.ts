import type { ShareRuleCode } from '../../shared/indicators/share/rules.ts';
import { countyOf } from './counties.ts';
import type { IndustryProject, Share } from './industry-project.ts';
import { partiesOf } from './parties.ts';

/** An industry project, or a holding in it, on purpose against one rule. */
interface ShareBreach {
  readonly county: string;
  readonly rule: ShareRuleCode;
  readonly what: string;
  /** Which of the county's industry projects, from 0. */
  readonly nth: number;
  readonly breakIn: (project: IndustryProject, first: Share | undefined) => IndustryProject;
}

const principalOf = ({ shares }: IndustryProject) => shares.reduce((sum, one) => sum + one.principalYuan, 0);

/** Changes one share of a project. */
const sharing =
  (pick: (shares: readonly Share[]) => Share | undefined, change: (share: Share) => Share) =>
  (project: IndustryProject): IndustryProject => {
    const picked = pick(project.shares);
    if (!picked) throw new RangeError(`no share to break in ${project.id}`);
    return { ...project, shares: project.shares.map((one) => (one === picked ? change(one) : one)) };
  };

/** A small holding of the household that stands first in the county's first project. */
function alsoHeld(project: IndustryProject, first: Share | undefined): IndustryProject {
  if (!first) throw new RangeError('no holding to repeat');
  const dueYuan = 20 * project.guaranteedPercent;
  const paid = { dueYuan, paidYuan: dueYuan, paidDate: '2016-12-20' };
  const certificateNo = `${project.id}-${String(project.shares.length + 1).padStart(4, '0')}`;
  const more = { ...first, industryId: project.id, principalYuan: 2_000, certificateNo, ...paid };
  return { ...project, shares: [...project.shares, more] };
}

/** Dividends of some 22 % of the principal, all else as before. */
function highYield(project: IndustryProject): IndustryProject {
  const rate = 22;
  const scaled = (yuan: number) => (yuan / project.guaranteedPercent) * rate;
  const shares = project.shares.map((share) => ({
    ...share,
    dueYuan: scaled(share.dueYuan),
    paidYuan: scaled(share.paidYuan),
  }));
  return { ...project, shares, guaranteedPercent: rate };
}

/** The same 700 yuan for everybody, never less than the guaranteed five percent. */
function equalHandout(project: IndustryProject): IndustryProject {
  const shares = project.shares.map((share) => ({
    ...share,
    dueYuan: 700,
    paidYuan: 700,
    paidDate: share.paidDate ?? '2016-12-20',
  }));
  return { ...project, shares, guaranteedPercent: 5 };
}

const fourth = [1, 2, 3].map(
  (nth): ShareBreach => ({
    county: '431223',
    rule: 'MANY_HOLDINGS',
    what: 'one household holds shares of four projects',
    nth,
    breakIn: alsoHeld,
  }),
);

/** The credit code of the first builder in a county's register. */
function builderOf(county: string): string {
  const builder = partiesOf(countyOf(county)).find(({ role }) => role === 'contractor');
  if (!builder) throw new RangeError(`no builder in ${county}`);
  return builder.id;
}

/** Every breach of the rules on shares. */
export const shareBreaches: readonly ShareBreach[] = [
  {
    county: '431223',
    rule: 'QUANTIFIED_ABOVE_CONVERTED',
    what: 'households hold 2,000 yuan more than was converted',
    nth: 5,
    breakIn: (project) => ({ ...project, convertedYuan: principalOf(project) - 2_000 }),
  },
  ...fourth,
  {
    county: '431229',
    rule: 'OWNERSHIP_MISMATCH',
    what: 'the stated share of the poor is three points too high',
    nth: 0,
    breakIn: (project) => ({ ...project, overstatedPercent: 3 }),
  },
  {
    county: '431224',
    rule: 'NO_LINKAGE',
    what: 'one project has no agreement',
    nth: 5,
    breakIn: (project) => ({ ...project, agreementNo: null }),
  },
  {
    county: '431222',
    rule: 'PRINCIPAL_OVERDUE',
    what: 'one agreement ended in February 2017, its principal is still out',
    nth: 4,
    breakIn: (project) => ({ ...project, agreementEnd: '2017-02-28' }),
  },
  {
    county: '431271',
    rule: 'EQUAL_HANDOUT',
    what: 'everybody got 700 yuan, whatever the principal',
    nth: 0,
    breakIn: equalHandout,
  },
  {
    county: '431225',
    rule: 'YIELD_HIGH',
    what: 'one project pays 22 % of the principal',
    nth: 2,
    breakIn: highYield,
  },
  {
    county: '431227',
    rule: 'CERTIFICATE_TWICE',
    what: 'two households have one certificate number',
    nth: 1,
    breakIn: (project) =>
      sharing(
        ([, second]) => second,
        (share) => ({ ...share, certificateNo: project.shares[0]?.certificateNo ?? share.certificateNo }),
      )(project),
  },
  {
    county: '431221',
    rule: 'CASH_DIVIDEND',
    what: 'one dividend is paid in cash',
    nth: 0,
    breakIn: sharing(
      (shares) => shares.find(({ paidDate }) => paidDate !== null),
      (share) => ({ ...share, paidInCash: true }),
    ),
  },
  {
    county: '431230',
    rule: 'ENTITY_IS_CONTRACTOR',
    what: 'one industry project is run by a builder of the settlement sites',
    nth: 1,
    breakIn: (project) => ({ ...project, uscc: builderOf('431230') }),
  },
];

/** A county's industry projects after its breaches. */
export function withShareBreaches(county: string, projects: readonly IndustryProject[]): IndustryProject[] {
  const first = projects[0]?.shares[0];
  return projects.map((project, i) =>
    shareBreaches
      .filter((breach) => breach.county === county && breach.nth === i)
      .reduce((broken, { breakIn }) => breakIn(broken, first), project),
  );
}
