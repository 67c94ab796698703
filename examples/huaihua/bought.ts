import { addDays, type Day } from '../../shared/programme/calendar.ts';
import type { Mode, Phase } from './phase.ts';
import { type Random, randomFrom } from './random.ts';
import type { Milestones } from './schedule.ts';

/** A scattered batch, by its place in the county from 0. */
interface Batch {
  readonly county: string;
  readonly planYear: number;
  readonly mode: Mode;
  readonly index: number;
}

/**
 * Which batch of 2016 moved into houses that stood already and were bought for it (以购代建), by county. These
 * households alone have lived in the new home for twelve months by 2017-04-21, so that the ladder has rungs above
 * the first, and their projects alone have been accepted for as long.
 */
const lived: Readonly<Record<string, number>> = { '431221': 0, '431229': 1 };

/** And whose first families of 2017 got such houses in the autumn, but wait for the end of the school year. */
const empty: Readonly<Record<string, number>> = { '431228': 13 };
const schoolEnds = '2017-07-01';

/** Whether all houses of a batch are bought, not built. */
export function isBought({ county, planYear, mode, index }: Batch): boolean {
  return planYear === 2016 && mode === 'scattered' && lived[county] === index;
}

/** The batch as it was built, with the days of the bought houses in the place of the built ones. */
export function withPurchases(batch: Batch, phases: readonly Phase[]): readonly Phase[] {
  const { county, planYear, mode, index } = batch;
  const random = randomFrom(`${county}/bought`);
  if (isBought(batch)) {
    return phases
      .map(({ households }) => {
        const milestones = purchase(addDays('2016-02-15', random.int(0, 18)), random);
        return { households, milestones };
      })
      .sort((a, b) => (a.milestones.start < b.milestones.start ? -1 : 1));
  }
  if (planYear !== 2017 || mode !== 'scattered' || empty[county] !== index) return phases;
  return phases.map((phase, i) =>
    i === 0 && phase.milestones
      ? { ...phase, milestones: { ...purchase(phase.milestones.start, random), moveIn: schoolEnds } }
      : phase,
  );
}

/** From the contract of sale to moving in, within 41 days. */
function purchase(start: Day, random: Random): Milestones {
  const completion = addDays(start, random.int(10, 20));
  const acceptance = addDays(completion, random.int(4, 9));
  const keys = addDays(acceptance, random.int(1, 5));
  return { start, completion, acceptance, keys, moveIn: addDays(keys, random.int(2, 7)) };
}
