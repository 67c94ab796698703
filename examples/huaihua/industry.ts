import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';
import type { Household } from './households.ts';
import { cardNumber, creditCode } from './identities.ts';
import type { IndustryProject, Model, Sector, Share } from './industry-project.ts';
import { firmName } from './names.ts';
import { type Random, randomFrom } from './random.ts';
import { withShareBreaches } from './share-breaches.ts';

interface Trade {
  readonly product: string;
  readonly sector: Sector;
  readonly business: string;
  readonly kind: '91' | '93';
  readonly model: Model;
}

const trades: readonly Trade[] = [
  { product: '茶叶基地', sector: 'crop', business: '茶业有限公司', kind: '91', model: 'company_base_farmer' },
  {
    product: '生态养殖',
    sector: 'livestock',
    business: '养殖专业合作社',
    kind: '93',
    model: 'company_coop_farmer',
  },
  {
    product: '油茶基地',
    sector: 'forestry',
    business: '林业有限公司',
    kind: '91',
    model: 'company_base_farmer',
  },
  {
    product: '石林花海',
    sector: 'tourism',
    business: '旅游有限公司',
    kind: '91',
    model: 'village_company_base_poor',
  },
  {
    product: '柑橘加工',
    sector: 'processing',
    business: '果业有限公司',
    kind: '91',
    model: 'company_base_farmer',
  },
  {
    product: '中药材种植',
    sector: 'crop',
    business: '药材专业合作社',
    kind: '93',
    model: 'company_coop_farmer',
  },
];

/** The village collective of the article: 鹤城区黄岩, 村集体+公司+基地+贫困户. */
const tourismFirst = new Set(['431202', '431224']);

function shareOf(id: string, household: Household, rate: number, random: Random, issued: number): Share {
  const principalYuan = random.int(14, 26) * 500;
  const dueYuan = (principalYuan * rate) / 100;
  const late = random.chance(0.045);
  const paidYuan = late ? (random.chance(0.5) ? 0 : dueYuan / 2) : dueYuan;
  const paidDate = paidYuan > 0 ? addDays('2016-12-05', random.int(0, 24)) : null;
  const certificateNo = `${id}-${String(issued).padStart(4, '0')}`;
  const card = cardNumber(Number(household.project.county.code) * 100_000 + household.serial);
  return { industryId: id, household, principalYuan, certificateNo, dueYuan, paidYuan, paidDate, card };
}

/** Agreements run for some years; the second of a county runs out within the year. */
const endOf = (index: number, year: number): Day => (index === 1 ? '2017-12-31' : `${year}-08-31`);

/**
 * A county's industry projects with their shares: some 86 % of the households moved in 2016 hold one, fewer where
 * houses were bought far from the bases. No rule is broken but by what is `planted`.
 */
export function industryOf(
  county: County,
  households: readonly Household[],
  planted = true,
): IndustryProject[] {
  const random = randomFrom(`${county.code}/industry`);
  const moved = households.filter((household) => household.project.planYear === 2016);
  const count = Math.min(trades.length, Math.max(1, Math.round(moved.length / 160)));
  const offset = tourismFirst.has(county.code) ? 3 : random.int(0, 2);
  const holders: Household[][] = Array.from({ length: count }, () => []);
  for (const household of moved) {
    if (random.chance(household.project.bought ? 0.15 : 0.86))
      holders[random.int(0, count - 1)]?.push(household);
  }
  const projects = holders.map((own, i): IndustryProject => {
    const trade = trades[(offset + i) % trades.length];
    if (!trade) throw new RangeError('no trade left');
    const id = `${county.code}-CY${String(i + 1).padStart(2, '0')}`;
    const guaranteedPercent = random.int(5, 9);
    const shares = own.map((household, n) => shareOf(id, household, guaranteedPercent, random, n + 1));
    const principal = shares.reduce((sum, share) => sum + share.principalYuan, 0);
    const convertedYuan = Math.ceil(principal / 0.96 / 10_000) * 10_000;
    const fiscalYuan = Math.ceil(convertedYuan / (0.78 + random.next() * 0.16) / 10_000) * 10_000;
    const inSites = own.filter((household) => household.project.mode === 'concentrated');
    const site = inSites[random.int(0, Math.max(0, inSites.length - 1))]?.project;
    const place = site?.township.slice(0, 2) ?? county.sign;
    return {
      id,
      name: `${place}${trade.product}`,
      county,
      model: trade.model,
      entity: firmName(place, trade.business),
      uscc: creditCode(trade.kind, (Number(county.code) % 1000) * 100 + i + 1),
      sector: trade.sector,
      siteId: site?.id ?? null,
      fiscalYuan,
      convertedYuan,
      capitalYuan: Math.round(fiscalYuan * (0.8 + random.next() * 1.6) * 1e-4) * 10_000,
      agreementNo: `${county.sign}股〔2016〕${i + 1}号`,
      agreementStart: '2016-09-01',
      agreementEnd: endOf(i, 2019 + random.int(0, 2)),
      isDebtLike: i === 2,
      guaranteedPercent,
      profitYuan: Math.round(fiscalYuan * (random.next() * 0.3 - 0.02) * 1e-2) * 100,
      shares,
    };
  });
  return planted ? withShareBreaches(county.code, projects) : projects;
}
