import type { Component, Facts, FamilyId } from '../../../shared/indicators/facts.ts';
import { newestState, nextTime, putCommit } from '../../../shared/records/chain.ts';
import { figuresAfter } from '../../../shared/records/figures.ts';
import { contentId } from '../../../shared/records/ids.ts';
import { atPeriod, keys } from '../../../shared/records/keys.ts';
import { pack } from '../../../shared/records/packed.ts';
import type { Items } from '../../../shared/records/ports.ts';
import { newReadCache, publishedCounty, readTrees } from '../../../shared/records/read-published.ts';
import type { TreeEntry, Upload } from '../../../shared/records/schema.ts';
import { storeTrees } from '../../../shared/records/store-trees.ts';

/** The instant at which everything in these tests happens. */
export const instant = '2017-05-02T01:30:00.000Z';
export const now = () => new Date(instant);

/** Facts of a county's family at a period, with the components given. */
export function factsOf(
  area: string,
  family: FamilyId,
  period: string,
  dataDate: string,
  components: readonly Component[],
): Facts {
  const dataDates = Object.fromEntries(components.map(({ indicator }) => [indicator, dataDate]));
  return { family, area, period, dataDates, components, findings: [], alerts: [] };
}

/** What the 334 plan asks on 2017-04-21: 9/13 by the linear reading, 3/5 by step. */
const pace = { green: { num: 9, den: 13 }, amber: { num: 3, den: 5 } };

/** Start rate by households of one county: the whole and its two modes. */
export function startRate(
  planYear: number,
  concentrated: readonly [number, number],
  scattered: readonly [number, number],
): readonly Component[] {
  const cell = (breakdown: Component['breakdown'], num: number, den: number): Component => ({
    indicator: 'reloc.start_rate',
    parameters: { basis: 'households', planYear },
    breakdown,
    num,
    den,
    n: null,
    pace,
  });
  return [
    cell({}, concentrated[0] + scattered[0], concentrated[1] + scattered[1]),
    cell({ mode: 'concentrated' }, ...concentrated),
    cell({ mode: 'scattered' }, ...scattered),
  ];
}

/** Commits facts of one county, written as the publisher writes them; entries say which upload speaks. */
export async function publishFacts(
  items: Items,
  area: string,
  all: readonly Facts[],
  entries: Readonly<Record<string, TreeEntry>> = {},
  now = () => new Date(instant),
): Promise<void> {
  const parent = await newestState(items, area, now);
  const ids: Record<string, string> = {};
  for (const facts of all) {
    const text = JSON.stringify(facts);
    const id = contentId('facts', [text]);
    ids[atPeriod(facts.family, facts.period)] = id;
    const chunks = pack(Buffer.from(text));
    await items.putMany(
      chunks.map((bytes, chunk) => ({
        ...keys.facts(area, facts.family, facts.period, id, chunk),
        bytes,
        chunks: chunks.length,
        writtenAt: instant,
      })),
    );
  }
  const made = { generation: parent.generation + 1, time: nextTime(parent, now) };
  const cache = newReadCache();
  const known = publishedCounty(parent, await readTrees(items, cache, Object.values(parent.trees))).facts;
  await putCommit(
    items,
    {
      area,
      ...made,
      parent: parent.generation === 0 ? null : parent.generation,
      cause: { kind: 'publish', uploadId: null },
      changes: [],
      trees: await storeTrees({ items, now, cache }, parent, area, entries, ids),
      figures: figuresAfter(parent, made, known, ids),
    },
    now,
  );
}

/** An upload as ingest leaves it. */
export function uploadOf(over: Partial<Upload> & Pick<Upload, 'id' | 'order'>): Upload {
  return {
    area: '431224',
    bucket: 'anju-43-inbox',
    key: '431224/2017-04-X3/projects.xlsx',
    versionId: 'v1',
    size: 1000,
    receivedAt: instant,
    state: 'accepted',
    sha256: 'ab',
    parts: [],
    sheets: ['Sheet1'],
    findings: { error: 0, warning: 0, note: 0 },
    ...over,
  };
}

/** Stores an upload with its pointer. */
export async function storeUpload(items: Items, upload: Upload): Promise<void> {
  const { id, area, order } = upload;
  const pointer = JSON.stringify({ area, order });
  await items.put({ ...keys.uploadPointer(id), body: pointer, writtenAt: instant });
  await items.put({ ...keys.upload(area, order, id), body: JSON.stringify(upload), writtenAt: instant });
}

/** What stands with a part that is held back: it lacks seven of ten published records. */
export const largeRemoval = {
  code: 'LARGE_REMOVAL',
  against: 'u0',
  published: 10,
  removed: 7,
  limitPercent: 20,
  at: instant,
} as const;
