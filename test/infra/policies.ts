import * as z from 'zod';
import type { FunctionName } from '../../shared/contract.ts';
import { resourcesOf, type TemplateJson } from './synthesised.ts';

const oneOrMore = z.union([z.unknown().array(), z.unknown().transform((one) => [one])]);

const statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string().array(), z.string().transform((one) => [one])]),
  Resource: oneOrMore,
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

const policy = z.object({
  PolicyDocument: z.object({ Statement: statement.array() }),
  Roles: z.array(z.object({ Ref: z.string() })),
});

const getAtt = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });
const reference = z.object({ Ref: z.string() });
const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.unknown().array()]) });

/** An intrinsic value as text: `<Inbox.Arn>/*`, logical ids without their hash. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const unhashed = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');
  const asGetAtt = getAtt.safeParse(value);
  if (asGetAtt.success)
    return `<${unhashed(asGetAtt.data['Fn::GetAtt'][0])}.${asGetAtt.data['Fn::GetAtt'][1]}>`;
  const asReference = reference.safeParse(value);
  if (asReference.success) return `<${unhashed(asReference.data.Ref)}>`;
  const asJoin = join.safeParse(value);
  if (asJoin.success) return asJoin.data['Fn::Join'][1].map(textOf).join(asJoin.data['Fn::Join'][0]);
  throw new Error(`Not an intrinsic this test knows: ${JSON.stringify(value)}`);
}

/** A statement of a role, readable. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Logical-id prefix of a function's constructs. */
export const constructOf = (name: FunctionName): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`;

/** All statements of a function's role, from every policy attached to it. */
export function statementsOf(json: TemplateJson, name: FunctionName): readonly Statement[] {
  return resourcesOf(json, 'AWS::IAM::Policy')
    .map(([, one]) => policy.parse(one.Properties))
    .filter(({ Roles }) => Roles.some(({ Ref }) => Ref.startsWith(`${constructOf(name)}Role`)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map((one) => ({
      effect: one.Effect,
      actions: one.Action,
      resources: one.Resource.map(textOf),
      condition: one.Condition ?? {},
    }));
}

/** `action resource` pairs a function is allowed, sorted. */
export const allowedPairs = (json: TemplateJson, name: FunctionName): readonly string[] =>
  statementsOf(json, name)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((to) => `${action} ${to}`)),
    )
    .sort();
