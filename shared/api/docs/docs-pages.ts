import { type RouteId, routes } from '../../contract.ts';
import { type ProblemCode, problemTexts } from '../../messages/api-problems.ts';
import type { Language } from '../../text/languages.ts';
import type { DocumentDeps } from '../http/document-deps.ts';
import { entityTag } from '../http/etag.ts';
import type { Answer, RenderedPage, Route } from '../http/http.ts';
import { nearest } from '../http/nearest.ts';
import { problem, problemType, type QueryError, queryError, refuse } from '../http/problem.ts';
import { langParameter, pageLangParameter } from '../query/common-parameters.ts';
import { readChoice } from '../query/read-choice.ts';
import { routeParameters } from '../query/route-parameters.ts';
import { addressOf } from './openapi/address.ts';
import { byLanguage } from './openapi/by-language.ts';
import { docsData, docsProblem } from './openapi/docs-data.ts';
import { problemsOf } from './openapi/problems-of.ts';
import { routeDescriptions } from './openapi/routes.ts';

const docsIn = byLanguage(docsData);

/** `GET /docs`: every route with its parameters, answers and examples, and a form for each; no network, no script. */
export const docs: Route<DocumentDeps> = {
  async answer({ deps, query, language: preferred }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    return errors.length > 0 ? refuse(errors) : page(deps.docsPages.docs(docsIn(language)), language);
  },
};

/** `GET /docs/compose/{route}`: the request that the fields of a form make, to follow or to copy. */
export const compose: Route<DocumentDeps> = {
  async answer({ deps, query, language: preferred, pathValue, headers }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, pageLangParameter, errors) ?? preferred;
    const route = routes.find(({ id }) => id === pathValue);
    if (!route) {
      const allowed = routes.map(({ id }) => id);
      const didYouMean = nearest(pathValue, allowed);
      const facts = { in: 'path', name: 'route', value: pathValue, allowed, didYouMean } as const;
      errors.push(queryError({ ...facts, code: 'unknown_value' }));
    }
    const fields = [...query].filter(([name, value]) => name !== pageLangParameter.name && value !== '');
    if (route) errors.push(...foreignFields(route.id, fields));
    if (!route || errors.length > 0) return refuse(errors);
    const address = addressOf(route, fields);
    const { body } = routeDescriptions[route.id];
    const command = commandOf(route.method, `${originOf(headers.host)}${address}`, body?.example);
    const { id, method } = route;
    return page(deps.docsPages.composed({ language, id, method, address, command }), language);
  },
};

/** Fields that the route's form has not: whoever made the link chose their names, and a command would hold them. */
function foreignFields(
  id: RouteId,
  fields: readonly (readonly [name: string, value: string])[],
): readonly QueryError[] {
  const known = [...(routeDescriptions[id].path ?? []), ...routeParameters[id]].map(({ name }) => name);
  return fields.flatMap(([name, value]) => {
    if (known.includes(name)) return [];
    const didYouMean = nearest(name, known);
    return [queryError({ name, code: 'unknown_parameter', value, allowed: known, didYouMean })];
  });
}

/** `GET /problems/{code}`: what the `type` of a problem document leads to. */
export const problemPage: Route<DocumentDeps> = {
  async answer({ deps, query, language: preferred, pathValue }) {
    const errors: QueryError[] = [];
    const language = readChoice(query, langParameter, errors) ?? preferred;
    if (errors.length > 0) return refuse(errors);
    const codes = Object.keys(problemTexts).filter(isProblemCode);
    const code = codes.find((one) => problemType(one) === `/problems/${pathValue}`);
    if (!code) {
      const allowed = codes.map((one) => one.replaceAll('_', '-'));
      const facts = { in: 'path', name: 'code', value: pathValue, allowed } as const;
      const error = queryError({
        ...facts,
        code: 'problem_not_found',
        didYouMean: nearest(pathValue, allowed),
      });
      return { ...problem('problem_not_found', pathValue, allowed), errors: [error] };
    }
    const data = {
      language,
      ...docsProblem(code, language),
      detail: problemTexts[code].detail,
      routes: routes
        .filter(({ id }) => problemsOf(id).includes(code))
        .map(({ id, method, path }) => ({ id, name: `${method} ${path}` })),
      others: codes.map((one) => docsProblem(one, language)),
    };
    return page(deps.docsPages.problem(data), language);
  },
};

function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(problemTexts, word);
}

function page({ html, contentSecurityPolicy }: RenderedPage, language: Language): Answer {
  return {
    kind: 'answer',
    contentType: 'text/html; charset=utf-8',
    etag: entityTag({ query: '', content: [html], representation: 'html', language }),
    language,
    headers: { 'content-security-policy': contentSecurityPolicy, 'referrer-policy': 'no-referrer' },
    body: async () => html,
  };
}

/** Where a command asks: this machine as it was asked, or the proxy that signs for a province in the cloud. */
function originOf(host: string | undefined): string {
  const isLocal = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host ?? '');
  return `http://${isLocal ? host : '127.0.0.1:4320'}`;
}

/** A command of curl, its words quoted for a shell. */
function commandOf(method: string, url: string, body: unknown): string {
  const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
  const sent =
    body === undefined
      ? []
      : ['-H', quoted('content-type: application/json'), '-d', quoted(JSON.stringify(body))];
  return ['curl', ...(method === 'GET' ? [] : ['-X', method]), ...sent, quoted(url)].join(' ');
}
