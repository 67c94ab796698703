import { mayEver } from '../../../access/actions.ts';
import { roleNames, roles } from '../../../access/roles.ts';
import { routeAccess } from '../../../access/route-access.ts';
import type { RouteId, routes } from '../../../contract.ts';
import type { ProblemCode } from '../../../messages/api-problems.ts';
import { problemTexts } from '../../../messages/api-problems.ts';
import type { Language } from '../../../text/languages.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import type { AnswerDescription, Content, RouteDescription } from './description.ts';
import { schemaOf } from './json-schema.ts';
import { referTo } from './parameters.ts';
import { problemsOf } from './problems-of.ts';
import { headersOf } from './response-headers.ts';
import { routeDescriptions } from './routes.ts';

/** One route as an OpenAPI operation, its words in one language. */
export function operationOf(route: (typeof routes)[number], language: Language): object {
  const { id } = route;
  const description = routeDescriptions[id];
  const { group, summary, detail, body, path = [], isRepeatable } = description;
  const { action } = routeAccess[id];
  const may = roleNames.filter((role) => mayEver(role, action));
  return {
    operationId: id,
    tags: [group],
    summary: summary[language],
    description: [detail?.[language] ?? summary[language], whoMay(may, language)].join('\n\n'),
    'x-anju-action': action,
    'x-anju-roles': may,
    parameters: [
      ...path.map((parameter) => referTo(parameter, 'path')),
      ...routeParameters[id].map((parameter) => referTo(parameter, 'query')),
      { $ref: '#/components/parameters/AcceptLanguage' },
      ...(isTagged(description) ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
      ...(isRepeatable ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body ? { requestBody: requestBody(body, language) } : {}),
    responses: responsesOf(route, language),
    'x-anju-examples': description.examples.map(({ title, values, status }) => ({
      title: title[language],
      values,
      status,
    })),
  };
}

function whoMay(may: readonly (keyof typeof roles)[], language: Language): string {
  if (may.length === roleNames.length) return language === 'zh' ? '所有角色可用。' : 'For every role.';
  const names = may.map((role) => roles[role][language]);
  return language === 'zh' ? `可用角色：${names.join('、')}。` : `For: ${names.join(', ')}.`;
}

function requestBody(body: NonNullable<RouteDescription['body']>, language: Language): object {
  const { schema, example, meaning } = body;
  return {
    description: meaning[language],
    required: false,
    content: { 'application/json': { schema: schemaOf(schema), example } },
  };
}

/** Whether the address itself gives an answer, with a tag by which it is not sent again. */
function isTagged({ answers }: RouteDescription): boolean {
  return answers.some(({ status, isBehindLink }) => status === 200 && !isBehindLink);
}

function responsesOf({ id }: (typeof routes)[number], language: Language): object {
  const description = routeDescriptions[id];
  const { answers } = description;
  const problems = problemsOf(id);
  const statuses = [...new Set(problems.map((code) => problemTexts[code].status))].sort();
  return Object.fromEntries([
    ...answers.map((answer) => [String(answer.status), answerObject(id, answer, language)]),
    ...(isTagged(description) ? [['304', { $ref: '#/components/responses/NotModified' }]] : []),
    ...statuses.map((status) => {
      const codes = problems.filter((code) => problemTexts[code].status === status);
      return [String(status), problemObject(status, codes, language)];
    }),
  ]);
}

function answerObject(id: RouteId, answer: AnswerDescription, language: Language): object {
  const { meaning, content } = answer;
  const told = Object.entries(content).map(([type, one]) => [type, { schema: contentSchema(one) }]);
  return {
    description: meaning[language],
    headers: headersOf(id, answer),
    ...(told.length > 0 ? { content: Object.fromEntries(told) } : {}),
  };
}

function contentSchema(content: Content): object {
  if (content === 'text') return { type: 'string' };
  return content === 'bytes' ? { type: 'string', format: 'binary' } : schemaOf(content);
}

function problemObject(status: number, codes: readonly ProblemCode[], language: Language): object {
  const meanings = codes.map((code) => `- \`${code}\`: ${problemTexts[code].title[language]}`);
  const narrowed = { properties: { status: { const: status }, code: { enum: codes } } };
  return {
    description: meanings.join('\n'),
    content: {
      'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, narrowed] } },
    },
  };
}
