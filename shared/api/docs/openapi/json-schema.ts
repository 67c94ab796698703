import * as z from 'zod';
import type { Takes } from '../../query/parameter.ts';
import { namedSchemas } from './answers/named.ts';

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const address = (name: string) => `#/components/schemas/${name}`;

/**
 * Every named schema as JSON Schema, what is named inside another one by reference. `closed` refuses members that are
 * not told, which holds an answer against its description; what is served stays open, so that members may join.
 */
export function componentSchemas(closed = false): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: address, io: closed ? 'output' : 'input' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]),
  );
}

/** A schema by reference where it has a name, else in full. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const name = Object.entries(namedSchemas).find(([, named]) => named === schema)?.[0];
  if (name !== undefined) return { $ref: address(name) };
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

/** What a parameter takes; lists are arrays whose members are separated by commas. */
export function schemaOfTaken(takes: Takes): JsonSchema {
  switch (takes.kind) {
    case 'one':
      return { type: 'string', enum: takes.values };
    case 'many':
      return { type: 'array', items: { type: 'string', enum: takes.values }, minItems: 1 };
    case 'number': {
      const { least, most, unasked } = takes;
      const told = { type: 'integer', minimum: least, maximum: most };
      return unasked === undefined ? told : { ...told, default: unasked };
    }
    case 'text':
      return { type: 'string', pattern: takes.pattern };
    case 'fields':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'texts':
      return { type: 'array', items: { type: 'string', pattern: takes.pattern }, minItems: 1 };
  }
}
