import { handBack, handbackVersion } from '../../handback/hand-back.ts';
import { privateCopyKey, xlsxType } from '../../handback/private-copies.ts';
import type { Finding } from '../../normalise/finding.ts';
import { contentId } from '../../records/ids.ts';
import type { Upload } from '../../records/schema.ts';
import { readUpload } from '../../records/uploads.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { attachment } from '../http/file-name.ts';
import type { Route } from '../http/http.ts';
import { problem } from '../http/problem.ts';
import { publicationFindings } from './publication-findings.ts';
import { standingFindings } from './standing-findings.ts';
import { publishedBehind, readFindings } from './uploads.ts';

/** Seconds after which an upload that is being read is worth asking for again. */
const retrySeconds = 5;

/**
 * `GET /v1/uploads/{id}/annotated.xlsx`: the county's own workbook with its errors marked. Made when first asked
 * for and kept for 30 days; the answer is a link to it that is good for five minutes (design.md, Access and
 * privacy).
 */
export const annotated: Route<DocumentDeps> = {
  async answer({ deps, method, pathValue }) {
    const upload = await readUpload(deps.items, pathValue);
    if (!upload) return problem('upload_not_found', pathValue);
    if (upload.state === 'received' || upload.state === 'reading') {
      return problem('upload_not_read', pathValue, [], { 'retry-after': String(retrySeconds) });
    }
    const findings = await allFindings(deps, upload);
    const content = contentId('handback', [handbackVersion, JSON.stringify(findings)]);
    const key = privateCopyKey(upload.area, upload.id, content);
    if (!(await deps.copies.has(key))) {
      const object = await deps.inbox.get(upload.key, upload.versionId);
      if (!object) return problem('workbook_gone', pathValue);
      await deps.copies.put(key, await handBack({ ...deps, bytes: object.bytes, findings }), xlsxType);
    }
    const asked = method === 'HEAD' ? 'HEAD' : 'GET';
    const location = await deps.copies.link(key, asked, attachment('annotated.xlsx', fileName(upload)));
    return { kind: 'redirect', location };
  },
};

/** What an upload's own list has, but for a file sent twice: diffs are not for `documents` to read. */
async function allFindings(deps: DocumentDeps, upload: Upload): Promise<readonly Finding[]> {
  const [published, findings] = await Promise.all([
    publishedBehind(deps, [upload]),
    readFindings(deps.reports, upload),
  ]);
  const between = await publicationFindings(deps, upload, published);
  return [...findings, ...standingFindings(upload, []), ...between];
}

/** The county's own file name with what was done to it. */
function fileName({ key }: Upload): string {
  const own = key.split('/').at(-1) ?? '';
  return `${own.replace(/\.[A-Za-z0-9]{1,5}$/, '')}（标出错误）.xlsx`;
}
