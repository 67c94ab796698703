import { contentId } from '../records/ids.ts';
import type { Head } from '../records/schema.ts';
import type { Published } from './data-cells.ts';

/** The state of knowledge an answer rests on. */
export interface Snapshot {
  /** Hash of the (county, generation) vector of the counties asked, read once. */
  readonly snapshot: string;
  /** Time of the newest commit among them; `null` before the first. */
  readonly asOf: string | null;
}

/** Names the state of a set of counties; one that never published is of generation 0. */
export function snapshotOf(counties: readonly string[], published: Published): Snapshot {
  const vector = [...new Set(counties)].sort().map((area) => {
    const head: Head | undefined = published.get(area)?.head;
    return { area, generation: head?.generation ?? 0, time: head?.time ?? '' };
  });
  const newest = vector.reduce((best, { time }) => (time > best ? time : best), '');
  return {
    snapshot: contentId(
      'snapshot',
      vector.map(({ area, generation }) => `${area}@${generation}`),
    ),
    asOf: newest === '' ? null : newest,
  };
}
