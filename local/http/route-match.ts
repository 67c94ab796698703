import type { FunctionName } from '../../shared/contract.ts';

/** A row of the route table of shared/contract.ts. */
export interface GatewayRoute {
  readonly method: string;
  readonly path: string;
  readonly function: FunctionName;
}

/** The route a request goes to, as the event names it. */
export interface MatchedRoute {
  /** `GET /v1/uploads/{id}`, or `$default` where no route fits. */
  readonly routeKey: string;
  readonly function: FunctionName;
  /** Values of the path's parameters, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The function that answers what no route fits, so that it can say so itself. */
const fallback: FunctionName = 'api';

/**
 * Finds the route as API Gateway does: literal segments before parameters, a greedy `{name+}` last. HEAD
 * goes to the GET route; what fits none is `$default`.
 */
export function matchRoute(routes: readonly GatewayRoute[], method: string, path: string): MatchedRoute {
  const wanted = method === 'HEAD' ? ['HEAD', 'GET', 'ANY'] : [method, 'ANY'];
  const segments = path.split('/');
  let best: { rank: string; route: MatchedRoute } | null = null;
  for (const route of routes) {
    if (!wanted.includes(route.method)) continue;
    const fit = fitPath(route.path.split('/'), segments);
    if (!fit || (best && best.rank <= fit.rank)) continue;
    const routeKey = `${route.method} ${route.path}`;
    best = { rank: fit.rank, route: { routeKey, function: route.function, pathParameters: fit.values } };
  }
  return best?.route ?? { routeKey: '$default', function: fallback, pathParameters: {} };
}

/** Values of the parameters and a rank that sorts literal (0) before parameter (1) before greedy (2). */
function fitPath(
  pattern: readonly string[],
  segments: readonly string[],
): { rank: string; values: Record<string, string> } | null {
  const values: Record<string, string> = {};
  let rank = '';
  for (const [at, part] of pattern.entries()) {
    const [, name, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(part) ?? [];
    const segment = segments[at];
    if (segment === undefined) return null;
    if (name === undefined) {
      if (part !== segment) return null;
      rank += '0';
    } else if (greedy) {
      values[name] = segments.slice(at).join('/');
      return values[name] === '' ? null : { rank: `${rank}2`, values };
    } else {
      if (segment === '') return null;
      values[name] = segment;
      rank += '1';
    }
  }
  return pattern.length === segments.length ? { rank, values } : null;
}
