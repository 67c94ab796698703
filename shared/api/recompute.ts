import { isWithin } from '../programme/areas.ts';
import { parsePeriod, periodForms } from '../programme/periods.ts';
import type { PublishMessage } from '../records/events.ts';
import { readHeads } from '../records/read-published.ts';
import { recomputationsFrom } from '../records/recomputations.ts';
import { recomputeBody } from './http/bodies.ts';
import type { Route } from './http/http.ts';
import { queryError, refuse } from './http/problem.ts';
import { readBody } from './http/read-body.ts';
import { readAreas } from './query/read-areas.ts';

/**
 * `POST /v1/recompute` with `{ "from": "2017-04" }`: has the periods of every county of the principal's area, or of
 * `?area=` within it, that end on or after that one's first day computed anew under the catalogue and policy of
 * today. One message for each county and year, one commit each; answered at once (202) with how many were sent.
 * Sent twice it changes nothing.
 */
export const recompute: Route = {
  async answer({ deps, principal, query, body: text }) {
    const read = readBody(text, recomputeBody);
    if ('problem' in read) return read.problem;
    const { from } = read.value;
    if (!parsePeriod(from)) {
      const facts = { in: 'body', name: 'from', value: from, allowed: periodForms } as const;
      return refuse([queryError({ ...facts, code: 'unknown_period' })]);
    }
    const { areas, errors } = readAreas(query.get('area') ?? principal.area, deps.province);
    if (errors.length > 0) return refuse(errors);
    const heads = [...(await readHeads(deps.items))];
    const within = heads.filter(([county]) => areas.some((area) => isWithin(county, area)));
    const asked = recomputationsFrom(new Map(within), from);
    for (const one of asked) {
      const message: PublishMessage = { kind: 'recompute', ...one };
      await deps.publishQueue.send(JSON.stringify(message));
    }
    return { kind: 'accepted', location: '/v1/health', document: { from, queued: asked.length } };
  },
};
