import { type RouteId, routes } from '../../contract.ts';

/** A route of the contract that fits a path, with the values of its `{parameters}` and of the last of them. */
export interface Match {
  readonly id: RouteId;
  readonly method: (typeof routes)[number]['method'];
  readonly pathValue: string;
  readonly pathValues: Readonly<Record<string, string>>;
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
    const pathValues: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
      const segment = segments[index] ?? '';
      if (part.startsWith('{') && segment !== '') {
        pathValue = decoded(segment);
        pathValues[part.slice(1, -1)] = pathValue;
      } else if (part !== segment) return [];
    }
    return [{ id, method, pathValue, pathValues }];
  });
}
