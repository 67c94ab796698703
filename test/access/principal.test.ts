import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  audienceName,
  audienceOf,
  principalIn,
  principalOf,
  roleNameOf,
} from '../../shared/access/principal.ts';
import { roleNames } from '../../shared/access/roles.ts';
import { areasOfProvince } from '../../shared/programme/areas.ts';

const hunan = { province: '43', rolePrefix: 'anju-43' };
const arn = (role: string, session = 'li') => `arn:aws-cn:sts::123456789012:assumed-role/${role}/${session}`;

describe('the principal of a request', () => {
  it.each([
    ['a county’s office', 'anju-43-county-431224', { role: 'county', area: '431224' }],
    ['a city’s command room', 'anju-43-dispatcher-4312', { role: 'dispatcher', area: '4312' }],
    ['a county’s command room', 'anju-43-dispatcher-431224', { role: 'dispatcher', area: '431224' }],
    ['the province’s analyst', 'anju-43-analyst-43', { role: 'analyst', area: '43' }],
    ['an auditor', 'anju-43-auditor-43', { role: 'auditor', area: '43' }],
    ['who runs Anju in a city', 'anju-43-admin-4312', { role: 'admin', area: '4312' }],
    ['the public', 'anju-43-public-43', { role: 'public', area: '43' }],
  ])('is %s by the role’s name', (_, role, principal) => {
    expect(principalOf(arn(role), hunan)).toEqual(principal);
    expect(principalOf(arn(role).replace('aws-cn', 'aws'), hunan)).toEqual(principal);
  });

  it.each([
    ['a role of another province', arn('anju-52-admin-52')],
    ['a role of ours for an area of another province', arn('anju-43-admin-52')],
    ['a role of another stage', arn('anju-43-dev-admin-43')],
    ['a role nobody knows', arn('anju-43-owner-43')],
    ['a word every object has', arn('anju-43-constructor-43')],
    ['a county’s role for a city', arn('anju-43-county-4312')],
    ['a command room of the whole province', arn('anju-43-dispatcher-43')],
    ['an area that does not exist', arn('anju-43-analyst-431299')],
    ['an area written in the long way', arn('anju-43-analyst-431200')],
    ['a role whose name goes on', arn('anju-43-admin-43-x')],
    ['a role whose name only ends like ours', arn('x-anju-43-admin-43')],
    ['a path in the session’s name', `${arn('other')}/anju-43-admin-43/x`],
    ['a session named like a role', arn('reader', 'anju-43-admin-43')],
    ['a user', 'arn:aws-cn:iam::123456789012:user/anju-43-admin-43'],
    ['a role itself, not assumed', 'arn:aws-cn:iam::123456789012:role/anju-43-admin-43'],
    ['a federated user', 'arn:aws-cn:sts::123456789012:federated-user/anju-43-admin-43'],
    ['an ARN after other text', `x${arn('anju-43-admin-43')}`],
    ['nobody', null],
  ])('is nobody for %s', (_, caller) => {
    expect(principalOf(caller, hunan)).toBeNull();
  });

  it('is taken from the role’s name and from nothing else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w+=,.@-]{2,64}$/), (session) => {
        expect(principalOf(arn('anju-43-analyst-4312', session), hunan)).toEqual({
          role: 'analyst',
          area: '4312',
        });
      }),
    );
  });

  it('is read back from the name the stack gives its role, at every stage', () => {
    const areas = areasOfProvince('43').map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.constantFrom(...roleNames),
        fc.constantFrom(...areas),
        fc.constantFrom('anju-43', 'anju-43-dev', 'anju-43-admin'),
        (role, area, rolePrefix) => {
          const principal = principalIn('43', role, area);
          const name = roleNameOf({ role, area }, { rolePrefix });
          expect(principalOf(arn(name), { province: '43', rolePrefix })).toEqual(principal);
        },
      ),
    );
  });
});

describe('the audience of a principal', () => {
  it.each([
    ['county', 'own'],
    ['dispatcher', 'own'],
    ['analyst', { k: 5 }],
    ['auditor', 'own'],
    ['admin', 'own'],
    ['public', { k: 10 }],
  ] as const)('of %s is %o', (role, audience) => {
    expect(audienceOf({ role })).toEqual(audience);
  });

  it('has a name of its own each', () => {
    expect([audienceName('own'), audienceName({ k: 5 }), audienceName({ k: 10 })]).toEqual([
      'own',
      'k5',
      'k10',
    ]);
  });
});
