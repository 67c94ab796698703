import { areaOf, isWithin } from '../programme/areas.ts';
import { type Audience, isRole, type Role, type RoleDefinition, roles } from './roles.ts';

/** Who asks: a role in an area. Everything a request may see follows from these two. */
export interface Principal {
  readonly role: Role;
  /** Canonical code of the area the role reaches: `43`, `4312` or `431224`. */
  readonly area: string;
}

/** The stack a request came to, as far as the names of its roles say it. */
export interface RoleSource {
  /** Two-digit code of the stack's province. */
  readonly province: string;
  /** What the names of the stack's roles begin with: `anju-43`, and `anju-43-dev` for the stage `dev`. */
  readonly rolePrefix: string;
}

/** Name of the IAM role of a principal: `anju-43-analyst-4312`. {@link principalOf} reads it back. */
export function roleNameOf(
  { role, area }: Principal,
  { rolePrefix }: Pick<RoleSource, 'rolePrefix'>,
): string {
  return `${rolePrefix}-${role}-${area}`;
}

/**
 * A role in an area of a province, or `null`: the role is unknown, the area is none of the province, is not
 * written as its code, or is of a level the role does not exist for.
 */
export function principalIn(province: string, role: string, area: string): Principal | null {
  if (!isRole(role)) return null;
  const found = areaOf(area);
  if (!found || found.code !== area || !isWithin(area, province)) return null;
  const { levels }: RoleDefinition = roles[role];
  return levels.includes(found.level) ? { role, area } : null;
}

/**
 * Reads `arn:…:assumed-role/anju-43-county-431224/…` into a principal; `null` for anything else. Only the role's
 * name counts, never the session's, which whoever assumes a role chooses freely.
 */
export function principalOf(
  callerArn: string | null,
  { province, rolePrefix }: RoleSource,
): Principal | null {
  const [, name] = /^arn:aws[a-z-]*:sts::\d{12}:assumed-role\/([^/]+)\/[^/]+$/.exec(callerArn ?? '') ?? [];
  if (!name?.startsWith(`${rolePrefix}-`)) return null;
  const [, role = '', area = ''] = /^([a-z]+)-(\d+)$/.exec(name.slice(rolePrefix.length + 1)) ?? [];
  return principalIn(province, role, area);
}

/** To whom a principal's answers are shown; within its own area, which is all it may ask of. */
export function audienceOf({ role }: Pick<Principal, 'role'>): Audience {
  return roles[role].audience;
}

/**
 * To whom figures beyond the principal's own area are shown, where a comparison looks at them: whoever sees small
 * counts at home sees those of others as an analyst does.
 */
export function audienceBeyond(audience: Audience): Audience {
  return audience === 'own' ? roles.analyst.audience : audience;
}

/** A word for an audience, for entity tags and stored cubes: `own`, `k5`, `k10`. */
export function audienceName(audience: Audience): 'own' | 'k5' | 'k10' {
  if (audience === 'own') return audience;
  return audience.k === 5 ? 'k5' : 'k10';
}
