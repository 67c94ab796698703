import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { documentRoutes } from '../../shared/api/document-routes.ts';
import type { DocumentDeps } from '../../shared/api/http/document-deps.ts';
import { handleRequest } from '../../shared/api/http/handle-request.ts';
import { environment } from '../../shared/contract.ts';
import type { BatchInput } from '../../shared/indicators/facts.ts';
import { knowsHeader } from '../../shared/normalise/knows-header.ts';
import { objectAuditTrail } from '../../shared/records/audit-trail.ts';
import { Cache } from '../../shared/records/cache.ts';
import type { Log } from '../../shared/records/log.ts';
import { newReadCache } from '../../shared/records/read-published.ts';
import { openWorkbook } from '../../shared/workbook/open.ts';
import { defaultReadLimits } from '../../shared/workbook/source.ts';
import { docsPages } from '../../web/docs/pages.ts';
import { cloudItems, cloudObjects, cloudPrivateCopies, cloudSignedFiles } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { requestOf, resultOf } from '../adapters/http-event.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';
import { threadedReader } from '../ingest/legacy-reader.ts';

/** What `documents` is given: it reads what was sent and published, and writes private copies and exports. */
export interface DocumentsWiring
  extends Omit<DocumentDeps, 'cache' | 'batches' | 'openFile' | 'audit' | 'docsPages'> {
  /** What the names of the stack's roles begin with. */
  readonly rolePrefix: string;
}

export type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Batches kept decoded between requests: enough for one county's families at one period. */
const batchesKept = 32;

/** The handler of the answers that need the heavy libraries, from templates to exports, and those that read rows. */
export function create(wiring: DocumentsWiring): HttpHandler {
  const legacy = threadedReader();
  const deps: DocumentDeps = {
    ...wiring,
    cache: newReadCache(),
    audit: objectAuditTrail(wiring.reports),
    docsPages,
    batches: new Cache<BatchInput>(batchesKept),
    openFile: (bytes) => openWorkbook(bytes, defaultReadLimits, { knowsHeader, legacy }),
  };
  return async (event) => resultOf(await handleRequest(requestOf(event, wiring), deps, documentRoutes));
}

/** Wires the handler from the environment; the log may be replaced. */
export async function wire(env: Environment, replaced: { readonly log?: Log } = {}): Promise<HttpHandler> {
  const reports = required(environment.reportsBucket, env);
  return create({
    province: required(environment.province, env),
    rolePrefix: required(environment.rolePrefix, env),
    items: cloudItems(env),
    inbox: cloudObjects(required(environment.inboxBucket, env), { mayList: false }),
    reports: cloudObjects(reports),
    copies: cloudPrivateCopies(reports),
    exports: cloudSignedFiles(reports),
    now: () => new Date(),
    log: replaced.log ?? powertoolsLog('documents'),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: HttpHandler = async (event) => (await wired())(event);
