import type { Audience } from '../../../shared/access/roles.ts';
import { handleRequest } from '../../../shared/api/handle-request.ts';
import type { ApiDeps, ApiResponse } from '../../../shared/api/http.ts';
import { apiRoutes } from '../../../shared/api/routes.ts';
import type { Objects } from '../../../shared/records/ports.ts';
import { newReadCache } from '../../../shared/records/read-published.ts';
import { renderPage } from '../../../web/page.ts';
import { type MemoryItems, memoryItems } from '../../support/memory-items.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { now } from './county.ts';

/** One line that was logged. */
export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: unknown;
}

/** The endpoint of Hunan over a table in memory. */
export interface Endpoint {
  readonly items: MemoryItems;
  readonly reports: Objects;
  readonly lines: readonly Line[];
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<ApiResponse>;
  /** Gets it as somebody who is shown only what as many stand behind. */
  getAs(audience: Audience, url: string): Promise<ApiResponse>;
  ask(method: string, url: string): Promise<ApiResponse>;
  /** Sends a write as a program does. */
  write(
    method: 'POST' | 'PUT',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiResponse>;
  /** Messages sent to the publisher. */
  readonly messages: readonly string[];
}

/** Starts it; `over` replaces what a test wants otherwise. */
export function endpoint(over: Partial<ApiDeps> = {}): Endpoint {
  const items = memoryItems();
  const reports = memoryObjects();
  const lines: Line[] = [];
  const messages: string[] = [];
  const logAt =
    (level: Line['level']) =>
    (message: string, fields: unknown = {}) =>
      void lines.push({ level, message, fields });
  const deps: ApiDeps = {
    items,
    reports,
    publishQueue: { send: async (body) => void messages.push(body) },
    cache: newReadCache(),
    province: '43',
    now,
    log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
    renderPage,
    inbox: { bucket: 'anju-43-inbox', endpoint: 'http://127.0.0.1:4311' },
    ...over,
  };
  const send = (
    method: string,
    url: string,
    headers: Readonly<Record<string, string>> = {},
    body = '',
    audience: Audience = 'own',
  ) => {
    const [path = '', ...query] = url.split('?');
    const request = { method, path, query: query.join('?'), headers, body, requestId: 'request-1' };
    return handleRequest({ ...request, audience }, deps, apiRoutes);
  };
  return {
    items,
    reports,
    lines,
    get: (url, headers) => send('GET', url, headers),
    getAs: (audience, url) => send('GET', url, {}, '', audience),
    ask: (method, url) => send(method, url),
    messages,
    write: (method, url, body = {}, headers = {}) =>
      send(method, url, { 'content-type': 'application/json', ...headers }, JSON.stringify(body)),
  };
}
