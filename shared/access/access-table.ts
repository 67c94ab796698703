import { routes } from '../contract.ts';
import { actionNames, actions, isAudited, mayEver } from './actions.ts';
import { type Role, type RoleDefinition, roleNames, roles } from './roles.ts';
import { type AreaSource, routeAccess } from './route-access.ts';

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The roles as a Markdown table, for the docs; a test holds the two together. */
export function rolesTable(): string {
  const header = ['role', 'who', 'areas it exists for', 'small counts'];
  const rows = roleNames.map((role) => {
    const { levels, audience, zh, en }: RoleDefinition = roles[role];
    const shown = audience === 'own' ? 'shown' : `hidden below ${audience.k}`;
    return [`\`${role}\``, `${zh} ${en}`, levels.join(', '), shown];
  });
  return table([header, header.map(() => '---'), ...rows]);
}

/** What a role gets of a route, as the docs say it. */
export type AccessCell = 'no' | 'yes' | 'its area' | 'its area, approved';

/** The cell of the table for a route and a role; the matrix test reads it back out of the docs. */
export function accessCell({ id }: { readonly id: keyof typeof routeAccess }, role: Role): AccessCell {
  const { action, areas } = routeAccess[id];
  if (!mayEver(role, action)) return 'no';
  if (areas.in === 'nothing') return 'yes';
  return role === 'public' ? 'its area, approved' : 'its area';
}

const places: Readonly<Record<AreaSource['in'], string>> = {
  nothing: '–',
  query: 'query',
  path: 'path',
  upload: 'the upload',
};

/** Every route and role as a Markdown table, for the docs; a test holds the two together. */
export function accessTable(): string {
  const header = ['route', 'action', 'area from', ...roleNames.map((role) => `\`${role}\``)];
  const rows = routes.map((route) => {
    const { action, areas } = routeAccess[route.id];
    const place = places[areas.in];
    const cells = roleNames.map((role) => accessCell(route, role));
    return [`\`${route.method} ${route.path}\``, `\`${action}\``, place, ...cells];
  });
  return table([header, header.map(() => '---'), ...rows]);
}

/** Every action as a Markdown table, for the docs; a test holds the two together. */
export function actionsTable(): string {
  const header = ['action', 'what it is', 'recorded for'];
  const rows = actionNames.map((action) => {
    const { zh, en } = actions[action];
    const recorded = roleNames.filter((role) => mayEver(role, action) && isAudited(role, action));
    return [`\`${action}\``, `${zh} ${en}`, recorded.join(', ') || '–'];
  });
  return table([header, header.map(() => '---'), ...rows]);
}
