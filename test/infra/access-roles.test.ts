import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ProvinceAccess } from '../../infra/province-access.ts';
import { principalsOf } from '../../infra/province-access.ts';
import { ProvinceStack } from '../../infra/province-stack.ts';
import { mayEver } from '../../shared/access/actions.ts';
import { principalIn, principalOf } from '../../shared/access/principal.ts';
import { type Role, roleNames } from '../../shared/access/roles.ts';
import { routeAccess } from '../../shared/access/route-access.ts';
import { routes } from '../../shared/contract.ts';
import { areasOfProvince } from '../../shared/programme/areas.ts';
import { textOf } from './policies.ts';
import { appOf, deploymentWith, hunan, jsonOf, resourcesOf, type TemplateJson } from './synthesised.ts';

const own = { province: '43', rolePrefix: 'anju-43' };

/** Template of Hunan with other roles than the table's. */
function templateOf(access: ProvinceAccess, options: Readonly<Record<string, string>> = {}): TemplateJson {
  const deployment = { ...deploymentWith(options), province: { ...hunan, access } };
  return jsonOf(Template.fromStack(new ProvinceStack(appOf(), deployment, [])));
}

const json = templateOf(hunan.access);

const statement = z.object({
  Action: z.union([z.string(), z.string().array()]),
  Resource: z.union([z.unknown().array(), z.unknown().transform((one) => [one])]),
});
const document = z.object({ Statement: statement.array() });
const rolePolicies = z.object({
  RoleName: z.string(),
  ManagedPolicyArns: z.object({ Ref: z.string() }).array(),
  Policies: z.object({ PolicyDocument: document }).array().default([]),
  AssumeRolePolicyDocument: z.object({ Statement: z.object({ Principal: z.unknown() }).array() }),
});

/** The roles made for people, by name. */
const rolesOf = (template: TemplateJson) =>
  resourcesOf(template, 'AWS::IAM::Role').flatMap(([, { Properties }]) =>
    'RoleName' in Properties ? [rolePolicies.parse(Properties)] : [],
  );

/** `GET /v1/uploads/*` and so on: what the policy of a kind of role lets it call. */
function callsOf(template: TemplateJson, role: Role): readonly string[] {
  const made = rolesOf(template).find(({ RoleName }) => RoleName.startsWith(`anju-43-${role}-`));
  const policy = template.Resources[made?.ManagedPolicyArns[0]?.Ref ?? ''];
  const { PolicyDocument } = z.object({ PolicyDocument: document }).parse(policy?.Properties);
  expect(PolicyDocument.Statement.map(({ Action }) => Action)).toEqual(['execute-api:Invoke']);
  return PolicyDocument.Statement.flatMap(({ Resource }) => Resource.map(textOf)).map((arn) => {
    const [, call = ''] = /^arn:aws-cn:execute-api:.*:<HttpApi>\/\$default\/(.*)$/.exec(arn) ?? [];
    return call.replace('/', ' /');
  });
}

describe('the roles of people', () => {
  it('are those of the table, each named as the endpoint reads it', () => {
    const read = rolesOf(json).map(({ RoleName }) =>
      principalOf(`arn:aws-cn:sts::123456789012:assumed-role/${RoleName}/li`, own),
    );
    expect(read).toEqual(principalsOf(hunan));
    expect(read.length).toBeGreaterThan(15);
  });

  it.each(roleNames)('of a %s may call the routes it may ever use, and no other', (role) => {
    const expected = routes
      .filter(({ id }) => mayEver(role, routeAccess[id].action))
      .map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '*')}`);
    expect([...callsOf(json, role)].sort()).toEqual([...new Set(expected), 'HEAD /*'].sort());
  });

  it('of a county’s office put into its own folder, with the key by way of S3 only; the others into none', () => {
    for (const { RoleName, Policies } of rolesOf(json)) {
      const area = /^anju-43-county-(\d{6})$/.exec(RoleName)?.[1];
      const pairs = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flatMap(
        ({ Action, Resource }) =>
          [Action].flat().flatMap((action) => Resource.map((to) => `${action} ${textOf(to)}`)),
      );
      const expected = [
        `s3:AbortMultipartUpload <Inbox.Arn>/${area}/*`,
        `s3:PutObject <Inbox.Arn>/${area}/*`,
        'kms:Decrypt <Key.Arn>',
        'kms:GenerateDataKey <Key.Arn>',
      ];
      expect(pairs, RoleName).toEqual(area === undefined ? [] : expected);
    }
    const text = JSON.stringify(rolesOf(json).filter(({ RoleName }) => RoleName.includes('county')));
    expect(text.split('PutObject').length).toBe(14);
  });

  it('of another stage have other names, so that one account holds both', () => {
    const dev = templateOf(hunan.access, { stage: 'dev' });
    const names = rolesOf(dev).map(({ RoleName }) => RoleName);
    expect(names).toHaveLength(rolesOf(json).length);
    expect(names.every((name) => name.startsWith('anju-43-dev-'))).toBe(true);
  });

  it.each([
    ['the account’s own policies', 'account', ':root'],
    ['a role of the account', ['role/AnjuOffices'], ':role/AnjuOffices'],
  ] as const)('may be assumed by %s', (_, assumedBy, ending) => {
    for (const { AssumeRolePolicyDocument } of rolesOf(templateOf({ ...hunan.access, assumedBy }))) {
      const [only, ...more] = AssumeRolePolicyDocument.Statement;
      expect(more).toEqual([]);
      expect(JSON.stringify(only?.Principal)).toContain(`${ending}"`);
    }
  });

  it.each([
    ['a command room of the province', { dispatcher: ['43'] }, /access\.areas\.dispatcher names 43/],
    ['an area of another province', { analyst: ['5201'] }, /access\.areas\.analyst names 5201/],
    ['a county that does not exist', { county: ['431299'] }, /access\.areas\.county names 431299/],
  ])('are not made for %s', (_, areas, message) => {
    const access = { ...hunan.access, areas: { ...hunan.access.areas, ...areas } };
    expect(() => principalsOf({ ...hunan, access })).toThrow(message);
  });
});

describe('a whole province', () => {
  const all = areasOfProvince('43').map(({ code }) => code);
  const areas = {
    county: ['43'],
    dispatcher: all.filter((code) => code.length > 2),
    analyst: all,
    auditor: ['43'],
    admin: ['43'],
    public: ['43'],
  };

  it('keeps below CloudFormation’s 500 resources with an office in every county', () => {
    const everyOffice = { ...hunan.access, areas: { ...hunan.access.areas, county: ['43'] } };
    const template = templateOf(everyOffice);
    expect(rolesOf(template).length).toBeGreaterThan(120);
    expect(Object.keys(template.Resources).length).toBeLessThan(450);
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
  });

  it('says so before CloudFormation does where the table asks for too many roles', () => {
    expect(() => principalsOf({ ...hunan, access: { ...hunan.access, areas } })).toThrow(
      /\d+ roles.*at most 300/,
    );
  });

  it('has a name for every principal there can be', () => {
    for (const role of roleNames) {
      for (const area of all) {
        const principal = principalIn('43', role, area);
        const name = `arn:aws-cn:sts::123456789012:assumed-role/anju-43-${role}-${area}/li`;
        expect(principalOf(name, own)).toEqual(principal);
      }
    }
  });
});
