import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Principal, principalIn } from '../../shared/access/principal.ts';
import { roleNames } from '../../shared/access/roles.ts';
import { routeAccess } from '../../shared/access/route-access.ts';
import { routes } from '../../shared/contract.ts';
import { isWithin } from '../../shared/programme/areas.ts';
import { storeUpload, uploadOf } from '../api/support/county.ts';
import { wholeEndpoint } from './support/whole-endpoint.ts';

/** The table of docs/access.md as it stands there: `GET /v1/data` → role → cell. */
const documented = (() => {
  const page = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
  const [, table = ''] = /<!-- routes -->\n([\s\S]*?)\n<!-- end of routes -->/.exec(page) ?? [];
  const [header = [], , ...rows] = table.split('\n').map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '')),
  );
  return new Map(rows.map((row) => [row[0], new Map(header.map((name, at) => [name, row[at]]))]));
})();

/** A province, a city, a county of it, its neighbour, and a county of another city. */
const targets = ['43', '4312', '431224', '431222', '430121'];
const principals: readonly Principal[] = roleNames.flatMap((role) =>
  ['43', '4312', '431224', '430121'].flatMap((area) => principalIn('43', role, area) ?? []),
);
const approved = 'reloc.start_rate';

/** A request for a route that asks of an area: in its path, in its query, or by an upload of that area. */
function urlOf(route: (typeof routes)[number], area: string, indicator: string): string {
  const { areas, indicators } = routeAccess[route.id];
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (areas.in === 'upload' && name === areas.name) return `upload-${area}`;
    return areas.in === 'path' && name === areas.name ? area : 'projects';
  });
  const query = [
    ...(areas.in === 'query' ? [`${areas.name}=${area}`] : []),
    ...(indicators === undefined ? [] : [`${indicators}=${indicator}`, 'period=latest']),
  ];
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

const anju = wholeEndpoint();
beforeAll(async () => {
  for (const area of targets) {
    const order = `2017-05-02T01:30:00.000Z~${area}~v1`;
    await storeUpload(anju.items, uploadOf({ id: `upload-${area}`, area, order }));
  }
});

async function isLet(method: string, url: string, principal: Principal): Promise<boolean> {
  const { status, body } = await anju.ask(method, url, principal, '{}');
  expect(status, `${method} ${url} as ${principal.role}@${principal.area}`).not.toBe(500);
  return status !== 403 && !(status === 404 && body.includes('"code":"upload_not_found"'));
}

describe('every cell of the table in docs/access.md', () => {
  it('is there: each route, each role', () => {
    const named = routes.map(({ method, path }) => `${method} ${path}`);
    expect([...documented.keys()].sort()).toEqual(named.sort());
    for (const cells of documented.values())
      expect([...cells.keys()]).toEqual(expect.arrayContaining(roleNames));
  });

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'holds for %s, for every role and area',
    async (name, route) => {
      for (const principal of principals) {
        const cell = documented.get(name)?.get(principal.role);
        const asked = routeAccess[route.id].areas.in === 'nothing' ? targets.slice(0, 1) : targets;
        for (const target of asked) {
          const said = `${name} of ${target} as ${principal.role}@${principal.area}: ${cell}`;
          const inside = isWithin(target, principal.area);
          const expected = cell === 'yes' || (cell !== 'no' && inside);
          expect(await isLet(route.method, urlOf(route, target, approved), principal), said).toBe(expected);
          if (cell !== 'its area, approved') continue;
          const secret = urlOf(route, target, 'emp.zero_job_households');
          expect(await isLet(route.method, secret, principal), `${said}, not approved`).toBe(false);
        }
      }
    },
  );

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'lets nobody without a role through %s',
    async (_, route) => {
      const { status, body } = await anju.ask(route.method, urlOf(route, '43', approved), null, '{}');
      expect([status, JSON.parse(body).code]).toEqual([403, 'no_access']);
    },
  );
});

describe('an upload of another county', () => {
  const byUpload = routes.filter(({ id }) => routeAccess[id].areas.in === 'upload');

  it.each(byUpload.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'looks at %s like one that does not exist, to every byte',
    async (_, route) => {
      const office = { role: 'county', area: '430121' } as const;
      const foreign = await anju.ask(route.method, urlOf(route, '431224', approved), office, '{}');
      const none = await anju.ask(route.method, urlOf(route, '999999', approved), office, '{}');
      expect(foreign.status).toBe(404);
      const requestIds = /"requestId":"[\w-]+"/;
      const told = (body: string) => body.replaceAll('431224', '999999').replace(requestIds, '');
      expect({ ...foreign, body: told(foreign.body) }).toEqual({ ...none, body: told(none.body) });
    },
  );
});
