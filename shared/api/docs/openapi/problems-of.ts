import { mayEver } from '../../../access/actions.ts';
import { roleNames } from '../../../access/roles.ts';
import { routeAccess } from '../../../access/route-access.ts';
import { type RouteId, routes } from '../../../contract.ts';
import type { ProblemCode } from '../../../messages/api-problems.ts';
import { refusalsOf } from '../../query/parameter.ts';
import { routeParameters } from '../../query/route-parameters.ts';
import { routeDescriptions } from './routes.ts';

/**
 * Every problem a route may answer with. Most follow from the tables by which a request is checked: its parameters,
 * who may ask and of which areas, whether it is a write; the description adds the route's own.
 */
export function problemsOf(id: RouteId): readonly ProblemCode[] {
  const { path = [], body, isRepeatable, problems = [] } = routeDescriptions[id];
  const { action, areas, indicators } = routeAccess[id];
  const query = routeParameters[id];
  const roles = roleNames.filter((role) => mayEver(role, action));
  const isWrite = routes.some((route) => route.id === id && route.method !== 'GET');
  const all: readonly (ProblemCode | false)[] = [
    'no_access',
    'query_too_long',
    'internal',
    'unknown_parameter',
    query.length > 0 && 'repeated_parameter',
    query.length > 0 && 'empty_parameter',
    query.length > 0 && 'invalid_query',
    query.some(({ required }) => required) && 'missing_parameter',
    roles.length < roleNames.length && 'role_may_not',
    (areas.in === 'query' || areas.in === 'path') && 'area_outside_scope',
    areas.in === 'upload' && 'upload_not_found',
    indicators !== undefined && roles.includes('public') && 'indicator_not_public',
    isWrite && 'foreign_origin',
    isWrite && 'unsupported_media_type',
    body !== undefined && 'invalid_body',
    isRepeatable === true && 'invalid_idempotency_key',
    isRepeatable === true && 'idempotency_key_reused',
    ...[...path, ...query].flatMap(refusalsOf),
    ...problems,
  ];
  return [...new Set(all.flatMap((code) => (code === false ? [] : [code])))];
}
