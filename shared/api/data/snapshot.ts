import { figuresOf } from '../../records/figures.ts';
import { contentId } from '../../records/ids.ts';
import type { Head } from '../../records/schema.ts';

/** The state of knowledge an answer rests on. */
export interface Snapshot {
  /**
   * Names the figures of the counties asked: a hash of the (county, generation) vector, each generation the one
   * that last moved a figure, and behind a dot the time of `asOf`, so that the state can be found again.
   */
  readonly snapshot: string;
  /** Time of the newest commit among them that moved a figure; `null` before the first. */
  readonly asOf: string | null;
}

/** Names the state of a set of counties; one that never published is of generation 0. */
export function snapshotOf(
  counties: readonly string[],
  published: ReadonlyMap<string, { readonly head: Head }>,
): Snapshot {
  const vector = [...new Set(counties)].sort().map((area) => {
    const head = published.get(area)?.head;
    return { area, ...(head ? figuresOf(head) : { generation: 0, time: '' }) };
  });
  const newest = vector.reduce((best, { time }) => (time > best ? time : best), '');
  const hash = contentId(
    'snapshot',
    vector.map(({ area, generation }) => `${area}@${generation}`),
  );
  const milliseconds = newest === '' ? 0 : Date.parse(newest);
  return { snapshot: `${hash}.${milliseconds.toString(36)}`, asOf: newest === '' ? null : newest };
}

/** The instant a snapshot names, or `null` when the text is no snapshot. */
export function snapshotTime(text: string): string | null {
  const [, digits = ''] = /^[\w-]{24}\.([0-9a-z]{1,9})$/.exec(text) ?? [];
  const milliseconds = digits === '' ? Number.NaN : Number.parseInt(digits, 36);
  return milliseconds <= 8.64e15 ? new Date(milliseconds).toISOString() : null;
}
