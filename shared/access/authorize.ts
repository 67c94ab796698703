import { isWithin } from '../programme/areas.ts';
import { type Action, actions, mayEver } from './actions.ts';
import type { Principal } from './principal.ts';
import type { Role } from './roles.ts';

/** What an action is done to. */
export interface Resource {
  /** Canonical code of every area the answer speaks of; none where it speaks of no area. */
  readonly areas: readonly string[];
  /** Indicators asked for by name; `null` where the figures are not chosen by name. */
  readonly indicators: readonly string[] | null;
  /** Indicators approved for the public, by the policy in force. */
  readonly approved: readonly string[];
}

/** Leave, or what is missing for it; never a word on what exists. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly missing: 'principal' }
  | { readonly allowed: false; readonly missing: 'role'; readonly roles: readonly Role[] }
  | { readonly allowed: false; readonly missing: 'area'; readonly areas: readonly string[] }
  | { readonly allowed: false; readonly missing: 'approval'; readonly indicators: readonly string[] };

const allowed: Decision = { allowed: true };

/** Whether anybody may do an action at all: the half of {@link authorize} that needs no resource. */
export function authorizeAction(principal: Principal | null, action: Action): Decision {
  if (principal === null) return { allowed: false, missing: 'principal' };
  if (mayEver(principal.role, action)) return allowed;
  return { allowed: false, missing: 'role', roles: actions[action].roles };
}

/**
 * Whether a principal may do an action to a resource: its role may do it, every area lies within its own, and for
 * the public every figure was approved. Pure; every request of the endpoint passes through here.
 */
export function authorize(principal: Principal | null, action: Action, resource: Resource): Decision {
  const role = authorizeAction(principal, action);
  if (principal === null || !role.allowed) return role;
  const outside = resource.areas.filter((area) => !isWithin(area, principal.area));
  if (outside.length > 0) return { allowed: false, missing: 'area', areas: outside };
  if (principal.role !== 'public' || action === 'read_reference') return allowed;
  const { indicators, approved } = resource;
  const secret = indicators?.filter((indicator) => !approved.includes(indicator));
  return secret?.length === 0 ? allowed : { allowed: false, missing: 'approval', indicators: secret ?? [] };
}
