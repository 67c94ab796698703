import { isAudited } from '../../access/actions.ts';
import type { AuditDetails, AuditTrail } from '../../access/audit.ts';
import type { Principal } from '../../access/principal.ts';
import { routeAccess } from '../../access/route-access.ts';
import type { RouteId } from '../../contract.ts';
import type { Now } from '../../records/ports.ts';
import type { Admission } from './admit.ts';
import type { ApiRequest } from './http.ts';

/** What a request came to. */
export interface Outcome {
  readonly route: RouteId;
  readonly principal: Principal;
  readonly admission: Admission;
  readonly status: number;
  readonly details: AuditDetails;
}

/**
 * Leaves the audit record of a request that must leave one, refused ones too; resolves when it is stored. The
 * answer is given only afterwards: what cannot be recorded is not answered.
 */
export async function recordAccess(
  { requestId, caller }: Pick<ApiRequest, 'requestId' | 'caller'>,
  deps: { readonly audit: AuditTrail; readonly now: Now },
  { route, principal, admission, status, details }: Outcome,
): Promise<void> {
  const { action } = routeAccess[route];
  if (!isAudited(principal.role, action)) return;
  const { areas, indicators, uploadId } = admission;
  const at = deps.now().toISOString();
  const asked = { areas, indicators: indicators.filter(isCode), uploadId };
  const entry = {
    at,
    requestId,
    caller: caller ?? null,
    principal,
    route,
    action,
    ...asked,
    status,
    details,
  };
  await deps.audit.record(entry);
}

/** A typed text that cannot be an indicator's id may be anything, and is not kept. */
function isCode(indicator: string): boolean {
  return /^[a-z]+\.[a-z0-9_]{1,40}$/.test(indicator);
}
