import { smallestGroup } from '../../privacy/levels.ts';
import type { Upload } from '../../records/schema.ts';
import { type CountyDiff, decodeDiff, diffKey } from '../../records/upload-diff.ts';
import { readUpload } from '../../records/uploads.ts';
import type { ApiDeps, Route } from '../http/http.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import { shownMovement, shownRows } from './shown-differences.ts';

/** The diffs of an upload, one for each of its counties that was looked at. */
export async function readDiffs(
  { reports }: Pick<ApiDeps, 'reports'>,
  { id, parts }: Upload,
): Promise<readonly CountyDiff[]> {
  const areas = new Set(parts.filter((part) => part.batch !== null).map((part) => part.area));
  const objects = await Promise.all([...areas].map((area) => reports.get(diffKey(area, id))));
  return objects.flatMap((object) => (object ? [decodeDiff(object.bytes)] : []));
}

/** `GET /v1/uploads/{id}/diff`: what publishing the upload does, or did, to rows and indicators. */
export const diff: Route = {
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
          const { rows, keys, added, changed } = shownRows(part, k);
          return {
            area,
            dataset,
            period,
            outcome,
            comparedWith: generation,
            against: against && {
              uploadId: against.uploadId,
              receivedAt: receivedAt(against.order),
              period: against.period ?? period,
            },
            rows,
            keys,
            added: added.map(place),
            changed: changed.map(({ fields, ...row }) => ({ ...place(row), fields })),
          };
        }),
      ),
      indicators: found.flatMap(({ area, indicators }) =>
        indicators.map((movement) => ({ area, ...shownMovement(movement, k) })),
      ),
    });
  },
};

/** The time an upload was received is the first part of its order. */
export function receivedAt(order: string): string {
  return order.split('~')[0] ?? order;
}
