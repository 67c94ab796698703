import type { Action } from './actions.ts';
import type { Principal } from './principal.ts';

/**
 * Who asked what, of which areas, and what became of it. It holds codes and ids only: no text that somebody typed,
 * no value, nothing of a person of the programme.
 */
export interface AuditRecord {
  /** Instant of the request, ISO. */
  readonly at: string;
  readonly requestId: string;
  /** ARN of the assumed role with its session: who is answerable for the request. */
  readonly caller: string | null;
  readonly principal: Principal;
  readonly route: string;
  readonly action: Action;
  /** Areas asked of; of an upload those it speaks of, none where there is no such upload. */
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  readonly uploadId: string | null;
  /** HTTP status answered: 2xx and 3xx were let pass, 403 and 404 were not. */
  readonly status: number;
  /** What the route adds about its answer: dataset, period, how many rows. */
  readonly details: AuditDetails;
}

/** Codes and counts a route adds to the record of its answer. */
export type AuditDetails = Readonly<Record<string, string | number>>;

/** Where records of access are put; nothing that answers requests can change or remove one. */
export interface AuditTrail {
  /** Resolves when the record is stored; an answer that must be recorded is not given before. */
  record(entry: AuditRecord): Promise<void>;
}
