import type { Day } from '../../shared/programme/calendar.ts';
import type { County } from './counties.ts';

/** What a party is in the circuit of funds (domain.md §4, fundParties). */
export type Role =
  | 'provincial_platform'
  | 'county_entity'
  | 'treasury'
  | 'contractor'
  | 'supervisor'
  | 'designer';

/** One account that may pay or be paid (资金主体与专户). */
export interface Party {
  readonly county: County;
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly account: string;
  readonly dedicated: boolean;
  /** Of a person (个人账户), which only households may be paid on. */
  readonly personal: boolean;
  readonly bank: string;
  readonly validFrom: Day;
}
