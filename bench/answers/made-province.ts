import { randomFrom } from '../../examples/huaihua/random.ts';
import type { Component, Facts, Labels } from '../../shared/indicators/facts.ts';
import { countiesOf } from '../../shared/programme/areas.ts';
import { factsOf } from '../../test/api/support/county.ts';

/** What is counted of the people of one site. */
type Counts = Readonly<Record<string, number>>;

/** Indicators of employment by what they count, above and below the line; the first five are opened by site. */
const formulas: readonly (readonly [indicator: string, above: string, below: string])[] = [
  ['emp.labour_rate', 'employed', 'labour'],
  ['emp.median_wage', 'wageKnown', 'employed'],
  ['emp.willing_unemployed', 'seeking', 'labour'],
  ['emp.one_per_household', 'working', 'homes'],
  ['emp.zero_job_households', 'jobless', 'homes'],
  ['emp.local_rate', 'near', 'regionKnown'],
  ['emp.outside_province_share', 'outside', 'regionKnown'],
  ['emp.park_town_rate', 'parks', 'employed'],
  ['emp.public_post_share', 'posts', 'employed'],
  ['emp.stable_rate', 'steady', 'employed'],
  ['emp.training_coverage', 'trained', 'labour'],
  ['emp.placement_after_training', 'placed', 'trained'],
  ['emp.assisted_rate', 'helped', 'seeking'],
  ['emp.unknown_rate', 'unknown', 'labour'],
];
const bySite = 5;

/** Facts of employment of every county of Hunan, in April 2017: 12 to 26 sites each, of 15 to 110 labour persons. */
export function madeProvince(): readonly Facts[] {
  return countiesOf('43').map((area) => {
    const sites = Array.from({ length: randomFrom(area).int(12, 26) }, (_, index) => `${area}/J${index + 1}`);
    const counted = [...sites, 'scattered', 'unknown'].map((site) => ({
      site,
      counts: countsAt(area, site),
    }));
    const components = formulas.flatMap(([indicator, above, below], index) => {
      const cell = (breakdown: Labels, all: readonly Counts[]): Component => {
        const [num, den] = [sum(all, above), sum(all, below)];
        return { indicator, parameters: {}, breakdown, num, den, n: den };
      };
      const opened = index < bySite ? counted : [];
      return [
        cell(
          {},
          counted.map(({ counts }) => counts),
        ),
        ...opened.map(({ site, counts }) => cell({ site }, [counts])),
      ];
    });
    return factsOf(area, 'emp', '2017-04', '2017-04-30', components);
  });
}

function countsAt(area: string, site: string): Counts {
  const random = randomFrom(`${area} ${site}`);
  const some = (of: number, share: number) =>
    Math.round(of * Math.max(0, share + (random.next() - 0.5) * 0.1));
  const labour = site === 'unknown' ? random.int(0, 12) : random.int(15, site === 'scattered' ? 900 : 110);
  const [employed, seeking, unknown] = [some(labour, 0.9), some(labour, 0.02), some(labour, 0.01)];
  const homes = Math.round(labour / 2.5);
  const jobless = Math.min(homes, random.chance(0.4) ? random.int(1, 2) : 0);
  const regionKnown = employed - random.int(0, Math.min(3, employed));
  const near = Math.min(regionKnown, some(regionKnown, 0.6));
  const trained = some(labour, 0.4);
  return {
    ...{
      labour,
      employed,
      seeking,
      unknown,
      homes,
      jobless,
      working: homes - jobless,
      regionKnown,
      near,
      trained,
    },
    wageKnown: employed - random.int(0, Math.min(6, employed)),
    outside: Math.min(regionKnown - near, random.int(0, 20)),
    parks: some(employed, 0.2),
    posts: some(employed, 0.05),
    steady: some(employed, 0.7),
    placed: some(trained, 0.7),
    helped: Math.min(seeking, some(seeking, 0.7)),
  };
}

function sum(all: readonly Counts[], name: string): number {
  return all.reduce((total, counts) => total + (counts[name] ?? 0), 0);
}
