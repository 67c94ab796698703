import type { Contribution } from '../indicators/contribution.ts';
import type { PublishedDefinition } from '../indicators/definition.ts';
import type { Component, Labels } from '../indicators/facts.ts';
import type { Origin } from '../indicators/origin.ts';
import { readsOf } from '../indicators/reads/reads-of.ts';
import type { Period } from '../programme/periods.ts';
import type { PublishedCounty } from '../records/read-published.ts';
import type { Upload } from '../records/schema.ts';
import type { BatchPorts } from '../records/settle-facts.ts';
import { type SourceBatch, sourceBatches, traceFamily } from './county-figures.ts';
import { cellsOf, sheetName } from './places.ts';

/** One figure: an indicator with its parameters, whole or one value of a breakdown. */
export interface Figure {
  readonly indicator: PublishedDefinition;
  readonly parameters: Labels;
  readonly breakdown: Labels;
}

/** A county's component of a figure, or `null` where it has none. */
export function componentOf(components: readonly Component[], figure: Figure): Component | null {
  return components.find((one) => isOf(one, figure)) ?? null;
}

function isOf({ indicator, parameters, breakdown }: Component, figure: Figure): boolean {
  return (
    indicator === figure.indicator.id &&
    sameLabels(parameters, figure.parameters) &&
    sameLabels(breakdown, figure.breakdown)
  );
}

function sameLabels(a: Labels, b: Labels): boolean {
  return Object.keys({ ...a, ...b }).every((name) => String(a[name]) === String(b[name]));
}

/** Where a row stands in what the county sent. */
export interface RowReference {
  readonly upload: string;
  readonly dataset: string;
  readonly sheet: string;
  readonly row: number;
}

/** A row behind a figure with what it gives; of a figure of the policy there is no row. */
export interface FigureRecord {
  readonly area: string;
  readonly from: RowReference | 'policy';
  /** Cells of the row that the figure hangs on, by field: `花名册!K12`. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  readonly num: number;
  readonly den: number;
  readonly values: Readonly<Record<string, number>>;
  /** Rows looked at with it to decide; the first of them, and how many there are. */
  readonly beside: readonly RowReference[];
  readonly besideCount: number;
}

/** What one county's rows give to a figure. */
export interface CountyExplanation {
  /** The component as the rows give it now; `null`: none. */
  readonly component: Component | null;
  /** `null` where the family does not say. */
  readonly contributions: readonly Contribution[] | null;
  readonly sources: readonly SourceBatch[];
}

/** Walks a county's figure to the rows it was made of, by reading them again. */
export async function explainCounty(
  ports: BatchPorts,
  county: PublishedCounty,
  figure: Figure,
  period: Period,
): Promise<CountyExplanation> {
  const { family } = figure.indicator;
  const sources = sourceBatches(county, family, period);
  const traces = await traceFamily(ports, county, family, period);
  const own = traces.find(({ component }) => isOf(component, figure));
  const contributions = own ? own.contributions : [];
  return { component: own?.component ?? null, contributions, sources };
}

/** Most rows that are named beside a counted one. */
const mostBeside = 20;

/** Writes contributions as records: which upload, sheet, row and cells. Uploads are those of the county's sources. */
export function recordsOf(
  area: string,
  indicator: PublishedDefinition,
  contributions: readonly Contribution[],
  sources: readonly SourceBatch[],
  uploads: ReadonlyMap<string, Upload>,
): readonly FigureRecord[] {
  const byBatch = new Map(sources.map((source) => [source.batch, source]));
  const reads = readsOf(indicator);
  const placeOf = (origin: Origin) => {
    const source = byBatch.get(origin.batch);
    const upload = source && uploads.get(source.uploadId);
    return source && upload ? { source, upload } : null;
  };
  const referTo = (origin: Origin): readonly RowReference[] => {
    const place = placeOf(origin);
    if (!place) return [];
    const { source, upload } = place;
    const sheet = sheetName(upload, origin.sheet);
    return [{ upload: upload.id, dataset: source.dataset, sheet, row: origin.row }];
  };
  return contributions.flatMap(({ origin, num, den, values, beside }): readonly FigureRecord[] => {
    const given = { num, den, values, besideCount: beside.length };
    const others = beside.slice(0, mostBeside).flatMap(referTo);
    if (origin === null) return [{ area, from: 'policy', cells: {}, ...given, beside: others }];
    const place = placeOf(origin);
    const [from] = referTo(origin);
    if (!place || !from) return [];
    const { dataset } = place.source;
    const cells = cellsOf(place.upload, { dataset, ...origin }, reads[dataset] ?? []);
    return [{ area, from, cells, ...given, beside: others }];
  });
}
