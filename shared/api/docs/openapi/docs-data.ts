import { mayEver } from '../../../access/actions.ts';
import { roleNames, roles } from '../../../access/roles.ts';
import { routeAccess } from '../../../access/route-access.ts';
import { type RouteId, routes } from '../../../contract.ts';
import { type ProblemCode, problemTexts } from '../../../messages/api-problems.ts';
import type { Language } from '../../../text/languages.ts';
import { problemType } from '../../http/problem.ts';
import { formsOf, type Parameter } from '../../query/parameter.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import { addressOf } from './address.ts';
import { type Content, groups } from './description.ts';
import { componentSchemas, schemaOf } from './json-schema.ts';
import { exampleUploadId } from './path-parameters.ts';
import { problemsOf } from './problems-of.ts';
import { routeDescriptions } from './routes.ts';
import { typeText } from './type-text.ts';

/** A parameter as the docs page tells it and asks for it. */
export interface DocsParameter {
  readonly name: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly forms: readonly string[];
  /** Values to choose one of; `null`: it is written. */
  readonly choices: readonly string[] | null;
  /** What the form begins with: the value of the first example, unless it is made up. */
  readonly value: string;
}

/** A problem with the address of its page. */
export interface DocsProblem {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly href: string;
}

/** One route as the docs page tells it, its words in one language. */
export interface DocsOperation {
  readonly id: RouteId;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly detail: string | null;
  /** Names of the roles that may; `null`: all of them. */
  readonly roles: readonly string[] | null;
  readonly parameters: readonly DocsParameter[];
  readonly body: { readonly meaning: string; readonly example: string } | null;
  readonly answers: readonly {
    readonly status: number;
    readonly meaning: string;
    readonly types: readonly { readonly mediaType: string; readonly shape: string }[];
  }[];
  readonly problems: readonly DocsProblem[];
  readonly examples: readonly {
    readonly title: string;
    readonly address: string;
    /** It names an upload that nobody has sent: to be read, not followed. */
    readonly isMadeUp: boolean;
  }[];
}

/** All that the docs page shows. */
export interface DocsData {
  readonly language: Language;
  readonly groups: readonly { readonly name: string; readonly operations: readonly DocsOperation[] }[];
  readonly schemas: readonly { readonly name: string; readonly text: string }[];
}

/** The docs page as data: from the same tables as the OpenAPI document. */
export function docsData(language: Language): DocsData {
  const schemas = Object.entries(componentSchemas());
  return {
    language,
    groups: Object.entries(groups).map(([group, name]) => ({
      name: name[language],
      operations: routes
        .filter(({ id }) => routeDescriptions[id].group === group)
        .map((route) => operationOf(route, language)),
    })),
    schemas: schemas.map(([name, schema]) => ({ name, text: typeText(schema) })),
  };
}

function operationOf(route: (typeof routes)[number], language: Language): DocsOperation {
  const { id, method, path } = route;
  const { summary, detail, path: inPath = [], body, answers, examples } = routeDescriptions[id];
  const may = roleNames.filter((role) => mayEver(role, routeAccess[id].action));
  const [first] = examples;
  return {
    id,
    method,
    path,
    summary: summary[language],
    detail: detail?.[language] ?? null,
    roles: may.length === roleNames.length ? null : may.map((role) => roles[role][language]),
    parameters: [...inPath, ...routeParameters[id]].map((one) => parameterOf(one, first.values, language)),
    body: body ? { meaning: body.meaning[language], example: JSON.stringify(body.example) } : null,
    answers: answers.map(({ status, meaning, content }) => ({
      status,
      meaning: meaning[language],
      types: Object.entries(content).map(([mediaType, one]) => ({ mediaType, shape: shapeOf(one) })),
    })),
    problems: problemsOf(id).map((code) => docsProblem(code, language)),
    examples: examples.map(({ title, values }) => ({
      title: title[language],
      address: addressOf(route, Object.entries(values)),
      isMadeUp: Object.values(values).includes(exampleUploadId),
    })),
  };
}

function parameterOf(
  parameter: Parameter,
  first: Readonly<Record<string, string>>,
  language: Language,
): DocsParameter {
  const { name, required, meaning, takes } = parameter;
  const value = first[name] ?? '';
  return {
    name,
    required,
    meaning: meaning[language],
    forms: formsOf(parameter),
    choices: takes.kind === 'one' ? takes.values : null,
    value: value === exampleUploadId ? '' : value,
  };
}

/** A problem as pages name it. */
export function docsProblem(code: ProblemCode, language: Language): DocsProblem {
  const { status, title } = problemTexts[code];
  return { code, status, title: title[language], href: `${problemType(code)}?lang=${language}` };
}

function shapeOf(content: Content): string {
  return content === 'text' || content === 'bytes' ? '' : typeText(schemaOf(content));
}
