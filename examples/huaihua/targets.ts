import type { Day } from '../../shared/programme/calendar.ts';
import { published } from '../published.ts';
import type { County } from './counties.ts';
import type { Sender } from './form.ts';
import { totalsOf } from './totals.ts';

/** One line of an annual plan (任务计划). `planYear` 0 is the whole five-year plan. */
export interface TargetRow {
  readonly county: Sender;
  readonly planYear: number;
  readonly targetType: 'provincial' | 'self_raised';
  readonly mode: 'concentrated' | 'scattered' | 'all';
  readonly sites: number | null;
  readonly households: number | null;
  readonly persons: number;
  readonly docNo: string;
  readonly effectiveDate: Day;
}

/** Counties that set themselves, beyond the provincial task, what they then reached (自加压). */
const ambitious = new Set(['431222', '431224']);

/** The lines a county sends for period `2016`: the five-year task and the provincial task of 2016. */
export function targets2016(county: County): TargetRow[] {
  const totals = totalsOf(county.code);
  const base = { county, mode: 'all', sites: null } as const;
  const rows: TargetRow[] = [
    {
      ...base,
      planYear: 0,
      targetType: 'provincial',
      households: null,
      persons: totals.fiveYearPersons,
      docNo: '湘发改易搬〔2016〕88号',
      effectiveDate: '2016-03-15',
    },
    {
      ...base,
      planYear: 2016,
      targetType: 'provincial',
      households: null,
      persons: totals.task2016Persons,
      docNo: '湘发改易搬〔2016〕102号',
      effectiveDate: '2016-04-08',
    },
  ];
  if (ambitious.has(county.code)) {
    rows.push({
      ...base,
      planYear: 2016,
      targetType: 'self_raised',
      households: totals.concentrated2016.households + totals.scattered2016.households,
      persons: totals.concentrated2016.persons + totals.scattered2016.persons,
      docNo: `${county.sign}政发〔2016〕9号`,
      effectiveDate: '2016-04-20',
    });
  }
  return rows;
}

/** The lines a county sends for period `2017`: concentrated, scattered and their sum. */
export function targets2017(county: County): TargetRow[] {
  const { concentrated2017, scattered2017 } = totalsOf(county.code);
  const line = {
    county,
    planYear: 2017,
    targetType: 'provincial',
    docNo: '湘发改易搬〔2017〕15号',
    effectiveDate: '2017-01-18',
  } as const;
  const { households: h1, persons: p1 } = concentrated2017;
  const { households: h2, persons: p2 } = scattered2017;
  return [
    { ...line, mode: 'concentrated', sites: county.sites2017, households: h1, persons: p1 },
    { ...line, mode: 'scattered', sites: null, households: h2, persons: p2 },
    { ...line, mode: 'all', sites: county.sites2017, households: h1 + h2, persons: p1 + p2 },
  ];
}

/** The city, which states the tasks that the province has handed to it. */
export const city: Sender = { code: '4312', name: '怀化市' };

/** What the city's file says of 2016 where the counties' tasks add up to 21,607: two digits changed places (X1). */
export const mistyped2016 = 21_670;

const ofCity = {
  county: city,
  targetType: 'provincial',
  mode: 'all',
  sites: null,
  households: null,
} as const;

/** The lines of the city for period `2016`. */
export function cityTargets2016(): TargetRow[] {
  return [
    {
      ...ofCity,
      planYear: 0,
      persons: published.fiveYearPersons.value,
      docNo: '湘发改易搬〔2016〕88号',
      effectiveDate: '2016-03-15',
    },
    {
      ...ofCity,
      planYear: 2016,
      persons: mistyped2016,
      docNo: '湘发改易搬〔2016〕102号',
      effectiveDate: '2016-04-08',
    },
  ];
}

/** The lines of the city for period `2017`: what its counties were given, to the person. */
export function cityTargets2017(): TargetRow[] {
  const line = {
    ...ofCity,
    planYear: 2017,
    docNo: '湘发改易搬〔2017〕15号',
    effectiveDate: '2017-01-18',
  } as const;
  const { concentratedPersons, scatteredPersons, plan2017Persons } = published;
  return [
    { ...line, mode: 'concentrated', persons: concentratedPersons.value },
    { ...line, mode: 'scattered', persons: scatteredPersons.value },
    { ...line, persons: plan2017Persons.value },
  ];
}
