import type { Principal } from './principal.ts';
import type { Role } from './roles.ts';

/** How deep somebody may look into where figures come from: down to sheet!cell, or to uploads and counts only. */
export type LineageDetail = 'cells' | 'uploads';

/** Own county, auditors and administrators see cells; whoever is shown aggregates only sees uploads (design.md). */
const details: Readonly<Record<Role, LineageDetail>> = {
  county: 'cells',
  auditor: 'cells',
  admin: 'cells',
  dispatcher: 'uploads',
  analyst: 'uploads',
  public: 'uploads',
};

/** How deep a principal may look, within its own area. */
export function lineageDetailOf({ role }: Pick<Principal, 'role'>): LineageDetail {
  return details[role];
}
