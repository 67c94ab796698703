import { authorize, authorizeAction, type Decision, type Resource } from '../../access/authorize.ts';
import type { Principal } from '../../access/principal.ts';
import { type AreaSource, routeAccess } from '../../access/route-access.ts';
import { shanghaiDay } from '../../programme/calendar.ts';
import { policyOn } from '../../programme/policy.ts';
import type { Items, Now } from '../../records/ports.ts';
import { areasOfUpload, readUpload } from '../../records/uploads.ts';
import { provinceArea, readAreas } from '../query/read-areas.ts';
import type { Match } from './match-route.ts';
import { type Problem, problem, queryError, refuse } from './problem.ts';

/** What the check of a request reads. */
export interface AdmissionDeps {
  readonly items: Items;
  /** Two-digit code of the stack's province. */
  readonly province: string;
  readonly now: Now;
}

/** What a request asked of, as far as it was understood, and the refusal where it may not. */
export interface Admission {
  readonly areas: readonly string[];
  readonly indicators: readonly string[];
  /** The upload in question; `null` where the route has none, or there is no such one. */
  readonly uploadId: string | null;
  readonly refusal: Problem | null;
}

/**
 * Holds a request against the route's access rule before the route sees it. A role that may never do it is told
 * so before anything is looked up; an upload outside the principal's area is answered exactly as one that does
 * not exist.
 */
export async function admit(
  principal: Principal,
  match: Match,
  values: ReadonlyMap<string, string>,
  deps: AdmissionDeps,
): Promise<Admission> {
  const { action, areas: source, indicators: parameter } = routeAccess[match.id];
  const early = refusalOf(authorizeAction(principal, action), principal, source);
  if (early) return { areas: [], indicators: [], uploadId: null, refusal: early };
  const { areas, uploadId } = await asked(principal, match, values, deps);
  const indicators = parameter === undefined ? null : listOf(values.get(parameter));
  const approved = policyOn(shanghaiDay(deps.now())).publicIndicators;
  const resource: Resource = { areas, indicators, approved };
  const refusal = refusalOf(
    authorize(principal, action, resource),
    principal,
    source,
    match.pathValue,
    approved,
  );
  return { areas, indicators: indicators ?? [], uploadId, refusal };
}

async function asked(
  principal: Principal,
  match: Match,
  values: ReadonlyMap<string, string>,
  deps: AdmissionDeps,
): Promise<Pick<Admission, 'areas' | 'uploadId'>> {
  const { areas: source } = routeAccess[match.id];
  if (source.in === 'nothing') return { areas: [], uploadId: null };
  if (source.in === 'query') {
    const text = values.get(source.name);
    const areas = text === undefined ? [principal.area] : readAreas(text, deps.province).areas;
    return { areas, uploadId: null };
  }
  const given = match.pathValues[source.name] ?? '';
  if (source.in === 'path') {
    const area = provinceArea(given, deps.province);
    return { areas: area === null ? [] : [area], uploadId: null };
  }
  const upload = await readUpload(deps.items, given);
  if (!upload) return { areas: [], uploadId: null };
  return { areas: areasOfUpload(upload), uploadId: upload.id };
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',').map((part) => part.trim());
}

/** A decision as the caller is told it. */
function refusalOf(
  decision: Decision,
  principal: Principal,
  source: AreaSource,
  pathValue = '',
  approved: readonly string[] = [],
): Problem | null {
  if (decision.allowed) return null;
  switch (decision.missing) {
    case 'principal':
      return problem('no_access', null);
    case 'role':
      return problem('role_may_not', `${principal.role}@${principal.area}`, decision.roles);
    case 'area': {
      if (source.in === 'upload') return problem('upload_not_found', pathValue);
      const place = source.in === 'path' ? 'path' : 'query';
      const about = {
        in: place,
        name: 'area',
        code: 'area_outside_scope',
        allowed: [principal.area],
      } as const;
      return refuse(decision.areas.map((value) => queryError({ ...about, value })));
    }
    case 'approval': {
      const about = { name: 'indicator', code: 'indicator_not_public', allowed: approved } as const;
      if (decision.indicators.length === 0) return problem('indicator_not_public', null, approved);
      return refuse(decision.indicators.map((value) => queryError({ ...about, value })));
    }
  }
}
