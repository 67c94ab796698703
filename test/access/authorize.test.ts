import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionNames } from '../../shared/access/actions.ts';
import { authorize, type Resource } from '../../shared/access/authorize.ts';
import { type Principal, principalIn } from '../../shared/access/principal.ts';
import { roleNames } from '../../shared/access/roles.ts';
import { areasOfProvince, isWithin } from '../../shared/programme/areas.ts';

const areas = areasOfProvince('43').map(({ code }) => code);
const counties = areas.filter((code) => code.length === 6);
const approved = ['reloc.start_rate', 'reloc.completion_rate'];
const onAreas = (...named: string[]): Resource => ({ areas: named, indicators: approved, approved });

const principals: readonly Principal[] = roleNames.flatMap((role) =>
  areas.flatMap((area) => principalIn('43', role, area) ?? []),
);
const anyPrincipal = fc.constantFrom(...principals);
const anyAction = fc.constantFrom(...actionNames);
const anyArea = fc.constantFrom(...areas);
const anyIndicators = fc.option(
  fc.subarray([...approved, 'emp.zero_job_households', 'no.such'], { minLength: 0 }),
);
const anyResource = fc.record({
  areas: fc.array(anyArea, { maxLength: 4 }),
  indicators: anyIndicators,
  approved: fc.constant(approved),
});

describe('authorize', () => {
  it.each([
    ['a county reads its own upload', 'county', '431224', 'read_upload', ['431224'], null],
    ['not its neighbour’s', 'county', '431224', 'read_upload', ['431222'], 'area'],
    ['nor one that holds both', 'county', '431224', 'read_upload', ['431224', '431222'], 'area'],
    ['nor the city’s figures', 'county', '431224', 'read_figures', ['4312'], 'area'],
    ['a command room sees its city’s counties', 'dispatcher', '4312', 'read_figures', ['431224'], null],
    ['never rows', 'dispatcher', '4312', 'read_rows', ['4312'], 'role'],
    ['nor findings', 'dispatcher', '4312', 'read_upload', ['431224'], 'role'],
    ['an analyst sees aggregates', 'analyst', '43', 'read_figures', ['43', '431224'], null],
    ['and no upload', 'analyst', '43', 'list_uploads', ['43'], 'role'],
    ['an auditor reads rows of its area', 'auditor', '4312', 'read_rows', ['431224'], null],
    ['not of another city', 'auditor', '4312', 'read_rows', ['4301'], 'area'],
    ['and changes nothing', 'auditor', '43', 'change_upload', ['431224'], 'role'],
    ['nor has a copy that shows identities', 'auditor', '43', 'read_own_copy', ['431224'], 'role'],
    ['who runs a city changes nothing beyond it', 'admin', '4312', 'change_upload', ['4301'], 'area'],
  ] as const)('%s', (_, role, area, action, asked, missing) => {
    const decision = authorize(principalIn('43', role, area), action, onAreas(...asked));
    expect(decision).toMatchObject(missing === null ? { allowed: true } : { allowed: false, missing });
  });

  it.each([
    ['approved ones', approved, true],
    ['one that nobody approved', ['reloc.start_rate', 'emp.zero_job_households'], false],
    ['figures nobody names', null, false],
  ] as const)('shows the public %s: %s', (_, indicators, allowed) => {
    const resource = { areas: ['4312'], indicators, approved };
    expect(authorize({ role: 'public', area: '43' }, 'read_figures', resource).allowed).toBe(allowed);
  });

  it('says what the public may not see, without the rest', () => {
    const resource = { areas: ['43'], indicators: ['reloc.start_rate', 'no.such'], approved };
    const decision = authorize({ role: 'public', area: '43' }, 'read_figures', resource);
    expect(decision).toEqual({ allowed: false, missing: 'approval', indicators: ['no.such'] });
  });

  it('lets nobody do nothing', () => {
    fc.assert(
      fc.property(anyAction, anyResource, (action, resource) => {
        expect(authorize(null, action, resource)).toEqual({ allowed: false, missing: 'principal' });
      }),
    );
  });

  it('widens no decision when the code of the principal’s area gets longer', () => {
    fc.assert(
      fc.property(anyPrincipal, anyArea, anyAction, anyResource, (wide, inner, action, resource) => {
        const narrow = principalIn('43', wide.role, inner);
        fc.pre(narrow !== null && isWithin(inner, wide.area));
        if (authorize(narrow, action, resource).allowed) {
          expect(authorize(wide, action, resource)).toEqual({ allowed: true });
        }
      }),
    );
  });

  it('needs no wider role for an area within one that is allowed', () => {
    fc.assert(
      fc.property(anyPrincipal, anyArea, anyArea, anyAction, (principal, outer, inner, action) => {
        fc.pre(isWithin(inner, outer));
        if (authorize(principal, action, onAreas(outer)).allowed) {
          expect(authorize(principal, action, onAreas(inner))).toEqual({ allowed: true });
        }
      }),
    );
  });

  it('lets no role do anything to an area outside its own, whatever stands beside it', () => {
    fc.assert(
      fc.property(anyPrincipal, anyArea, anyAction, anyResource, (principal, foreign, action, resource) => {
        fc.pre(!isWithin(foreign, principal.area));
        const both = { ...resource, areas: [...resource.areas, foreign] };
        expect(authorize(principal, action, both).allowed).toBe(false);
      }),
    );
  });

  it('lets no county’s office see another county', () => {
    for (const own of counties) {
      const office = { role: 'county', area: own } as const;
      const seen = counties.filter((one) => authorize(office, 'read_figures', onAreas(one)).allowed);
      expect(seen).toEqual([own]);
    }
  });
});
