import { App, type AppProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import cdkJson from '../../cdk.json' with { type: 'json' };
import type { Acknowledgement } from '../../infra/acknowledgement.ts';
import { type Deployment, deploymentOf } from '../../infra/deployment.ts';
import { ProvinceStack } from '../../infra/province-stack.ts';
import { type Province, provinces } from '../../infra/provinces.ts';

/** Any resource of a template. */
const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resource>;

const templateShape = z.object({
  Description: z.string(),
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.unknown()),
});
export type TemplateJson = z.infer<typeof templateShape>;

/** Hunan, the province of the tests. */
export const hunan: Province = (() => {
  const found = provinces.find((province) => province.code === '43');
  if (found === undefined) throw new Error('infra/provinces.ts has no province 43.');
  return found;
})();

/** A deployment of Hunan as `-c name=value` options ask for it, without credentials. */
export const deploymentWith = (options: Readonly<Record<string, string>>): Deployment =>
  deploymentOf(hunan, { context: (name) => options[name], account: undefined, region: undefined });

/** An app under the flags of cdk.json, in which nothing is bundled. */
export const appOf = (props: AppProps = {}): App =>
  new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
    context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] },
    ...props,
  });

/** The stack of Hunan; with other acknowledgements than its own if given. */
export const stackWith = (
  options: Readonly<Record<string, string>> = {},
  acknowledgements?: readonly Acknowledgement[],
): ProvinceStack => new ProvinceStack(appOf(), deploymentWith(options), acknowledgements);

/** Template of the stack of Hunan. */
export const templateWith = (options: Readonly<Record<string, string>> = {}): Template =>
  Template.fromStack(stackWith(options));

/** The same template with its outermost shape known to the compiler. */
export const jsonOf = (template: Template): TemplateJson => templateShape.parse(template.toJSON());

/** Resources of one type, by logical id. */
export const resourcesOf = (json: TemplateJson, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(json.Resources).filter(([, one]) => one.Type === type);
