import type { Component, Facts } from '../../../shared/indicators/facts.ts';
import { startDue } from '../../../shared/programme/plan334.ts';
import { policyOn } from '../../../shared/programme/policy.ts';
import type { Items } from '../../../shared/records/ports.ts';
import { factsOf, publishFacts, storeUpload, uploadOf } from './county.ts';

/** Two counties whose projects add up to the figures of the seed article (domain.md §2, G2, G9, G10), and a third. */
export const [concentrated, scattered, third] = ['431202', '431224', '431222'] as const;

const planned = { [concentrated]: 6286, [scattered]: 9235, [third]: 0 };

/** Households started and completed of the 2017 plan, by period and data date. */
const built = [
  ['2017-03-X3', '2017-03-31', { [concentrated]: [4200, 300], [scattered]: [5000, 200] }],
  ['2017-04-X1', '2017-04-10', { [concentrated]: [4700, 600], [scattered]: [6000, 500] }],
  ['2017-04-X3', '2017-04-21', { [concentrated]: [5242, 900], [scattered]: [7693, 800] }],
] as const;

function cell(
  indicator: string,
  [num, den]: readonly [number, number],
  more: Partial<Component> = {},
): Component {
  return { indicator, parameters: {}, breakdown: {}, num, den, n: null, ...more };
}

/** Start, lead, completion and forecast of a county on a day, with what the 334 plan asks. */
export function building(
  area: string,
  period: string,
  day: string,
  [started, completed]: readonly [number, number],
  den: number,
): Facts {
  const planYear = 2017;
  const due = (reading: 'step' | 'linear') => startDue(policyOn(day), planYear, day, reading);
  const pace = { green: due('linear'), amber: due('step') };
  const lead = (plan: 'step' | 'linear') =>
    cell('reloc.start_lead_334', [started, den], {
      parameters: { plan, planYear },
      due: due(plan),
      pace,
    });
  const parameters = { basis: 'households', planYear };
  return factsOf(area, 'reloc', period, day, [
    cell('reloc.start_rate', [started, den], { parameters, pace }),
    lead('step'),
    lead('linear'),
    cell('reloc.completion_rate', [completed, den], { parameters }),
    cell('reloc.forecast_completion', [completed, den], {
      parameters: { planYear },
      gain: { num: completed * 3, den: 1 },
    }),
  ]);
}

const wan = 1_000_000;

/** The worked ledger of domain.md §5.4, in 万元, with its central money apart. */
function funds(area: string, withAccounts: boolean): Facts {
  const rates: readonly (readonly [string, number, number, number, number])[] = [
    ['fund.allocation_rate', 5550, 6050, 800, 800],
    ['fund.arrival_rate', 4540, 5550, 800, 800],
    ['fund.full_closure_rate', 2300, 6050, 0, 800],
    ...(withAccounts
      ? ([
          ['fund.disbursement_rate', 3110, 4540, 700, 800],
          ['fund.leak_amount', 100, 3140, 30, 700],
        ] as const)
      : []),
  ];
  return factsOf(
    area,
    'fund',
    '2017-04',
    '2017-04-30',
    rates.flatMap(([id, num, den, part, of]) => [
      cell(id, [num * wan, den * wan]),
      cell(id, [part * wan, of * wan], { breakdown: { source: 'central_budget' } }),
    ]),
  );
}

/** Households on each rung; few enough at the top of the second county to be hidden from an analyst. */
function climbing(area: string, counts: readonly number[]): Facts {
  const [registered = 0, ...rungs] = counts;
  const ids = ['ladder.move_out', 'ladder.settle', 'ladder.work', 'ladder.prosper'];
  return factsOf(
    area,
    'ladder',
    '2017-04',
    '2017-04-30',
    ids.flatMap((id, index) => {
      const count = rungs[index];
      return count === undefined ? [] : [cell(id, [count, registered])];
    }),
  );
}

/** Rates of employment, three of them equal, one too small to be told. */
function working(area: string, period: string, employed: number): Facts {
  return factsOf(area, 'emp', period, '2017-04-21', [cell('emp.labour_rate', [employed, 1000])]);
}

const sent = (
  area: string,
  dataset: 'projects' | 'persons' | 'fundLedger',
  period: string,
  receivedAt: string,
  id: string,
) =>
  uploadOf({
    id,
    area,
    order: `${receivedAt}~${id}~v1`,
    receivedAt,
    parts: [
      {
        area,
        dataset,
        period,
        dataDate: '2017-04-21',
        rows: 10,
        accepted: 10,
        quarantined: 0,
        ignored: 0,
        batch: `${dataset}@${period}`,
      },
    ],
  });

/** Publishes it all, and what the counties sent: on time, late, and not at all (known at 2017-05-02). `later` is of the first county besides. */
export async function publishShapedCity(items: Items, later: readonly Facts[] = []): Promise<void> {
  const reloc = (area: typeof concentrated | typeof scattered) =>
    built.map(([period, day, counts]) => building(area, period, day, counts[area], planned[area]));
  await publishFacts(items, concentrated, [
    ...reloc(concentrated),
    funds(concentrated, true),
    climbing(concentrated, [2000, 1800, 1200, 900, 300]),
    working(concentrated, '2017-04-X2', 700),
    working(concentrated, '2017-04-X3', 800),
    ...later,
  ]);
  await publishFacts(items, scattered, [
    ...reloc(scattered),
    funds(scattered, false),
    climbing(scattered, [1500, 1400, 700, 400, 3]),
    working(scattered, '2017-04-X2', 800),
    working(scattered, '2017-04-X3', 800),
  ]);
  await publishFacts(items, third, [
    climbing(third, [1000, 600, 300]),
    working(third, '2017-04-X2', 900),
    working(third, '2017-04-X3', 2),
  ]);
  const uploads = [
    sent(concentrated, 'projects', '2017-04-X1', '2017-04-11T02:00:00.000Z', 'u1'),
    sent(concentrated, 'projects', '2017-04-X2', '2017-04-23T16:00:00.000Z', 'u2'),
    sent(scattered, 'projects', '2017-04-X1', '2017-04-12T02:00:00.000Z', 'u3'),
    sent(scattered, 'persons', '2017-04', '2017-05-01T02:00:00.000Z', 'u4'),
  ];
  for (const upload of uploads) await storeUpload(items, upload);
}
