import { describe, expect, it } from 'vitest';
import { openapiDocument } from '../../shared/api/docs/openapi/document.ts';
import { problemsOf } from '../../shared/api/docs/openapi/problems-of.ts';
import { routeDescriptions } from '../../shared/api/docs/openapi/routes.ts';
import { isTaken } from '../../shared/api/query/parameter.ts';
import { routeParameters } from '../../shared/api/query/route-parameters.ts';
import { routes } from '../../shared/contract.ts';
import { problemTexts } from '../../shared/messages/api-problems.ts';
import { at } from './support/hold-to.ts';

const texts = { zh: openapiDocument('zh'), en: openapiDocument('en') };

describe.each(Object.entries(texts))('the OpenAPI document in %s', (_, document) => {
  it('has every route of the contract, and no other', () => {
    const told = Object.entries(at(document, 'paths')).flatMap(([path, operations]) =>
      Object.entries(Object(operations)).map(([method, operation]) => {
        return `${method.toUpperCase()} ${path} ${Object(operation).operationId}`;
      }),
    );
    expect(told.sort()).toEqual(routes.map(({ id, method, path }) => `${method} ${path} ${id}`).sort());
  });

  it('refers to nothing that is not there', () => {
    const found = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(found.length).toBeGreaterThan(0);
    for (const [, path = ''] of found) expect(() => at(document, ...path.split('/'))).not.toThrow();
  });
});

const told = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

describe('the description of', () => {
  it.each(told)('%s names its path parameters', (_, { id, path }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect((routeDescriptions[id].path ?? []).map(({ name }) => name)).toEqual(inPath);
  });

  it.each(told)(
    '%s gives examples of parameters it has, which it takes, with all it requires',
    (_, { id }) => {
      const parameters = [...(routeDescriptions[id].path ?? []), ...routeParameters[id]];
      for (const { values } of routeDescriptions[id].examples) {
        const wrong = Object.entries(values).filter(([name, value]) => {
          const found = parameters.find((one) => one.name === name);
          return found === undefined || !isTaken(value, found.takes);
        });
        expect(wrong).toEqual([]);
        expect(Object.keys(values)).toEqual(
          expect.arrayContaining(parameters.filter(({ required }) => required).map(({ name }) => name)),
        );
      }
    },
  );

  it('every problem names a route that answers with it, but for those of no route', () => {
    const known = new Set(routes.flatMap(({ id }) => problemsOf(id)));
    const missing = Object.keys(problemTexts).filter((code) => ![...known].some((one) => one === code));
    expect(missing).toEqual(['route_not_found', 'method_not_allowed']);
  });
});
