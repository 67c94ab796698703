import type { Upload } from '../records/schema.ts';
import { type CountyDiff, decodeDiff, diffKey } from '../records/upload-diff.ts';
import { readUpload } from '../records/uploads.ts';
import { audience } from './etag.ts';
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

/**
 * What a caller may see of a movement. Differences behind fewer than k records are masked for everybody but a
 * county's own office and admin (design.md, Access and privacy); so far there is admin alone.
 */
function disclosed(
  movement: CountyDiff['indicators'][number],
  to: typeof audience,
): Omit<CountyDiff['indicators'][number], 'n'> {
  const { n: _, ...shown } = movement;
  switch (to) {
    case 'admin':
      return shown;
  }
}

/** `GET /v1/uploads/{id}/diff`: what publishing the upload does, or did, to rows and indicators. */
export const diff: Route = {
  parameters: [],
  async answer({ deps, pathValue }) {
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
        parts.map(({ dataset, period, outcome, against, counts, keys, added, changed }) => ({
          area,
          dataset,
          period,
          outcome,
          comparedWith: generation,
          against: against && { uploadId: against.uploadId, receivedAt: receivedAt(against.order) },
          rows: counts,
          keys,
          added: added.map(place),
          changed: changed.map(({ fields, ...row }) => ({ ...place(row), fields })),
        })),
      ),
      indicators: found.flatMap(({ area, indicators }) =>
        indicators.map((movement) => ({ area, ...disclosed(movement, audience) })),
      ),
    });
  },
};

/** The time an upload was received is the first part of its order. */
export function receivedAt(order: string): string {
  return order.split('~')[0] ?? order;
}
