import { addDays, type Day, dayNumber } from '../../shared/programme/calendar.ts';
import type { Random } from './random.ts';

/** A point of a start curve: which share of all starts lies on or before a day. */
interface Node {
  readonly share: number;
  readonly day: Day;
}

/**
 * When houses were begun, as shares of those begun at the end of the curve. For 2017 that end is
 * 2017-04-21 with 83.3 % of the plan, so 0.40 is a third of the plan by 2016-12-31 and 0.745 is 62 % by
 * 2017-03-31: ahead of the “334” nodes of 30 % and 60 %.
 */
const startCurves: Readonly<Record<number, readonly Node[]>> = {
  2016: [
    { share: 0, day: '2016-03-10' },
    { share: 0.45, day: '2016-06-20' },
    { share: 0.9, day: '2016-08-10' },
    { share: 1, day: '2016-08-22' },
  ],
  2017: [
    { share: 0, day: '2016-09-26' },
    { share: 0.4, day: '2016-12-30' },
    { share: 0.54, day: '2017-02-27' },
    { share: 0.745, day: '2017-03-30' },
    { share: 0.86, day: '2017-04-10' },
    { share: 0.95, day: '2017-04-19' },
    { share: 1, day: '2017-04-21' },
  ],
};

/** The day by which a share of a plan year's starts had happened. */
export function startDay(planYear: number, share: number): Day {
  const curve = startCurves[planYear] ?? [];
  let before = curve[0];
  for (const node of curve) {
    if (before && share <= node.share) {
      const span = node.share - before.share;
      const part = span === 0 ? 0 : (share - before.share) / span;
      return addDays(before.day, Math.round(part * (dayNumber(node.day) - dayNumber(before.day))));
    }
    before = node;
  }
  throw new RangeError(`no start curve for ${share} of ${planYear}`);
}

/** What follows the start of a house: the days a phase of building passes through. */
export interface Milestones {
  readonly start: Day;
  readonly completion: Day;
  readonly acceptance: Day;
  readonly keys: Day;
  readonly moveIn: Day;
}

/** 2016 was built in a hundred-day campaign and moved into by December; 2017 takes half a year or more. */
export function milestonesFrom(planYear: number, start: Day, random: Random): Milestones {
  const campaign = planYear === 2016;
  const completion = addDays(start, campaign ? random.int(80, 98) : random.int(186, 250));
  const acceptance = addDays(completion, random.int(4, 9));
  const keys = addDays(acceptance, random.int(1, 5));
  const settled = addDays(keys, campaign ? random.int(2, 7) : random.int(30, 60));
  return { start, completion, acceptance, keys, moveIn: settled };
}
