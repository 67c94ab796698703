import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeDescriptions } from '../../shared/api/docs/openapi/routes.ts';
import { routes } from '../../shared/contract.ts';
import { callerOf, startDescribedCounty } from './support/described-county.ts';
import { holdTo } from './support/hold-to.ts';
import {
  examplesOf,
  listOf,
  patternOf,
  type ToldParameter,
  toldParameters,
} from './support/told-parameters.ts';

type Route = (typeof routes)[number];

let county: Awaited<ReturnType<typeof startDescribedCounty>>;
beforeAll(async () => {
  county = await startDescribedCounty();
});
afterAll(() => county.close());

/** Values of a parameter as its schema in the document draws them, now and then one of no schema. */
function drawnFrom(parameter: ToldParameter): fc.Arbitrary<string> {
  const { schema } = parameter;
  const isList = schema.type === 'array';
  const list = listOf(parameter);
  const pattern = patternOf(parameter);
  const one: fc.Arbitrary<string> = list
    ? fc.constantFrom(...list)
    : schema.type === 'integer'
      ? fc.integer({ min: (schema.minimum ?? 0) - 1, max: (schema.maximum ?? 9) + 1 }).map(String)
      : pattern
        ? fc.stringMatching(new RegExp(pattern))
        : fc.string();
  const drawn = isList ? fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')) : one;
  const examples = examplesOf(parameter);
  return fc.oneof(
    { weight: 4, arbitrary: examples.length > 0 ? fc.constantFrom(...examples) : drawn },
    { weight: 4, arbitrary: drawn },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
}

/** Queries of a route: what it requires, nearly always, and some of what it may have, by chance twice. */
function queriesOf(route: Route): fc.Arbitrary<readonly (readonly [string, string])[]> {
  const parameters = toldParameters(route).filter((one) => one.in !== 'header');
  const [{ values }] = routeDescriptions[route.id].examples;
  const pairs = parameters.map((parameter) => {
    const { name, required } = parameter;
    const example = values[name];
    const value = fc.oneof(
      { weight: example === undefined ? 0 : 2, arbitrary: fc.constant(example ?? '') },
      { weight: 1, arbitrary: drawnFrom(parameter) },
    );
    // A blank in the path is another address.
    const filled = parameter.in === 'path' ? value.filter((text) => text !== '') : value;
    const pair = filled.map((text) => [[name, text] as const]);
    const isHere = fc.integer({ min: 0, max: 19 });
    return fc.tuple(isHere, pair).map(([chance, told]) => {
      if (parameter.in === 'path' || (required && chance > 0)) return told;
      return chance < 5 ? told : chance === 19 ? [...told, ...told] : [];
    });
  });
  return fc.tuple(...pairs).map((all) => all.flat());
}

const reads = routes.filter(({ method }) => method === 'GET');
const light = reads.filter(({ path }) => !/xlsx|arrow|data-files/.test(path));
const requests = fc
  .oneof(
    { weight: 12, arbitrary: fc.constantFrom(...light) },
    { weight: 1, arbitrary: fc.constantFrom(...reads) },
  )
  .chain((route) => fc.tuple(fc.constant(route), queriesOf(route)));
const callers = fc.constantFrom(
  ...[
    'admin-43',
    'admin-4312',
    'auditor-4312',
    'county-431224',
    'analyst-4312',
    'dispatcher-4312',
    'public-43',
  ].map((name) => {
    const [role = '', area = ''] = name.split('-');
    return callerOf(role, area);
  }),
);
const languages = fc.constantFrom('zh', 'en', 'fr;q=0.5, en;q=0.1', '');

describe('any query drawn from the grammar the document tells', () => {
  it('gets an answer the document tells, and never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(requests, callers, languages, async ([route, values], caller, language) => {
        const headers = { 'accept-language': language };
        const answer = await county.ask(route, values, { caller, headers });
        expect(answer.status).toBeLessThan(500);
        holdTo(route, answer, `${route.method} ${route.path} ${JSON.stringify(values)} ${caller}`);
      }),
      { numRuns: 150 },
    );
    expect(county.faults()).toEqual([]);
  });
});
