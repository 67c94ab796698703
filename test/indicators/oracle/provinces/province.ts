import fc from 'fast-check';
import type { DatasetId } from '../../../../shared/datasets/dataset-ids.ts';
import { type Period, spanOf } from '../../../../shared/programme/periods.ts';
import type { BatchShape, Row } from '../../support/county.ts';
import { projects, targets } from './building.ts';
import { count } from './chance.ts';
import { fundLedgers, fundParties } from './funds.ts';
import { industryProjects, shares } from './industry.ts';
import { issues, responsibilities } from './matters.ts';
import { households, persons } from './people.ts';
import { progressReports } from './reports.ts';

/** A published file: a batch with its data date. */
export type Part = BatchShape & { readonly period: Period; readonly dataDate: string };

/** A made-up county: all that it has published. */
export interface County {
  readonly area: string;
  readonly parts: readonly Part[];
}

/** A made-up province, and the period it is asked about. */
export interface Province {
  readonly asked: Period;
  readonly counties: readonly County[];
}

/** What a county may have published of a dataset by the time it is asked: mostly something, now and then nothing. */
const histories: fc.Arbitrary<readonly Period[]> = fc.oneof(
  { arbitrary: fc.constant(['2017-04']), weight: 4 },
  { arbitrary: fc.constant(['2017-03', '2017-04']), weight: 3 },
  {
    arbitrary: fc.constantFrom(
      ['2017-04-X1', '2017-04-X3'],
      ['2017-02-X3', '2017-03', '2017-04-X2', '2017-04-X3'],
      ['2017-03-X3', '2017-04-X3', '2017-04'],
      ['2017-Q1', '2017-04-X3'],
      ['2016-12', '2017-05'],
      ['2017-01-X2', '2017-04', '2017-05'],
      ['2016', '2017-03-X3'],
    ),
    weight: 3,
  },
  { arbitrary: fc.constant([]), weight: 1 },
);

/** Persons are counted month by month now and then: what the month before looked like matters to them. */
const monthly: fc.Arbitrary<readonly Period[]> = fc.oneof(
  histories,
  fc.constantFrom(['2017-03', '2017-04'], ['2017-03-X3', '2017-04-X3']),
);

/** The last day of a period, or one of the nine before it that lie inside. */
function dataDateIn(period: Period): fc.Arbitrary<string> {
  const { last } = spanOf(period);
  const earlier = count(9).map((days) => {
    const day = Number(last.slice(8)) - days;
    return `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
  });
  return fc.oneof(fc.constant(last), earlier);
}

function files(
  dataset: DatasetId,
  periods: readonly Period[],
  rows: (period: Period, index: number) => fc.Arbitrary<readonly Row[]>,
): fc.Arbitrary<readonly Part[]> {
  const each = periods.map((period, index) =>
    fc
      .tuple(rows(period, index), dataDateIn(period))
      .map(([list, dataDate]): Part => ({ dataset, period, dataDate, rows: list })),
  );
  return fc.tuple(...each);
}

const anyOf = (dataset: DatasetId, rows: fc.Arbitrary<readonly Row[]>, published = histories) =>
  published.chain((periods) => files(dataset, periods, () => rows));

const ledgers = histories.chain((periods) =>
  fundLedgers(periods.length).chain((all) =>
    files('fundLedger', periods, (_, index) => fc.constant(all[index] ?? [])),
  ),
);
const tasks = fc
  .constantFrom(['2016'], ['2016', '2017'], ['2016', '2017', '2017-04'], ['2017-04-X3', '2017-05'], [])
  .chain((periods) => files('targets', periods, () => targets));

/** Whatever a county may have published. */
export const county = (area: string): fc.Arbitrary<County> =>
  fc
    .tuple(
      tasks,
      anyOf('projects', projects),
      anyOf('households', households),
      anyOf('persons', persons, monthly),
      anyOf('industryProjects', industryProjects),
      anyOf('shares', shares),
      anyOf('fundParties', fundParties),
      ledgers,
      anyOf('issues', issues),
      anyOf('responsibilities', responsibilities),
      anyOf('progressReports', progressReports),
    )
    .map((parts) => ({ area, parts: parts.flat() }));

/** Counties of a made-up province; the first has a transfer task (转移就业任务) in 2017, the third one of 2016. */
export const areas = ['431221', '431222', '431223'] as const;

/** A small province: one to three counties of Huaihua's kind, asked about a period in which some of them reported. */
export const province: fc.Arbitrary<Province> = fc
  .tuple(
    fc.constantFrom('2017-04', '2017-04', '2017-04', '2017-04-X3', '2017-Q2', '2017'),
    fc.constantFrom(1, 1, 2, 2, 3),
    ...areas.map(county),
  )
  .map(([asked, size, ...counties]) => ({ asked, counties: counties.slice(0, size) }));
