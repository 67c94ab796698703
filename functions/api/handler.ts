import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handleRequest } from '../../shared/api/http/handle-request.ts';
import type { InboxHint } from '../../shared/api/http/inbox-hint.ts';
import { apiRoutes } from '../../shared/api/routes.ts';
import { environment } from '../../shared/contract.ts';
import { objectAuditTrail } from '../../shared/records/audit-trail.ts';
import type { Log } from '../../shared/records/log.ts';
import type { Items, Now, Objects, Queue } from '../../shared/records/ports.ts';
import { newReadCache } from '../../shared/records/read-published.ts';
import { renderPage } from '../../web/page.ts';
import { cloudItems, cloudObjects, cloudQueue } from '../adapters/cloud.ts';
import { type Environment, required } from '../adapters/environment.ts';
import { requestOf, resultOf } from '../adapters/http-event.ts';
import { once } from '../adapters/once.ts';
import { powertoolsLog } from '../adapters/powertools-log.ts';

/** What `api` is given: what is published, what is reported of uploads, the publisher's queue; no inbox, no row. */
export interface ApiWiring {
  readonly province: string;
  /** What the names of the stack's roles begin with. */
  readonly rolePrefix: string;
  readonly items: Items;
  readonly reports: Objects;
  /** Tells the publisher of orders. */
  readonly publishQueue: Queue;
  readonly now: Now;
  readonly log: Log;
  /** Where the page tells people to put files, when it may know. */
  readonly inbox?: InboxHint;
}

export type HttpHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** The handler of the HTTP API: every route but those of `documents`, and the page. */
export function create({ inbox, ...wiring }: ApiWiring): HttpHandler {
  const audit = objectAuditTrail(wiring.reports);
  const deps = { ...wiring, audit, inbox: inbox ?? null, cache: newReadCache(), renderPage };
  return async (event) => {
    return resultOf(await handleRequest(requestOf(event, wiring), deps, apiRoutes));
  };
}

/** Wires the handler from the environment; queue and log may be replaced, and the inbox named for the page. */
export async function wire(
  env: Environment,
  replaced: { readonly log?: Log; readonly inbox?: InboxHint; readonly publishQueue?: Queue } = {},
): Promise<HttpHandler> {
  return create({
    province: required(environment.province, env),
    rolePrefix: required(environment.rolePrefix, env),
    items: cloudItems(env),
    reports: cloudObjects(required(environment.reportsBucket, env)),
    publishQueue: replaced.publishQueue ?? cloudQueue(required(environment.publishQueueUrl, env)),
    now: () => new Date(),
    log: replaced.log ?? powertoolsLog('api'),
    ...(replaced.inbox ? { inbox: replaced.inbox } : {}),
  });
}

const wired = once(() => wire(process.env));

/** Entry in the cloud. */
export const handler: HttpHandler = async (event) => (await wired())(event);
