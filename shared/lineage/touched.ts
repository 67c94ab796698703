import { columnsFedBy } from '../datasets/columns.ts';
import { contracts } from '../datasets/contracts.ts';
import type { DatasetId } from '../datasets/dataset-ids.ts';
import { catalogue } from '../indicators/catalogue.ts';
import type { Contribution } from '../indicators/contribution.ts';
import { type FamilyId, familyIds, type Labels } from '../indicators/facts.ts';
import type { Origin } from '../indicators/origin.ts';
import { readsOf } from '../indicators/reads/reads-of.ts';
import { batchesAt, reportedPeriods } from '../indicators/resolve.ts';
import { keyOf } from '../indicators/trace.ts';
import type { Period } from '../programme/periods.ts';
import type { PublishedCounty } from '../records/read-published.ts';
import { type BatchPorts, publishedBatches } from '../records/settle-facts.ts';
import { traceFamily } from './county-figures.ts';

/** A published figure of a county: an indicator at a reported period. */
export interface TouchedFigure {
  readonly area: string;
  readonly indicator: string;
  readonly family: FamilyId;
  readonly period: Period;
}

/** Columns of a batch that a change is about; `null`: the whole row, which may be refused or go elsewhere. */
export type ChangedColumns = readonly string[] | null;

/**
 * Columns of the batch that a cell of a field fills. The county, the period and the 截至 date say where the row
 * belongs and of when it is, so with them the whole row changes.
 */
export function columnsChangedBy(dataset: DatasetId, fieldName: string): ChangedColumns {
  const field = contracts[dataset].fields.find(({ name }) => name === fieldName);
  if (!field || field.type === 'areaCode' || field.type === 'period' || field.name === 'dataDate')
    return null;
  return columnsFedBy(field).map(({ name }) => name);
}

/**
 * The published figures that hang on columns of a batch: every indicator that reads one of them, at every reported
 * period its family reads the batch at; by family and period, oldest first. None when the batch does not speak.
 */
export function figuresTouched(
  county: PublishedCounty,
  dataset: DatasetId,
  batch: string,
  columns: ChangedColumns,
): readonly TouchedFigure[] {
  const published = publishedBatches(county.entries);
  const { area } = county.head;
  return familyIds.flatMap((family) => {
    const reading = catalogue.filter((one) => {
      const read = one.family === family ? readsOf(one)[dataset] : undefined;
      return read !== undefined && (columns === null || read.some((name) => columns.includes(name)));
    });
    if (reading.length === 0) return [];
    return reportedPeriods(published, family)
      .filter((period) => batchesAt(published, family, period).some((one) => one.batch === batch))
      .flatMap((period) => reading.map(({ id }) => ({ area, indicator: id, family, period })));
  });
}

/** What a row gives to one component of a figure; `beside`: it decides with another row that is counted. */
export interface RowPart {
  readonly parameters: Labels;
  readonly breakdown: Labels;
  readonly num: number;
  readonly den: number;
  readonly role: 'counted' | 'beside';
}

/** What a row gives to each of some figures of one county, by indicator and period; nothing: it is not counted there. */
export async function partsOfRow(
  ports: BatchPorts,
  county: PublishedCounty,
  figures: readonly TouchedFigure[],
  origin: Origin,
): Promise<ReadonlyMap<TouchedFigure, readonly RowPart[]>> {
  const wanted = keyOf(origin);
  const traced = new Map<string, ReturnType<typeof traceFamily>>();
  const parts = new Map<TouchedFigure, readonly RowPart[]>();
  for (const figure of figures) {
    const { family, period, indicator } = figure;
    const name = `${family}@${period}`;
    const traces = traced.get(name) ?? traceFamily(ports, county, family, period);
    traced.set(name, traces);
    const own = (await traces).filter(({ component }) => component.indicator === indicator);
    parts.set(
      figure,
      own.flatMap(({ component: { parameters, breakdown }, contributions }) =>
        (contributions ?? []).flatMap((one) => {
          const part = partOf(one, wanted);
          return part ? [{ parameters, breakdown, ...part }] : [];
        }),
      ),
    );
  }
  return parts;
}

function partOf({ origin, num, den, beside }: Contribution, wanted: string) {
  if (origin !== null && keyOf(origin) === wanted) {
    const isCounted = num !== 0 || den !== 0;
    return { num, den, role: isCounted ? ('counted' as const) : ('beside' as const) };
  }
  const isBeside = beside.some((one) => keyOf(one) === wanted);
  return isBeside ? { num: 0, den: 0, role: 'beside' as const } : null;
}
