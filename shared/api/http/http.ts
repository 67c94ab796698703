import type { AuditDetails, AuditTrail } from '../../access/audit.ts';
import type { Principal } from '../../access/principal.ts';
import type { Audience } from '../../access/roles.ts';
import type { RouteId } from '../../contract.ts';
import type { Log } from '../../records/log.ts';
import type { Items, Now, Objects, Queue } from '../../records/ports.ts';
import type { ReadCache } from '../../records/read-published.ts';
import type { Language } from '../../text/languages.ts';
import type { PageData } from '../page/page-data.ts';
import type { InboxHint } from './inbox-hint.ts';
import type { Problem } from './problem.ts';

/** A request, whatever server it came through. */
export interface ApiRequest {
  readonly method: string;
  /** Path, still percent-encoded or not: `/v1/data`. */
  readonly path: string;
  /** Raw query string without `?`, so that a repeated parameter is seen. */
  readonly query: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Body as text; absent or empty when there is none. */
  readonly body?: string;
  /** ARN of the assumed role that signed the request; absent when nobody did. */
  readonly caller?: string;
  /** Who asks, read from that role's name; `null` has no access to anything. */
  readonly principal: Principal | null;
}

/** The page as text, with the policy under which a browser may show it. */
export interface RenderedPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** All that answering needs from outside. */
export interface ApiDeps {
  readonly items: Items;
  readonly reports: Objects;
  /** Tells the publisher of orders. */
  readonly publishQueue: Queue;
  readonly cache: ReadCache;
  /** Two-digit code of the stack's province. */
  readonly province: string;
  readonly now: Now;
  readonly log: Log;
  readonly audit: AuditTrail;
  readonly renderPage: (data: PageData) => RenderedPage;
  readonly inbox: InboxHint | null;
}

/** What a route is called with: query values that exist and are named once, and the path's own value. */
export interface RouteCall<Deps = ApiDeps> {
  readonly deps: Deps;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Path of the address as the request has it. */
  readonly path: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** ARN of the caller's role, or `null`. */
  readonly caller: string | null;
  /** Who asks, let pass by the route's access rule; what names no area is answered for this one's. */
  readonly principal: Principal;
  /** To whom figures are shown. */
  readonly audience: Audience;
  readonly language: Language;
  readonly query: ReadonlyMap<string, string>;
  /** Value of the path's last `{parameter}`, and of each by its name. */
  readonly pathValue: string;
  readonly pathValues: Readonly<Record<string, string>>;
}

/** A body with the headers that are known only when it is made. */
export interface Written {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** A successful answer whose body is made only when the client does not have it already. */
export interface Answer {
  readonly kind: 'answer';
  readonly contentType: string;
  readonly etag: string;
  readonly language: Language | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the audit record is to say of the answer, where one is kept. */
  readonly audit?: AuditDetails;
  /** Nothing can change it any more: a cache may keep it without asking again. */
  readonly isPinned?: boolean;
  /** `null`: it is larger than is sent at once, and lies {@link elsewhere}. */
  readonly body: () => Promise<string | Uint8Array | Written | null>;
  /** What to say where the body is too large to be sent. */
  readonly elsewhere?: () => Promise<Outcome>;
}

/** The answer lies elsewhere (303), for a short time and for this caller only. */
export interface Redirect {
  readonly kind: 'redirect';
  readonly location: string;
  /** What the audit record is to say of the answer, where one is kept. */
  readonly audit?: AuditDetails;
}

/** An order that was taken down (202): its effect appears at the location a moment later. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly location: string;
  readonly document: unknown;
}

export type Outcome = Answer | Accepted | Redirect | Problem;

/** One row of the route table; which parameters it takes stands in route-parameters.ts. */
export interface Route<Deps = ApiDeps> {
  readonly answer: (call: RouteCall<Deps>) => Promise<Outcome>;
}

/** Routes by id; a function that answers only some of them gives only those. */
export type RouteTable<Deps = ApiDeps> = Readonly<Partial<Record<RouteId, Route<Deps>>>>;
