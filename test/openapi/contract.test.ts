import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { roleNames } from '../../shared/access/roles.ts';
import { routeDescriptions } from '../../shared/api/docs/openapi/routes.ts';
import { routes } from '../../shared/contract.ts';
import { problemTexts } from '../../shared/messages/api-problems.ts';
import { type Answered, type Asking, callerOf, startDescribedCounty } from './support/described-county.ts';
import { further } from './support/further-requests.ts';
import { at, document, holdTo } from './support/hold-to.ts';
import {
  examplesOf,
  listOf,
  patternOf,
  type ToldParameter,
  toldParameters,
} from './support/told-parameters.ts';

type Route = (typeof routes)[number];
type Values = readonly (readonly [string, string])[];

const refusal = z.object({
  code: z.string(),
  errors: z.array(z.object({ name: z.string(), code: z.string(), didYouMean: z.string().nullable() })),
});

let county: Awaited<ReturnType<typeof startDescribedCounty>>;
beforeAll(async () => {
  county = await startDescribedCounty();
});
afterAll(() => county.close());

/** What the document says of a route. */
const told = ({ path, method }: Route, ...more: readonly string[]) =>
  at(document, 'paths', path, method.toLowerCase(), ...more);

/** What was met on the walk: statuses by route, and problem codes. */
const met = { answers: new Set<string>(), codes: new Set<string>() };

/** Asks, and holds the answer to the document. */
async function ask(route: Route, values: Values, asking: Asking = {}): Promise<Answered> {
  const said = `${route.method} ${route.path} ${JSON.stringify(values)} ${JSON.stringify(asking)}`;
  const answer = await county.ask(route, values, asking);
  holdTo(route, answer, said);
  met.answers.add(`${route.id} ${answer.status}`);
  if (answer.status >= 400) met.codes.add(refusal.parse(JSON.parse(answer.body)).code);
  return answer;
}

/** Asks for what must be refused, and says how. */
async function refused(route: Route, values: Values, asking: Asking = {}) {
  const { status, body } = await ask(route, values, asking);
  expect(status, `${route.id} ${JSON.stringify(values)}`).toBeGreaterThanOrEqual(400);
  return refusal.parse(JSON.parse(body));
}

/** Values of the first example, or of the first that names a parameter. */
function base({ id }: Route, name?: string): Values {
  const { examples } = routeDescriptions[id];
  const found = examples.find(({ values }) => name !== undefined && Object.hasOwn(values, name));
  return Object.entries((found ?? examples[0]).values);
}
const without = (values: Values, name: string): Values => values.filter(([one]) => one !== name);
const withValue = (values: Values, name: string, value: string): Values => [
  ...without(values, name),
  [name, value],
];

/** Files of what another address tells as JSON: of these only refusals are walked. */
const isFile = ({ path }: Route): boolean => /\.(csv|xlsx|arrow|jsonstat)$|data-files/.test(path);

/** Values of a list that are tried: all of a short one, the ends of a long one. */
function tried(list: readonly string[]): readonly string[] {
  return list.length <= 12 ? list : [...list.slice(0, 3), ...list.slice(-3)];
}

/** Words that name a state of long ago. */
const expired: Readonly<Record<string, string>> = {
  asOf: 'AAAAAAAAAAAAAAAAAAAAAAAA.j0',
  cursor: Buffer.from('gone 1').toString('base64url'),
};

