import type { Audience } from '../../shared/access/roles.ts';
import { catalogue } from '../../shared/indicators/catalogue.ts';
import { areasOfProvince } from '../../shared/programme/areas.ts';

/** Something asked of the endpoint, cold: nothing of it has been read or masked before. */
export interface Question {
  readonly audience: Audience;
  readonly url: string;
}

const cities = areasOfProvince('43').filter(({ level }) => level === 'city');
const counties = cities.map(({ code }) => `children(${code})`).join();
const employment = catalogue.filter(({ family }) => family === 'emp').map(({ id }) => id);
const data = (indicators: readonly string[], area: string) =>
  `/v1/data?indicator=${indicators}&area=${area}&period=2017-04&limit=1000`;

const analyst: Audience = { k: 5 };
const everybody: Audience = { k: 10 };
/** What of employment the public may ask; its masks are made of all of it nevertheless. */
const approved = ['emp.labour_rate', 'emp.one_per_household'];

export const questions: Readonly<Record<string, Question>> = {
  'employment of every county, k = 5': { audience: analyst, url: data(employment, counties) },
  'employment of every county, k = 10': { audience: everybody, url: data(approved, counties) },
  'employment of the province, k = 5': { audience: analyst, url: data(employment, '43') },
  'completeness of 1,000 旬 of a city': {
    audience: 'own',
    url: '/v1/completeness?area=4312&period=last:1000:xun',
  },
  'employment of the province, k = 10': { audience: everybody, url: data(approved, '43') },
};
