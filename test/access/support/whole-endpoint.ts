import type { Principal } from '../../../shared/access/principal.ts';
import { documentRoutes } from '../../../shared/api/document-routes.ts';
import type { ApiResponse } from '../../../shared/api/http/api-response.ts';
import type { DocumentDeps } from '../../../shared/api/http/document-deps.ts';
import { handleRequest } from '../../../shared/api/http/handle-request.ts';
import type { ApiDeps, RouteTable } from '../../../shared/api/http/http.ts';
import { apiRoutes } from '../../../shared/api/routes.ts';
import type { BatchInput } from '../../../shared/indicators/facts.ts';
import { objectAuditTrail } from '../../../shared/records/audit-trail.ts';
import { Cache } from '../../../shared/records/cache.ts';
import { newReadCache } from '../../../shared/records/read-published.ts';
import { docsPages } from '../../../web/docs/pages.ts';
import { renderPage } from '../../../web/page.ts';
import { now } from '../../api/support/county.ts';
import { memoryItems } from '../../support/memory-items.ts';
import { memoryObjects } from '../../support/memory-objects.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Every route of Hunan, light and heavy, behind one table in memory. */
export function wholeEndpoint() {
  const items = memoryItems();
  const reports = memoryObjects();
  const deps: ApiDeps & DocumentDeps = {
    items,
    reports,
    publishQueue: { send: async () => {} },
    cache: newReadCache(),
    province: '43',
    now,
    log: silent,
    audit: objectAuditTrail(reports),
    renderPage,
    docsPages,
    inbox: memoryInbox(),
    copies: { has: async () => true, put: async () => {}, link: async (key) => `https://copies/${key}` },
    batches: new Cache<BatchInput>(4),
    exports: { put: async () => {}, link: async () => 'https://files.example/' },
    openFile: () => Promise.reject(new Error('no file is opened here')),
  };
  const table: RouteTable<ApiDeps & DocumentDeps> = { ...apiRoutes, ...documentRoutes };
  let asked = 0;
  const ask = (method: string, url: string, principal: Principal | null, body = ''): Promise<ApiResponse> => {
    asked += 1;
    const [path = '', query = ''] = url.split('?');
    const headers = { 'content-type': 'application/json' };
    const caller = 'arn:aws-cn:sts::123456789012:assumed-role/x/li';
    const request = { method, path, query, headers, body, principal, caller, requestId: `request-${asked}` };
    return handleRequest(request, deps, table);
  };
  return { items, reports, ask };
}

/** The two functions know different things by this name: where files are put, and the files. */
function memoryInbox() {
  return { ...memoryObjects(), bucket: 'anju-43-inbox', endpoint: null };
}