async function walkParameter(route: Route, parameter: ToldParameter): Promise<void> {
  const { name, required, schema } = parameter;
  const values = base(route, name);
  const list = listOf(parameter);
  for (const value of list && !isFile(route) ? tried(list) : [])
    await ask(route, withValue(values, name, value));
  const { minimum, maximum } = schema;
  for (const bound of [minimum, maximum]) {
    if (bound === undefined) continue;
    if (!isFile(route)) await ask(route, withValue(values, name, String(bound)));
    const beyond = bound === minimum ? bound - 1 : bound + 1;
    const { errors } = await refused(route, withValue(values, name, String(beyond)));
    expect(errors.map((error) => error.name)).toContain(name);
  }
  if (list || (patternOf(parameter) && !new RegExp(patternOf(parameter) ?? '').test('~'))) {
    const { code, errors } = await refused(route, withValue(values, name, '~'));
    const isNamed = errors.some((error) => error.name === name);
    expect(isNamed || code === 'upload_not_found', `${route.id} ${name}=~ ${code}`).toBe(true);
  }
  for (const value of list || isFile(route) ? [] : examplesOf(parameter)) {
    const { status, body } = await ask(route, withValue(values, name, value));
    expect(status, body.slice(0, 300)).toBeLessThan(400);
  }
  const gone = expired[name];
  if (gone !== undefined && route.id !== 'uploads') await ask(route, withValue(values, name, gone));
  if (parameter.in !== 'query' || schema.type === 'object') return;
  const empty = await refused(route, withValue(values, name, ''));
  expect(empty.errors).toContainEqual(expect.objectContaining({ name, code: 'empty_parameter' }));
  const twice = await refused(route, [...withValue(values, name, '1'), [name, '2']]);
  expect(twice.errors).toContainEqual(expect.objectContaining({ name, code: 'repeated_parameter' }));
  if (!required) return;
  const missing = await refused(route, without(values, name));
  expect(missing.errors).toContainEqual(expect.objectContaining({ name, code: 'missing_parameter' }));
}

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  const parameters = toldParameters(route).filter((one) => one.in !== 'header');
  const isOpen = parameters.some(({ schema }) => schema.type === 'object');

  it.each(parameters.map((parameter) => [parameter.name, parameter] as const))(
    'takes %s as it is told',
    (__, parameter) => walkParameter(route, parameter),
  );

  it.runIf(!isOpen)('takes no parameter that is not told', async () => {
    const { code, errors } = await refused(route, [...base(route), ['nothing_of_this_name', '1']]);
    expect([code, errors.map(({ name }) => name)]).toEqual(['unknown_parameter', ['nothing_of_this_name']]);
  });

  it('lets in the roles that are told, and nobody else', async () => {
    const may = z.array(z.string()).parse(told(route)['x-anju-roles']);
    const asking = isFile(route) ? roleNames.filter((role) => !may.includes(role)) : roleNames;
    for (const role of asking) {
      const area = role === 'county' ? '431224' : '4312';
      const { status, body } = await ask(route, base(route), { caller: callerOf(role, area) });
      expect(status === 403 && body.includes('role_may_not'), role).toBe(!may.includes(role));
    }
    expect((await refused(route, base(route), { caller: null })).code).toBe('no_access');
    await ask(route, base(route), { caller: callerOf('admin', '4301') });
  });

  it('answers 304, 414 and refuses foreign writes where it is told so', async () => {
    const { status, headers } = await ask(route, base(route));
    if (status === 200) {
      const again = await ask(route, base(route), { headers: { 'if-none-match': headers.etag ?? '' } });
      expect(again.status).toBe(304);
    }
    expect((await refused(route, [...base(route), ['x', 'x'.repeat(8_001)]])).code).toBe('query_too_long');
    if (told(route, 'responses')['406'] !== undefined) {
      expect((await refused(route, base(route), { headers: { accept: 'image/png' } })).code).toBe(
        'not_acceptable',
      );
    }
    if (route.method === 'GET') return;
    const foreign = await refused(route, base(route), { headers: { origin: 'https://elsewhere.example' } });
    expect(foreign.code).toBe('foreign_origin');
    const typed = await refused(route, base(route), { headers: { 'content-type': 'text/plain' } });
    expect(typed.code).toBe('unsupported_media_type');
    expect((await refused(route, base(route), { body: '[]' })).code).toBe('invalid_body');
  });
});

const routeOf = (id: Route['id']): Route => {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new RangeError(id);
  return found;
};
describe('what several parameters bring about together', () => {
  const cases = further.map(([id, values, status, asking = {}]) => [id, values, status, asking] as const);

  it.each(cases)('%s %j is %i', async (id, values, status, asking) => {
    const answer = await ask(routeOf(id), Object.entries(values), asking);
    expect(answer.status, answer.body.slice(0, 300)).toBe(status);
  });
});

describe('orders', () => {
  const repeatable = routes.filter(({ id }) => routeDescriptions[id].isRepeatable);
  const named = { 'idempotency-key': 'one-key-for-all' };

  it('are told by their key: another order under the same one is refused', async () => {
    const own = repeatable.map((route) =>
      ask(route, base(route), { headers: { 'idempotency-key': route.id } }),
    );
    expect((await Promise.all(own)).map(({ status }) => status)).toEqual(repeatable.map(() => 202));
    const body = JSON.stringify({ headers: { 另一个表头: 'plannedPersons' } });
    for (const route of repeatable) {
      const other = route.id === 'setMapping' ? { body } : {};
      await ask(route, base(route), { headers: named, ...other });
    }
    for (const route of repeatable.slice(0, 1)) {
      const headers = { 'idempotency-key': 'confirmOrder' };
      expect((await refused(route, base(route), { headers })).code).toBe('idempotency_key_reused');
      const unreadable = { 'idempotency-key': 'two words' };
      expect((await refused(route, base(route), { headers: unreadable })).code).toBe(
        'invalid_idempotency_key',
      );
    }
  });

  it('are refused where the upload’s state does not allow them', async () => {
    const id: Values = [['id', county.published]];
    expect((await refused(routeOf('publishOrder'), id)).code).toBe('order_not_possible');
  });
});

/** Answers that other tests make: what lies behind links, files too large to be made here, and what takes time. */
const elsewhere = [
  'annotated 200',
  'annotated 409',
  'annotated 410',
  'dataArrow 303',
  'dataFile 200',
  'dataXlsx 303',
  'rows 303',
];

/** Problems that other tests bring about: of no route, faults, and states that come with time. */
const unmet = [
  'diff_not_found',
  'internal',
  'method_not_allowed',
  'needs_confirmation',
  'route_not_found',
  'stage_expired',
  'upload_not_read',
  'upload_not_settled',
  'workbook_gone',
];

describe('the walk', () => {
  it('has met every answer that is told, but for those that other tests make', () => {
    const all = routes.flatMap((route) => {
      return Object.keys(told(route, 'responses')).map((status) => `${route.id} ${status}`);
    });
    expect(all.filter((one) => !met.answers.has(one) && !one.endsWith(' 500')).sort()).toEqual(elsewhere);
  });

  it('has met every problem, but for those of no route and those that take time', () => {
    expect(
      Object.keys(problemTexts)
        .filter((code) => !met.codes.has(code))
        .sort(),
    ).toEqual(unmet);
  });

  it('met no fault', () => expect(county.faults()).toEqual([]));
});
