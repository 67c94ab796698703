import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeDescriptions } from '../../shared/api/docs/openapi/routes.ts';
import { routes } from '../../shared/contract.ts';
import { startDescribedCounty } from './support/described-county.ts';
import { holdTo } from './support/hold-to.ts';

let county: Awaited<ReturnType<typeof startDescribedCounty>>;
beforeAll(async () => {
  county = await startDescribedCounty();
});
afterAll(() => county.close());

const examples = routes.flatMap((route) =>
  routeDescriptions[route.id].examples.map(
    (example) => [`${route.method} ${route.path}: ${example.title.en}`, route, example] as const,
  ),
);

describe('an example of the OpenAPI document', () => {
  it.each(examples)('%s', async (name, route, { values, status }) => {
    const answer = await county.ask(route, Object.entries(values));
    expect(answer.status, `${name}: ${answer.body.slice(0, 500)}`).toBe(status);
    holdTo(route, answer, name);
  });

  it('is answered without a fault', () => expect(county.faults()).toEqual([]));
});
