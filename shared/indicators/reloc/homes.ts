import type { Day } from '../../programme/calendar.ts';
import { monthsBefore } from '../../programme/months.ts';
import { slice } from '../breakdowns.ts';
import type { BatchInput, TracedComponent } from '../facts.ts';
import { type Household, readHousehold } from '../household-index.ts';
import { type SiteCells, siteSlices } from '../open-sites.ts';
import { type CountedCell, partCount } from '../part-count.ts';
import { readRows } from '../rows.ts';

/**
 * What the household list says of the new home and the old one (domain.md §5.1): keys, vacancy, demolition,
 * reclamation, and the way out of poverty. A date counts from its day on; a date of the future is a plan.
 */
export interface Home extends Household {
  /** Day on which the new house was finished; `null` when it is not, or nobody has said so. */
  readonly completedOn: Day | null;
  readonly keyHanded: boolean;
  readonly demolitionAgreed: boolean;
  readonly demolished: boolean;
  readonly reclaimed: boolean;
  /** By the year of the data. */
  readonly outOfPoverty: boolean;
}

/** Reads a households batch. */
export function readHomes(batch: BatchInput): readonly Home[] {
  const year = Number(batch.dataDate.slice(0, 4));
  return readRows(batch, (cells, origin) => {
    const reached = (column: string): Day | null => {
      const day = cells.text(column);
      return day !== null && day <= batch.dataDate ? day : null;
    };
    return {
      ...readHousehold(cells, origin, batch.dataDate),
      completedOn: reached('completionDate'),
      keyHanded: reached('keyHandedDate') !== null,
      demolitionAgreed: cells.flag('demolitionAgreed') === true,
      demolished: reached('demolishedDate') !== null,
      reclaimed: (cells.number('reclaimedArea') ?? 0) > 0,
      outOfPoverty: (cells.number('outOfPovertyYear') ?? year + 1) <= year,
    };
  });
}

/** Months after completion from which an empty house counts as vacant. */
const vacantMonths = 6;

const programme = { personal: false } as const satisfies CountedCell;

/** The indicators that one household list answers at its dataDate; by site where the sites are known. */
export function homeRates(
  homes: readonly Home[],
  day: Day,
  sites: Pick<SiteCells, 'ofHousehold'> | null,
): readonly TracedComponent[] {
  const long = monthsBefore(day, vacantMonths);
  const movedIn = homes.filter((home) => home.movedIn);
  const demolished = homes.filter((home) => home.demolished);
  const agreed = movedIn.filter(({ demolitionAgreed }) => demolitionAgreed);
  const demolitionRate = (basis: string, rows: readonly Home[]) =>
    partCount('reloc.demolition_rate', rows, (home) => home.demolished, {
      ...programme,
      parameters: { basis },
    });
  const slices = [
    ...slice(homes, 'mode', ({ mode }) => mode),
    ...(sites ? siteSlices(homes, sites.ofHousehold) : []),
  ];
  return [
    ...slices.flatMap(({ breakdown, rows }) => {
      const completed = rows.filter(({ completedOn }) => completedOn !== null);
      const old = completed.filter(({ completedOn }) => completedOn !== null && completedOn <= long);
      const cell = { ...programme, breakdown };
      return [
        partCount('reloc.delivery_rate', completed, ({ keyHanded }) => keyHanded, cell),
        partCount('reloc.vacancy_6m', old, (home) => !home.movedIn, cell),
      ];
    }),
    demolitionRate('agreed', agreed),
    demolitionRate('moved_in', movedIn),
    partCount('reloc.reclamation_rate', demolished, ({ reclaimed }) => reclaimed, programme),
    partCount(
      'reloc.poverty_exit_rate',
      movedIn.filter(({ registered }) => registered),
      ({ outOfPoverty }) => outOfPoverty,
    ),
  ];
}
