import type { County } from './counties.ts';
import { counties } from './counties.ts';
import { creditCode } from './identities.ts';
import { firmName, placeName } from './names.ts';
import type { Party, Role } from './party.ts';
import { pilotAccount } from './pilots.ts';
import { randomFrom } from './random.ts';

const business: Readonly<Partial<Record<Role, string>>> = {
  contractor: '建筑工程有限公司',
  supervisor: '工程监理有限公司',
  designer: '建筑设计有限公司',
};

/** On purpose: the supervisor of 中方 is paid on an account of a person. */
const paidPersonally = new Set(['431221']);

/**
 * A county's registry: the provincial platform, the county entity with its one dedicated account (专户), the
 * treasury, and the builders. The dedicated account comes first, that of a pilot last.
 */
export function partiesOf(county: County): Party[] {
  const random = randomFrom(`${county.code}/parties`);
  const place = counties.findIndex((one) => one.code === county.code) + 1;
  const builders = Math.max(3, Math.ceil(county.sites2017 / 3));
  const roles: Role[] = [
    'county_entity',
    'provincial_platform',
    'treasury',
    ...Array<Role>(builders).fill('contractor'),
    'supervisor',
    'designer',
  ];
  const names = new Set<string>();
  const parties = roles.map((role, i): Party => {
    const shared = role === 'provincial_platform';
    const serial = shared ? 9_001 : place * 100 + i;
    return {
      county,
      id: creditCode(role === 'treasury' ? '11' : '91', serial),
      name: nameOf(role, county, () => freshFirm(names, () => placeName(random), business[role] ?? '')),
      role,
      account: `9901${shared ? '430000' : county.code}${String(serial).padStart(7, '0')}`,
      dedicated: role === 'county_entity',
      personal: role === 'supervisor' && paidPersonally.has(county.code),
      bank: role === 'county_entity' ? `农发行${county.name}支行` : `${county.name}农商行样例支行`,
      validFrom: role === 'county_entity' ? '2016-05-10' : '2016-06-01',
    };
  });
  const pilot = parties.slice(0, 1).flatMap((own) => pilotAccount(own, place * 100 + roles.length) ?? []);
  return [...parties, ...pilot];
}

function nameOf(role: Role, county: County, firm: () => string): string {
  if (role === 'county_entity') return `${county.name}样例易地扶贫搬迁开发投资有限公司`;
  if (role === 'provincial_platform') return '湖南样例易地扶贫搬迁融资有限公司';
  if (role === 'treasury') return `${county.name}财政局`;
  return firm();
}

function freshFirm(taken: Set<string>, place: () => string, suffix: string): string {
  for (;;) {
    const name = firmName(place(), suffix);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
