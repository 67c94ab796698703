import type { Principal } from '../../../shared/access/principal.ts';
import { documentRoutes } from '../../../shared/api/document-routes.ts';
import type { DocumentDeps } from '../../../shared/api/http/document-deps.ts';
import { handleRequest } from '../../../shared/api/http/handle-request.ts';
import type { BatchInput } from '../../../shared/indicators/facts.ts';
import { objectAuditTrail } from '../../../shared/records/audit-trail.ts';
import { Cache } from '../../../shared/records/cache.ts';
import type { Items } from '../../../shared/records/ports.ts';
import { newReadCache } from '../../../shared/records/read-published.ts';
import { docsPages } from '../../../web/docs/pages.ts';
import { memoryObjects } from '../../support/memory-objects.ts';
import { now } from './county.ts';

/** The documents function over a table in memory; files it makes are kept in `files`. */
export function documentsOf(items: Items) {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>();
  const faults: unknown[] = [];
  const unused = async (): Promise<never> => {
    throw new Error('not asked for here');
  };
  const reports = memoryObjects();
  const deps: DocumentDeps = {
    items,
    inbox: memoryObjects(),
    reports,
    copies: { has: unused, put: unused, link: unused },
    exports: {
      put: async (key, bytes, contentType) => void files.set(key, { bytes, contentType }),
      link: async (key, method, disposition) => `https://files.example/${key}?${method}&${disposition}`,
    },
    cache: newReadCache(),
    province: '43',
    batches: new Cache<BatchInput>(4),
    docsPages,
    openFile: unused,
    audit: objectAuditTrail(reports),
    now,
    log: { info: () => {}, warn: () => {}, error: (_, fields) => void faults.push(fields) },
  };
  const ask = async (
    method: string,
    url: string,
    headers: Readonly<Record<string, string>> = {},
    principal: Principal = { role: 'admin', area: '43' },
  ) => {
    const [path = '', ...query] = url.split('?');
    const request = {
      method,
      path,
      query: query.join('?'),
      headers,
      requestId: 'request-1',
      principal,
    };
    const response = await handleRequest(request, deps, documentRoutes);
    const bytes = Buffer.from(response.body, response.isBase64 ? 'base64' : 'utf8');
    return { ...response, bytes };
  };
  const get = (url: string, principal?: Principal) => ask('GET', url, {}, principal);
  return { files, faults, ask, get };
}
