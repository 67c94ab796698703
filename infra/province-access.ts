import { type Principal, principalIn } from '../shared/access/principal.ts';
import { type Role, roleNames } from '../shared/access/roles.ts';
import { areaOf, countiesOf } from '../shared/programme/areas.ts';

/** Which roles a province's stack makes for people, and who may take them on. */
export interface ProvinceAccess {
  /**
   * Areas each role is made for. A county's office of a city or of the province stands for one in each of its
   * counties: `county: ['4312']` makes thirteen.
   */
  readonly areas: Readonly<Record<Role, readonly string[]>>;
  /**
   * Who may assume the roles: `account` leaves it to the account's own policies (`sts:AssumeRole`); else only
   * these roles and users of the account, as `role/AnjuOffices` or `user/li`.
   */
  readonly assumedBy: 'account' | readonly string[];
}

/** Most roles one stack makes: CloudFormation takes 500 resources, and the rest of the stack needs some hundred. */
const mostRoles = 300;

/**
 * Every principal a province has a role for.
 *
 * @throws when the table names an area that is none of the province, one its role does not exist for, or too many.
 */
export function principalsOf({
  code,
  access,
}: {
  readonly code: string;
  readonly access: ProvinceAccess;
}): readonly Principal[] {
  const principals = allOf(code, access);
  if (principals.length <= mostRoles) return principals;
  throw new Error(
    `infra/provinces.ts: access.areas asks for ${principals.length} roles, one stack makes at most ${mostRoles}.`,
  );
}

function allOf(code: string, access: ProvinceAccess): readonly Principal[] {
  return roleNames.flatMap((role) => {
    const areas = access.areas[role].flatMap((area) =>
      role === 'county' && areaOf(area) ? countiesOf(area) : [area],
    );
    return [...new Set(areas)].map((area) => {
      const principal = principalIn(code, role, area);
      if (principal) return principal;
      throw new Error(
        `infra/provinces.ts: access.areas.${role} names ${area}, for which province ${code} has no such role.`,
      );
    });
  });
}
