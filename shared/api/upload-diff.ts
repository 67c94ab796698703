import { catalogue } from '../indicators/catalogue.ts';
import { smallestGroup } from '../privacy/levels.ts';
import type { Upload } from '../records/schema.ts';
import { type CountyDiff, decodeDiff, diffKey } from '../records/upload-diff.ts';
import { readUpload } from '../records/uploads.ts';
import type { ApiDeps, Route } from './http.ts';
import { jsonAnswer } from './json-answer.ts';
import { problem } from './problem.ts';

/** The diffs of an upload, one for each of its counties that was looked at. */
export async function readDiffs(
  { reports }: Pick<ApiDeps, 'reports'>,
  { id, parts }: Upload,
): Promise<readonly CountyDiff[]> {
  const areas = new Set(parts.filter((part) => part.batch !== null).map((part) => part.area));
  const objects = await Promise.all([...areas].map((area) => reports.get(diffKey(area, id))));
  return objects.flatMap((object) => (object ? [decodeDiff(object.bytes)] : []));
}

type Movement = CountyDiff['indicators'][number];
type PartDiff = CountyDiff['parts'][number];

const personal: ReadonlySet<string> = new Set(
  catalogue.filter((indicator) => indicator.personal).map(({ id }) => id),
);
const hidden = { value: null, numerator: null, denominator: null, status: 'suppressed' } as const;

/**
 * What an audience is shown of a movement. A figure of people before and after is a difference, often of few, and
 * stands in no released cube: who is shown only what k stand behind asks `/v1/data` for it.
 */
function disclosedMovement({ n: _, ...shown }: Movement, k: number | null): Omit<Movement, 'n'> {
  if (k === null || !personal.has(shown.indicator)) return shown;
  return { ...shown, before: shown.before && hidden, after: shown.after && hidden };
}

/** What an audience is shown of the rows that differ: nothing where fewer than k of them do. */
function disclosedRows({ counts, keys, added, changed }: PartDiff, k: number | null) {
  const differing = counts.added + counts.changed + counts.removed;
  if (k !== null && 0 < differing && differing < k) return { rows: null, keys: null, added: [], changed: [] };
  return { rows: counts, keys, added, changed };
}

/** `GET /v1/uploads/{id}/diff`: what publishing the upload does, or did, to rows and indicators. */
export const diff: Route = {
  parameters: [],
  async answer({ deps, audience, pathValue }) {
    const k = smallestGroup(audience);
    const record = await readUpload(deps.items, pathValue);
    if (!record) return problem('upload_not_found', pathValue);
    const found = await readDiffs(deps, record);
    if (found.length === 0) return problem('diff_not_found', pathValue);
    const place = ({ sheet, row }: { readonly sheet: number; readonly row: number }) => ({
      sheet: record.sheets[sheet] ?? null,
      row,
    });
    return jsonAnswer({
      uploadId: record.id,
      parts: found.flatMap(({ area, generation, parts }) =>
        parts.map((part) => {
          const { dataset, period, outcome, against } = part;
          const { rows, keys, added, changed } = disclosedRows(part, k);
          return {
            area,
            dataset,
            period,
            outcome,
            comparedWith: generation,
            against: against && { uploadId: against.uploadId, receivedAt: receivedAt(against.order) },
            rows,
            keys,
            added: added.map(place),
            changed: changed.map(({ fields, ...row }) => ({ ...place(row), fields })),
          };
        }),
      ),
      indicators: found.flatMap(({ area, indicators }) =>
        indicators.map((movement) => ({ area, ...disclosedMovement(movement, k) })),
      ),
    });
  },
};

/** The time an upload was received is the first part of its order. */
export function receivedAt(order: string): string {
  return order.split('~')[0] ?? order;
}
