import type { Component } from '../../../shared/indicators/facts.ts';
import type { Items } from '../../../shared/records/ports.ts';
import { factsOf, instant, publishFacts, startRate } from './county.ts';

/** Three counties of Huaihua and one of another city. */
export const counties = ['431202', '431224', '431271', '430102'] as const;

/** Periods with their data dates; not every county reports all of them. */
const reported = [
  ['2016-04-X3', '2016-04-29'],
  ['2017-03-X3', '2017-03-30'],
  ['2017-04-X1', '2017-04-10'],
  ['2017-04-X2', '2017-04-19'],
  ['2017-04-X3', '2017-04-21'],
] as const;

/** The instant of a county's `commit`th commit: an hour after the one before. */
export function commitTime(commit: number): string {
  return new Date(Date.parse(instant) + commit * 3_600_000).toISOString();
}

function plain(
  indicator: string,
  num: number,
  den: number,
  breakdown: Component['breakdown'] = {},
): Component {
  return { indicator, parameters: {}, breakdown, num, den, n: null };
}

/** Households counted twice in April's last 旬, of them few in the first county: not shown to whoever has a k. */
const overlaps: Readonly<Record<string, readonly [number, number]>> = {
  '431202': [3, 1117],
  '431224': [523, 1567],
  '431271': [719, 1327],
};

/**
 * A commit for each period a county reports: start rate, leaked money by source, households without a job, and at the
 * end those counted twice.
 */
export async function publishFigures(items: Items): Promise<void> {
  for (const [place, county] of counties.entries()) {
    const all: Parameters<typeof publishFacts>[2][number][] = [];
    for (const [step, [period, day]] of reported.entries()) {
      if ((place + step) % 4 === 3) continue;
      const started = 20 + 9 * step + 7 * place;
      const year = Number(period.slice(0, 4));
      const leaked = 123_456_789 * (place + 1) + 1_000_003 * step;
      const paid = 9_876_543_210 + step;
      const leak = (breakdown: Component['breakdown'], share: number) =>
        plain('fund.leak_amount', Math.round(leaked * share), Math.round(paid * share), breakdown);
      all.push(
        factsOf(county, 'reloc', period, day, startRate(year, [started, 90], [step + 1, 7 - place])),
        factsOf(county, 'fund', period, day, [
          leak({}, 1),
          leak({ source: 'central' }, 0.25),
          leak({ source: 'provincial' }, 0.75),
        ]),
        factsOf(county, 'emp', period, day, [plain('emp.zero_job_households', 3 * step + place, 41)]),
      );
      const [num, den] = overlaps[county] ?? [];
      if (num !== undefined && den !== undefined && period === '2017-04-X3') {
        all.push(factsOf(county, 'net', period, day, [{ ...plain('net.overlap', num, den), n: den }]));
      }
      await publishFacts(items, county, all, {}, () => new Date(commitTime(step)));
    }
  }
}
