import type { JsonSchema } from './json-schema.ts';

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function schemasIn(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** A schema in one line, as a type is written: `{ code: string, parent: string | null }`. */
export function typeText(schema: JsonSchema): string {
  const { $ref, type, anyOf, oneOf, items, properties, additionalProperties } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? $ref;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = [...schemasIn(anyOf), ...schemasIn(oneOf)];
  if (choices.length > 0) return choices.map(typeText).join(' | ');
  if (type === 'array') return isSchema(items) ? `${grouped(typeText(items))}[]` : 'array';
  if (isSchema(properties)) return objectText(properties, schema.required);
  if (isSchema(additionalProperties)) return `{ [name]: ${typeText(additionalProperties)} }`;
  return typeof type === 'string' ? type : 'any';
}

function objectText(properties: JsonSchema, required: unknown): string {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const members = Object.entries(properties).map(([name, member]) => {
    return `${name}${needed.includes(name) ? '' : '?'}: ${isSchema(member) ? typeText(member) : 'any'}`;
  });
  return `{ ${members.join(', ')} }`;
}

function grouped(text: string): string {
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text;
}
