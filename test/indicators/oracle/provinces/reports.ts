import fc from 'fast-check';
import type { Row } from '../../support/county.ts';
import { count, hushed, keyed, maybe } from './chance.ts';

/** Made-up progress reports 进度报表: the totals of a mode, or of both together, as a county types them. */

/** A rate as typed, or as the quotient of a spreadsheet. */
const rate = fc.oneof(
  count(1_000).map((n) => n / 1_000),
  fc.tuple(count(300), count(300, 1)).map(([part, whole]) => Math.min(part, whole) / whole),
);

const totals = fc.record({
  mode: fc.constantFrom('concentrated', 'scattered', 'all'),
  startRate: maybe(rate),
  completionRate: maybe(rate),
  startedHouseholds: maybe(count(120)),
  completedHouseholds: maybe(count(60)),
  occupiedHouseholds: maybe(count(40)),
  fundsReceived: maybe(count(4_000)),
  fundsPaid: maybe(count(3_000)),
});

export const progressReports: fc.Arbitrary<readonly Row[]> = hushed(
  keyed(totals, ({ mode }) => mode, 3),
  ['startRate', 'startedHouseholds', 'fundsReceived', 'fundsPaid'],
);
