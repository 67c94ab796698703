import { familyIds, type PublicationFinding } from '../../indicators/facts.ts';
import type { Finding } from '../../normalise/finding.ts';
import { atPeriod } from '../../records/keys.ts';
import { readFacts } from '../../records/read-published.ts';
import type { Upload, UploadPart } from '../../records/schema.ts';
import type { Published } from '../data/data-cells.ts';
import type { ApiDeps } from '../http/http.ts';

/** A cumulative count may fall where the file says that it corrects (X8, domain.md §4). */
const mayFallInCorrection = 'CUMULATIVE_FELL';

/**
 * What was found between records when an upload was published (design.md: ingest never reads another batch;
 * references are resolved in `indicators`). Taken from the facts at each published part's own period: one
 * finding for each listed row, of at most twenty, and one `more_findings` for the rows behind them. What the record
 * of the upload counts is what its reading found.
 */
export async function publicationFindings(
  deps: Pick<ApiDeps, 'items' | 'cache'>,
  upload: Upload,
  published: Published,
): Promise<readonly Finding[]> {
  const speaking = upload.parts.filter((part) => speaks(upload, part, published));
  const refs = speaking.flatMap(({ area, period }) =>
    familyIds.flatMap((family) => {
      const id = published.get(area)?.facts[atPeriod(family, period)];
      return id === undefined ? [] : [{ area, family, period, id }];
    }),
  );
  const facts = await readFacts(deps.items, deps.cache, refs);
  const batches = new Set(speaking.map((part) => part.batch));
  return [...facts.values()]
    .flatMap(({ findings }) => findings)
    .filter(({ batch, code }) => batches.has(batch) && !(upload.isCorrection && mayFallInCorrection === code))
    .flatMap((finding) => asFindings(finding, upload.sheets));
}

function speaks(upload: Upload, { area, dataset, period, batch }: UploadPart, published: Published): boolean {
  const entry = published.get(area)?.entries[atPeriod(dataset, period)];
  return batch !== null && entry?.batch === batch && entry.uploadId === upload.id;
}

function asFindings(
  { code, severity, dataset, count, rows }: PublicationFinding,
  sheets: readonly string[],
): readonly Finding[] {
  const shared = { severity, dataset, cell: null, field: null };
  const listed = rows.map(({ sheet, row }): Finding => {
    return { ...shared, code, sheet: sheets[sheet] ?? null, row, params: { count } };
  });
  const further = count - rows.length;
  if (further <= 0) return listed;
  const params = { of: code, count: further, listed: rows.length };
  return [...listed, { ...shared, code: 'more_findings', sheet: null, row: null, params }];
}
