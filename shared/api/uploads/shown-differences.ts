import { catalogue } from '../../indicators/catalogue.ts';
import type { CountyDiff } from '../../records/upload-diff.ts';

type Movement = CountyDiff['indicators'][number];
type PartDiff = CountyDiff['parts'][number];

/** Rows of a part that differ, by number and place; `null` where the numbers are suppressed. */
interface ShownRows extends Pick<PartDiff, 'added' | 'changed'> {
  readonly rows: PartDiff['counts'] | null;
  readonly keys: PartDiff['keys'] | null;
}

const personal: ReadonlySet<string> = new Set(
  catalogue.filter((indicator) => indicator.personal).map(({ id }) => id),
);
const hidden = { value: null, numerator: null, denominator: null, status: 'suppressed' } as const;

/**
 * What an audience is shown of a movement. A figure of people before and after is a difference, often of few, and
 * stands in no released cube: who is shown only what k stand behind asks `/v1/data` for it.
 */
export function shownMovement({ n: _, ...shown }: Movement, k: number | null): Omit<Movement, 'n'> {
  if (k === null || !personal.has(shown.indicator)) return shown;
  return { ...shown, before: shown.before && hidden, after: shown.after && hidden };
}

/** What an audience is shown of the rows that differ: nothing where fewer than k of them do. */
export function shownRows({ counts, keys, added, changed }: PartDiff, k: number | null): ShownRows {
  const differing = counts.added + counts.changed + counts.removed;
  if (k !== null && 0 < differing && differing < k) return { rows: null, keys: null, added: [], changed: [] };
  return { rows: counts, keys, added, changed };
}
