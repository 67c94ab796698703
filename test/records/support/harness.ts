import { table } from 'arquero';
import type { BatchInput, Facts } from '../../../shared/indicators/facts.ts';
import type { NormalisedPart } from '../../../shared/normalise/part.ts';
import { policyOn } from '../../../shared/programme/policy.ts';
import { encodeTable, storeBatch } from '../../../shared/records/batches.ts';
import { Cache } from '../../../shared/records/cache.ts';
import { readCommits } from '../../../shared/records/chain.ts';
import { uploadOrder } from '../../../shared/records/ids.ts';
import type { Items, Now, Objects } from '../../../shared/records/ports.ts';
import { newReadCache, readFacts, readPublished } from '../../../shared/records/read-published.ts';
import type { Upload } from '../../../shared/records/schema.ts';
import type { Computation, PublishPorts } from '../../../shared/records/settle-facts.ts';
import { memoryObjects } from '../../support/memory-objects.ts';

/** The county of these tests. */
export const county = '431222';

/** A computation one can see through: a family's facts at a period count the rows of the batches it reads. */
export const rowCounting: Computation = {
  families: ['reloc', 'fund'],
  catalogueVersion: 'test',
  policyOf: (_, day) => policyOn(day),
  reportedPeriods: (batches, family) => [
    ...new Set(batches.filter((one) => one.dataset === sourceOf(family)).map((one) => one.period)),
  ],
  batchesAt: (batches, family, period) =>
    batches.filter((one) => one.dataset === sourceOf(family) && one.period === period),
  compute: (family, { area, period, batches }): Facts => {
    const read = batches[sourceOf(family)] ?? [];
    const rows = read.reduce((sum, one) => sum + one.table.numRows(), 0);
    const component = { indicator: 'rows', parameters: {}, breakdown: {}, num: rows, den: 1, n: null };
    return { family, area, period, dataDates: {}, components: [component], findings: [], alerts: [] };
  },
  movements: (family, period, before, after) => {
    const readingOf = (facts: Facts | null) => {
      const [rows] = facts?.components ?? [];
      return rows ? { value: rows.num, numerator: rows.num, denominator: 1, status: 'ok' as const } : null;
    };
    const sides = { before: readingOf(before), after: readingOf(after) };
    return [{ indicator: `${family}.rows`, period, parameters: {}, unit: '', n: null, ...sides }];
  },
};

function sourceOf(family: string): 'projects' | 'fundLedger' {
  return family === 'fund' ? 'fundLedger' : 'projects';
}

/** A clock that stands still: commit times must grow all the same. */
export const stoppedClock: Now = () => new Date('2017-04-23T00:00:00Z');

export function publishPorts(items: Items, reports: Objects = memoryObjects()): PublishPorts {
  const batches = new Cache<BatchInput>(10);
  return { items, reports, now: stoppedClock, computation: rowCounting, batches, cache: newReadCache() };
}

/** An accepted upload with one part whose batch has the given number of rows. */
export interface UploadSpec {
  readonly name: string;
  /** Minute of arrival: the order. */
  readonly minute: number;
  readonly rows: number;
  readonly dataset?: 'projects' | 'fundLedger';
  readonly period?: string;
}

/** Writes the batch and gives the record of an accepted upload; equal rows give an equal batch. */
export async function acceptedUpload(items: Items, spec: UploadSpec): Promise<Upload> {
  const { dataset = 'projects', period = '2017-04-X3' } = spec;
  const batch = `batch-${dataset}-${period}-${spec.rows}`;
  const part: NormalisedPart = {
    area: county,
    dataset,
    period,
    dataDate: '2017-04-21',
    counts: { rows: spec.rows, accepted: spec.rows, quarantined: 0, ignored: 0 },
    accepted: true,
    table: table({ sourceRow: Array.from({ length: spec.rows }, (_, row) => row) }),
  };
  await storeBatch(items, batch, part, encodeTable(part.table), stoppedClock().toISOString());
  const time = new Date(Date.UTC(2017, 3, 22, 0, spec.minute)).toISOString();
  return {
    id: `upload-${spec.name}`,
    order: uploadOrder(time, spec.minute.toString(16), spec.name),
    area: county,
    bucket: 'anju-43-inbox',
    key: `${county}/${period}/${spec.name}.xlsx`,
    versionId: spec.name,
    size: 1,
    receivedAt: time,
    state: 'accepted',
    sha256: null,
    parts: [{ area: county, dataset, period, dataDate: '2017-04-21', ...part.counts, batch }],
    sheets: [],
    findings: { error: 0, warning: 0, note: 0 },
  };
}

/** What a reader of the county sees, by the path the endpoint takes: speaker and row count by entry. */
export async function visible(items: Items): Promise<Readonly<Record<string, string>>> {
  const cache = newReadCache();
  const published = (await readPublished(items, cache, [county])).get(county);
  if (!published) return {};
  const refs = Object.entries(published.facts).map(([key, id]) => {
    const [family = '', period = ''] = key.split('@');
    return { area: county, family, period, id };
  });
  const facts = await readFacts(items, cache, refs);
  const seen: Record<string, string> = {};
  for (const [key, entry] of Object.entries(published.entries))
    seen[key] = entry.batch ? entry.uploadId : 'withdrawn';
  for (const ref of refs) seen[`${ref.family}@${ref.period}`] = String(facts.get(ref.id)?.components[0]?.num);
  return seen;
}

/** Throws unless the county's commits are one line, each the child of the one before, each later than it. */
export async function assertLinear(items: Items): Promise<number> {
  const commits = await readCommits(items, county);
  commits.forEach((one, index) => {
    const before = commits[index - 1];
    if (one.generation !== index + 1) throw new Error(`generation ${one.generation} at place ${index + 1}`);
    if (one.parent !== (before?.generation ?? null))
      throw new Error(`parent ${one.parent} of ${one.generation}`);
    if (before && before.time >= one.time) throw new Error(`time stands still at ${one.generation}`);
  });
  return commits.length;
}
