import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { create as createApi } from '../../../functions/api/handler.ts';
import { exampleUploadId } from '../../../shared/api/docs/openapi/path-parameters.ts';
import { routeDescriptions } from '../../../shared/api/docs/openapi/routes.ts';
import type { RouteId, routes } from '../../../shared/contract.ts';
import { storeMapping } from '../../../shared/records/mappings.ts';
import { now } from '../../api/support/county.ts';
import { admin, httpEvent } from '../../api/support/http-event.ts';
import { workbookBytes } from '../../documents/support/county-workbook.ts';
import { startProvince } from '../../documents/support/province.ts';

type Route = (typeof routes)[number];

/** What of a request is not said by its values. */
export interface Asking {
  readonly caller?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer as a client reads it. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** ARN of a role in an area. */
export const callerOf = (role: string, area: string) =>
  `arn:aws:sts::000000000000:assumed-role/anju-43-${role}-${area}/li`;

/**
 * Both functions of the endpoint over a county that sent and published one workbook, staged another and confirmed a
 * header: every example of the OpenAPI document can be asked here.
 */
export async function startDescribedCounty() {
  const province = await startProvince();
  const published = await province.put('431224/2017-04-X3/全县.xlsx', await workbookBytes());
  const staged = await province.put('431224/2017-05-X1/全县.xlsx', await workbookBytes(), {
    'anju-mode': 'stage',
  });
  const headers = { 县里的表头: 'plannedHouseholds' };
  const mapping = { area: '431224', dataset: 'projects', at: '2017-05-01T00:00:00.000Z', headers } as const;
  await storeMapping({ items: province.items, now }, mapping);
  const lines: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (message: string) => void lines.push(message) };
  const { items, reports } = province;
  const publishQueue = { send: async () => {} };
  const api = createApi({ province: '43', rolePrefix: 'anju-43', items, reports, publishQueue, now, log });

  /** Asks an address as it stands. */
  async function askUrl(name: Route['function'], method: string, url: string, asking: Asking = {}) {
    const { caller = admin, headers: own = {}, body = '' } = asking;
    const [path = '', ...query] = url.split('?');
    const said = method === 'GET' ? own : { 'content-type': 'application/json', ...own };
    const event = { ...httpEvent(method, path, query.join('?'), said, caller), body };
    return answered(await (name === 'api' ? api(event) : province.documents(event)));
  }

  /** The id that the example's id stands for on a route: orders are given to what is staged. */
  const idFor = (id: RouteId) => (routeDescriptions[id].group === 'orders' ? staged : published).upload.id;

  /** Asks a route with values for its path and its query. */
  function ask(route: Route, values: readonly (readonly [string, string])[], asking: Asking = {}) {
    const { body } = routeDescriptions[route.id];
    const sent = body ? { body: JSON.stringify(body.example), ...asking } : asking;
    const given = values.map(
      ([name, value]) => [name, value.replace(exampleUploadId, idFor(route.id))] as const,
    );
    return askUrl(route.function, route.method, urlOf(route, given), sent);
  }

  return {
    ask,
    askUrl,
    /** Id of the upload that is published. */
    published: published.upload.id,
    faults: () => [...lines, ...province.faultsLogged],
    close: () => province.close(),
  };
}

/** The address of a route with its values filled in: in the path where it has a place for them, else in the query. */
export function urlOf({ path }: Pick<Route, 'path'>, values: readonly (readonly [string, string])[]): string {
  const isInPath = (name: string) => path.includes(`{${name}}`);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values.find(([one]) => one === name)?.[1] ?? ''),
  );
  const query = values
    .filter(([name]) => !isInPath(name))
    .map(([name, value]): [string, string] => [name, value]);
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

function answered({
  statusCode,
  headers,
  body,
  isBase64Encoded,
}: APIGatewayProxyStructuredResultV2): Answered {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('latin1') : (body ?? '');
  const told = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  return { status: statusCode ?? 0, headers: Object.fromEntries(told), body: text };
}
