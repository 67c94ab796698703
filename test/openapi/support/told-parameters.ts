import * as z from 'zod';
import type { routes } from '../../../shared/contract.ts';
import { at, document } from './hold-to.ts';

type Route = (typeof routes)[number];

const item = z.object({ enum: z.array(z.string()).optional(), pattern: z.string().optional() });
const told = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  schema: item.extend({
    type: z.enum(['string', 'integer', 'array', 'object']),
    minimum: z.int().optional(),
    maximum: z.int().optional(),
    items: item.optional(),
  }),
  examples: z.record(z.string(), z.object({ value: z.union([z.string(), z.array(z.string())]) })).default({}),
});

/** A parameter as the served document tells it. */
export type ToldParameter = z.infer<typeof told>;

/** Parameters of a route out of the document, references followed. */
export function toldParameters({ path, method }: Route): readonly ToldParameter[] {
  const operation = at(document, 'paths', path, method.toLowerCase());
  return z
    .array(z.object({ $ref: z.string() }))
    .parse(operation.parameters)
    .map(({ $ref }) => told.parse(at(document, ...$ref.split('/').slice(1))));
}

/** The closed list of a parameter, of one value or of several; `null` where it has none. */
export function listOf({ schema }: ToldParameter): readonly string[] | null {
  return schema.enum ?? schema.items?.enum ?? null;
}

/** The pattern of a parameter, or of each of its values. */
export function patternOf({ schema }: ToldParameter): string | null {
  return schema.pattern ?? schema.items?.pattern ?? null;
}

/** Its examples as they are written into an address. */
export function examplesOf({ examples }: ToldParameter): readonly string[] {
  return Object.values(examples).map(({ value }) => (typeof value === 'string' ? value : value.join(',')));
}
