import { routes } from '../../contract.ts';
import type { Language } from '../language.ts';
import { formsOf, isTaken, type Parameter } from '../parameter.ts';
import { routeParameters } from '../route-parameters.ts';
import { type JsonSchema, schemaOfTaken } from './json-schema.ts';
import { routeDescriptions } from './routes.ts';

type Place = 'path' | 'query';

/** Most examples that are shown of a parameter. */
const mostExamples = 8;

/**
 * Every parameter by the name it has among the components: `query.area` is the first that is called so, `query.area.2`
 * the next that says something else. What several routes take alike is told once.
 */
const named: ReadonlyMap<string, { readonly parameter: Parameter; readonly place: Place }> = (() => {
  const found = new Map<string, { parameter: Parameter; place: Place }>();
  for (const { id } of routes) {
    for (const parameter of routeDescriptions[id].path ?? []) add(found, parameter, 'path');
    for (const parameter of routeParameters[id]) add(found, parameter, 'query');
  }
  return found;
})();

function add(found: Map<string, { parameter: Parameter; place: Place }>, parameter: Parameter, place: Place) {
  for (let variant = 1; ; variant += 1) {
    const name = `${place}.${parameter.name}${variant === 1 ? '' : `.${variant}`}`;
    const known = found.get(name);
    if (known && !isSame(known.parameter, parameter)) continue;
    if (!known) found.set(name, { parameter, place });
    return;
  }
}

function isSame(one: Parameter, other: Parameter): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A parameter of an operation by reference. */
export function referTo(parameter: Parameter, place: Place): JsonSchema {
  const entries = [...named].filter(([, known]) => known.place === place);
  const name = entries.find(([, known]) => isSame(known.parameter, parameter))?.[0];
  return { $ref: `#/components/parameters/${name}` };
}

/** The parameters as components of the document, in one language. */
export function parameterComponents(language: Language): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    [...named].map(([name, { parameter, place }]) => [name, parameterObject(parameter, place, language)]),
  );
}

function parameterObject(parameter: Parameter, place: Place, language: Language): JsonSchema {
  const { name, required, takes, meaning } = parameter;
  const isList = takes.kind === 'many' || takes.kind === 'texts';
  const examples = formsOf(parameter)
    .filter((form) => isTaken(form, takes))
    .slice(0, mostExamples)
    .map((form, at) => [`e${at + 1}`, { value: isList ? form.split(',') : form }] as const);
  return {
    name,
    in: place,
    required,
    description: meaning[language],
    ...(isList || takes.kind === 'fields' ? { style: 'form', explode: !isList } : {}),
    schema: schemaOfTaken(takes),
    ...(examples.length > 0 ? { examples: Object.fromEntries(examples) } : {}),
  };
}
