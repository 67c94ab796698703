import type { Principal } from '../../../shared/access/principal.ts';
import type { Audience } from '../../../shared/access/roles.ts';
import type { ApiResponse } from '../../../shared/api/http/api-response.ts';
import { handleRequest } from '../../../shared/api/http/handle-request.ts';
import type { ApiDeps } from '../../../shared/api/http/http.ts';
import { apiRoutes } from '../../../shared/api/routes.ts';
import { objectAuditTrail } from '../../../shared/records/audit-trail.ts';
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

/** Who asks, unless a test says otherwise: who runs Anju in Hunan. */
const admin: Principal = { role: 'admin', area: '43' };

/** Somebody of an audience, in all of Hunan. */
function principalOf(audience: Audience): Principal {
  if (audience === 'own') return admin;
  return { role: audience.k === 5 ? 'analyst' : 'public', area: '43' };
}

/** The endpoint of Hunan over a table in memory. */
export interface Endpoint {
  readonly items: MemoryItems;
  readonly reports: Objects;
  readonly lines: readonly Line[];
  get(
    url: string,
    headers?: Readonly<Record<string, string>>,
    principal?: Principal | null,
  ): Promise<ApiResponse>;
  ask(method: string, url: string, principal?: Principal | null): Promise<ApiResponse>;
  /** Gets it as somebody who is shown only what as many stand behind. */
  getAs(audience: Audience, url: string): Promise<ApiResponse>;
  /** Sends a write as a program does. */
  write(
    method: 'POST' | 'PUT',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    principal?: Principal | null,
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
    audit: objectAuditTrail(over.reports ?? reports),
    inbox: { bucket: 'anju-43-inbox', endpoint: 'http://127.0.0.1:4311' },
    ...over,
  };
  const send = (
    method: string,
    url: string,
    headers: Readonly<Record<string, string>> = {},
    principal: Principal | null = admin,
    body = '',
  ) => {
    const [path = '', ...query] = url.split('?');
    const request = {
      method,
      path,
      query: query.join('?'),
      headers,
      body,
      principal,
      requestId: 'request-1',
    };
    return handleRequest(request, deps, apiRoutes);
  };
  return {
    items,
    reports,
    lines,
    get: (url, headers, principal) => send('GET', url, headers, principal),
    ask: (method, url, principal) => send(method, url, {}, principal),
    getAs: (audience, url) => send('GET', url, {}, principalOf(audience)),
    messages,
    write: (method, url, body = {}, headers = {}, principal = admin) =>
      send(method, url, { 'content-type': 'application/json', ...headers }, principal, JSON.stringify(body)),
  };
}
