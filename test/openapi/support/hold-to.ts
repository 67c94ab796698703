import Ajv from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { openapiDocument } from '../../../shared/api/docs/openapi/document.ts';
import { componentSchemas } from '../../../shared/api/docs/openapi/json-schema.ts';
import type { routes } from '../../../shared/contract.ts';
import type { Answered } from './described-county.ts';

type Json = Readonly<Record<string, unknown>>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** A member of the document by its path; throws where there is none. */
export function at(document: unknown, ...path: readonly string[]): Json {
  const found = path.reduce<unknown>((one, name) => (isJson(one) ? one[name] : undefined), document);
  if (!isJson(found)) throw new Error(`the document has nothing at ${path.join('/')}`);
  return found;
}

/** The document as it is served. */
export const document = openapiDocument('en');

/** The same with closed schemas: an answer may have no member that is not told. */
const closed = {
  ...document,
  components: { ...at(document, 'components'), schemas: componentSchemas(true) },
};
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(closed, 'openapi');

const pointer = (path: readonly string[]) =>
  path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Holds an answer against what the document says of its route: status, media type, every member, headers. */
export function holdTo(
  route: (typeof routes)[number],
  { status, headers, body }: Answered,
  said: string,
): void {
  const type = headers['content-type'];
  const place = ['paths', route.path, route.method.toLowerCase(), 'responses'];
  const responses = at(document, ...place);
  expect(Object.keys(responses), `${said}: ${status} ${body.slice(0, 300)}`).toContain(String(status));
  if (status === 200) expect(headers, said).toHaveProperty('etag');
  if (status < 300) expect(notTold(place, status, headers), said).toEqual([]);
  if (status === 202 || status === 303) expect(headers.location, said).toBeTruthy();
  const { content } = at(responses, String(status));
  if (status === 304 || content === undefined) expect(body, said).toBe('');
  else holdBody([...place, String(status), 'content'], type ?? '', body, said);
}

/** Headers of which the document says on which answers they stand. */
const toldOfAnswers = ['link', 'anju-snapshot', 'content-disposition', 'location', 'cache-control', 'etag'];

function notTold(place: readonly string[], status: number, given: Answered['headers']): readonly string[] {
  const told = Object.keys(at(document, ...place, String(status), 'headers')).map((name) =>
    name.toLowerCase(),
  );
  return Object.keys(given).filter((name) => toldOfAnswers.includes(name) && !told.includes(name));
}

function holdBody(place: readonly string[], type: string, body: string, said: string): void {
  expect(Object.keys(at(document, ...place)), said).toContain(type);
  expect(body.length, said).toBeGreaterThan(0);
  if (!/json/.test(type)) return;
  const validate = ajv.getSchema(`openapi#/${pointer([...place, type, 'schema'])}`);
  if (!validate) throw new Error(`no schema at ${[...place, type].join('/')}`);
  const isValid = validate(JSON.parse(body));
  expect(isValid ? [] : validate.errors, `${said}: ${body.slice(0, 300)}`).toEqual([]);
}
