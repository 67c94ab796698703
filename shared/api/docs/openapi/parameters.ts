import { routes } from '../../../contract.ts';
import type { Language } from '../../../text/languages.ts';
import { formsOf, isTaken, type Parameter } from '../../query/parameter.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import { type JsonSchema, schemaOfTaken } from './json-schema.ts';
import { routeDescriptions } from './routes.ts';

type Place = 'path' | 'query';

/** Most examples that are shown of a parameter. */
const mostExamples = 8;

/** A parameter in its place; equal ones are the same. */
const keyOf = (parameter: Parameter, place: Place): string => JSON.stringify([place, parameter]);

/** A parameter among the components. */
interface Named {
  readonly name: string;
  readonly parameter: Parameter;
  readonly place: Place;
}

/**
 * Every parameter by what it says, with the name it has among the components: `query.area` is the first that is called
 * so, `query.area.2` the next that says something else. What several routes take alike is told once.
 */
const named: ReadonlyMap<string, Named> = (() => {
  const found = new Map<string, Named>();
  const add = (parameter: Parameter, place: Place) => {
    const key = keyOf(parameter, place);
    if (found.has(key)) return;
    const isAlike = (one: Named) => one.place === place && one.parameter.name === parameter.name;
    const before = [...found.values()].filter(isAlike).length;
    const name = `${place}.${parameter.name}${before === 0 ? '' : `.${before + 1}`}`;
    found.set(key, { name, parameter, place });
  };
  for (const { id } of routes) {
    for (const parameter of routeDescriptions[id].path ?? []) add(parameter, 'path');
    for (const parameter of routeParameters[id]) add(parameter, 'query');
  }
  return found;
})();

/** A parameter of an operation by reference. */
export function referTo(parameter: Parameter, place: Place): JsonSchema {
  return { $ref: `#/components/parameters/${named.get(keyOf(parameter, place))?.name}` };
}

/** The parameters as components of the document, in one language. */
export function parameterComponents(language: Language): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    [...named.values()].map(({ name, parameter, place }) => [
      name,
      parameterObject(parameter, place, language),
    ]),
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
