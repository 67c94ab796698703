import { type RouteId, routes } from '../contract.ts';

/** A route of the contract that fits a path, with the value of its `{parameter}`. */
export interface Match {
  readonly id: RouteId;
  readonly method: string;
  readonly pathValue: string;
}

/** A path segment decoded; one that cannot be is taken as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** All routes whose path fits, whatever the method. */
export function matchRoutes(path: string): readonly Match[] {
  const segments = path.split('/');
  return routes.flatMap(({ id, method, path: pattern }) => {
    const wanted = pattern.split('/');
    if (wanted.length !== segments.length) return [];
    let pathValue = '';
    for (const [index, part] of wanted.entries()) {
      const segment = segments[index] ?? '';
      if (part.startsWith('{') && segment !== '') pathValue = decoded(segment);
      else if (part !== segment) return [];
    }
    return [{ id, method, pathValue }];
  });
}
