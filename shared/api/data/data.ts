import type { Outcome, Route, RouteCall } from '../http/http.ts';
import { negotiateRepresentation } from '../http/negotiate.ts';
import { problem } from '../http/problem.ts';
import { type Representation, representationDefinitions } from '../http/representations.ts';
import { answerData, inline, type Writer } from './data-answer.ts';
import { writeCsv } from './result/write-csv.ts';
import { writeJson } from './result/write-json.ts';
import { writeJsonstat } from './result/write-jsonstat.ts';

/** The representations that need no library: what `api` writes itself. */
export const lightWriters: Readonly<Record<'json' | 'csv' | 'jsonstat', Writer>> = {
  json: { representation: 'json', write: writeJson },
  csv: { representation: 'csv', write: (result, { withMark }) => writeCsv(result, { withMark }) },
  jsonstat: { representation: 'jsonstat', write: writeJsonstat },
};

type Light = keyof typeof lightWriters;

function isLight(representation: Representation): representation is Light {
  return Object.hasOwn(lightWriters, representation);
}

/**
 * `GET /v1/data`: indicators for areas and periods, in the representation that `Accept` asks for; workbook and
 * Arrow lie at their own addresses, which `documents` answers.
 */
export const data: Route = {
  async answer(call) {
    const wanted = negotiateRepresentation(call.headers.accept);
    if (wanted === null) {
      const allowed = Object.values(representationDefinitions).flatMap(({ accepts }) => accepts);
      return problem('not_acceptable', call.headers.accept ?? null, allowed);
    }
    return isLight(wanted) ? answerLight(call, wanted, '/v1/data') : elsewhere(call, `/v1/data.${wanted}`);
  },
};

/** `GET /v1/data.json`. */
export const dataJson: Route = lightRoute('json');
/** `GET /v1/data.csv`. */
export const dataCsv: Route = lightRoute('csv');
/** `GET /v1/data.jsonstat`. */
export const dataJsonstat: Route = lightRoute('jsonstat');

function lightRoute(representation: Light): Route {
  return {
    answer: (call) => answerLight(call, representation, `/v1/data.${representation}`),
  };
}

/** Inline as long as it may be; as a file of `documents` beyond. */
function answerLight(call: RouteCall, representation: Light, path: string): Promise<Outcome> {
  return answerData(call, lightWriters[representation], {
    path,
    ...inline,
    elsewhere: async () => elsewhere(call, `/v1/data-files/${representation}`),
  });
}

/** The same question at another address. */
function elsewhere({ query }: RouteCall, path: string): Outcome {
  return { kind: 'redirect', location: `${path}?${new URLSearchParams([...query])}` };
}
