import { isWithin } from '../programme/areas.ts';

/** Who signed a request, as far as the name of the assumed role says it. */
export interface RoleScope {
  readonly province: string;
  readonly role: string;
  readonly area: string;
}

/**
 * Reads `arn:…:assumed-role/anju-43-county-431222/…` into province, role and area; `null` for anything else.
 * Scope is taken from the role's name only, never from the session's (design.md, Access and privacy).
 */
export function roleScope(callerArn: string | null): RoleScope | null {
  const found = /^arn:[^:]*:sts::\d{12}:assumed-role\/anju-(\d{2})-([a-z]+)-(\d{2,6})\//.exec(
    callerArn ?? '',
  );
  const [, province, role, area] = found ?? [];
  return province && role && area ? { province, role, area } : null;
}

/**
 * Whether a caller may have an area's own annotated workbook, which shows identities: the area itself, and the
 * administrator who runs Anju there; no dispatcher, analyst or auditor (design.md, Access and privacy).
 */
export function mayReadOwnCopy(scope: RoleScope | null, province: string, area: string): boolean {
  if (!scope || scope.province !== province) return false;
  if (scope.role === 'admin') return isWithin(area, scope.area);
  return scope.role === 'county' && scope.area === area;
}
