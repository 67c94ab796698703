import { reports } from '../../contract.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { attachment } from '../http/file-name.ts';
import type { Outcome, Route, RouteCall } from '../http/http.ts';
import { nearest } from '../http/nearest.ts';
import { queryError, refuse } from '../http/problem.ts';
import { type Representation, representationDefinitions, representations } from '../http/representations.ts';
import { lightWriters } from './data.ts';
import { answerData, asFile, inline, type Writer } from './data-answer.ts';
import { mostObservations, tooLarge } from './data-query.ts';
import { writeArrow } from './result/write-arrow.ts';
import { writeResultXlsx } from './result/write-xlsx.ts';

/** Every representation, with the two that need a library. */
const writers: Readonly<Record<Representation, Writer>> = {
  ...lightWriters,
  xlsx: { representation: 'xlsx', write: (result, _, query) => writeResultXlsx(result, query) },
  arrow: { representation: 'arrow', write: writeArrow },
};

/** `GET /v1/data.xlsx`. */
export const dataXlsx: Route<DocumentDeps> = heavyRoute('xlsx');
/** `GET /v1/data.arrow`. */
export const dataArrow: Route<DocumentDeps> = heavyRoute('arrow');

function heavyRoute(representation: 'xlsx' | 'arrow'): Route<DocumentDeps> {
  return {
    answer: (call) =>
      answerData(call, writers[representation], {
        path: `/v1/data.${representation}`,
        ...inline,
        elsewhere: () => giveFile(call, representation),
      }),
  };
}

/**
 * `GET /v1/data-files/{representation}`: an answer of more than is sent at once, as a file that is kept for a day
 * and linked to for five minutes.
 */
export const dataFile: Route<DocumentDeps> = {
  async answer(call) {
    const found = representations.find((one) => one === call.pathValue);
    if (found) return giveFile(call, found);
    const value = call.pathValue;
    const known = { in: 'path', name: 'representation', value, allowed: representations } as const;
    return refuse([
      queryError({ ...known, code: 'unknown_value', didYouMean: nearest(value, representations) }),
    ]);
  },
};

async function giveFile(call: RouteCall<DocumentDeps>, representation: Representation): Promise<Outcome> {
  const path = `/v1/data-files/${representation}`;
  const answer = await answerData(call, writers[representation], { path, ...asFile });
  if (answer.kind === 'problem') return answer;
  const written = await answer.body();
  if (!written) return refuse([tooLarge(mostObservations + 1)]);
  const { exports } = call.deps;
  const key = `${reports.exports}${answer.etag.replaceAll('"', '')}.${representation}`;
  const { contentType } = representationDefinitions[representation];
  await exports.put(key, Buffer.from(written.body), contentType);
  const { plain, chinese } = answer.fileName;
  const method = call.method === 'HEAD' ? 'HEAD' : 'GET';
  return { kind: 'redirect', location: await exports.link(key, method, attachment(plain, chinese)) };
}
