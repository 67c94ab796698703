import * as z from 'zod';
import { parsePeriod, periodForms } from '../programme/periods.ts';
import type { PublishMessage } from '../records/events.ts';
import { readHeads } from '../records/read-published.ts';
import { recomputationsFrom } from '../records/recompute.ts';
import type { Route } from './http.ts';
import { queryError, refuse } from './problem.ts';
import { readBody } from './read-body.ts';

const body = z.strictObject({ from: z.string() });

/**
 * `POST /v1/recompute` with `{ "from": "2017-04" }`: has every county's periods that end on or after that one's
 * first day computed anew under the catalogue and policy of today. One message for each county and year, one
 * commit each; answered at once (202) with how many were sent. Sent twice it changes nothing.
 */
export const recompute: Route = {
  parameters: [],
  async answer({ deps, body: text }) {
    const read = readBody(text, body, '{"from":"2017-04"}');
    if ('problem' in read) return read.problem;
    const { from } = read.value;
    if (!parsePeriod(from)) {
      const facts = { in: 'body', name: 'from', value: from, allowed: periodForms } as const;
      return refuse([queryError({ ...facts, code: 'unknown_period' })]);
    }
    const asked = recomputationsFrom(await readHeads(deps.items), from);
    for (const one of asked) {
      const message: PublishMessage = { kind: 'recompute', ...one };
      await deps.publishQueue.send(JSON.stringify(message));
    }
    return { kind: 'accepted', location: '/v1/health', document: { from, queued: asked.length } };
  },
};
