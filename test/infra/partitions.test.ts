import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, resourcesOf, type TemplateJson, templateWith } from './synthesised.ts';

const regions = ['cn-north-1', 'cn-northwest-1', 'ap-east-1', 'us-east-1'] as const;
const china = ['cn-north-1', 'cn-northwest-1'] as const;
const templates = new Map<string, TemplateJson>(
  regions.map((region) => [region, jsonOf(templateWith({ region }))]),
);

const templateOf = (region: string): TemplateJson => {
  const found = templates.get(region);
  if (found === undefined) throw new Error(`No template for ${region}.`);
  return found;
};

/** Service principals are written `.amazonaws.com` in both partitions; everything else is not. */
const withoutPrincipals = (json: TemplateJson): string =>
  JSON.stringify(json).replace(/"(?:Service|Principal)":"[a-z0-9.-]+\.amazonaws\.com"/g, '');

describe('partitions', () => {
  it.each(china)('%s names no ARN and no host of the other partition', (region) => {
    expect(JSON.stringify(templateOf(region))).not.toMatch(/arn:aws:/);
    expect(withoutPrincipals(templateOf(region))).not.toMatch(/amazonaws\.com(?!\.cn)/);
  });

  it.each(regions)('%s has the same resources as every other region', (region) => {
    expect(Object.keys(templateOf(region).Resources).sort()).toEqual(
      Object.keys(templateOf('us-east-1').Resources).sort(),
    );
  });

  it.each(regions)('%s uses no kind of resource that is missing in China', (region) => {
    const missing =
      /^AWS::(Lambda::Url|Cognito::UserPool|CloudFront::|XRay::|Scheduler::|GuardDuty::|ApiGateway::|WAF)|^Custom::/;
    const types = Object.values(templateOf(region).Resources).map(({ Type }) => Type);
    expect(types.filter((type) => missing.test(type))).toEqual([]);
  });

  it.each(regions)('%s uses no property that is missing in China', (region) => {
    const text = JSON.stringify(templateOf(region));
    for (const absent of [
      'TracingConfig',
      'EDGE',
      '"AuthorizerType":"REQUEST"',
      '"AuthorizationType":"NONE"',
    ]) {
      expect(text).not.toContain(absent);
    }
    for (const [, one] of resourcesOf(templateOf(region), 'AWS::Lambda::EventSourceMapping')) {
      for (const absent of ['DestinationConfig', 'MetricsConfig', 'ProvisionedPollerConfig', 'Tags']) {
        expect(one.Properties).not.toHaveProperty(absent);
      }
    }
  });

  it('no source of the stack writes an ARN or a host of a partition', () => {
    const folder = join(import.meta.dirname, '../../infra');
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text.match(/arn:aws(-cn)?:|(?<!lambda\.)amazonaws\.com/g) ?? [], name).toEqual([]);
    }
  });
});

describe('residency', () => {
  const tagOf = (region: string): string =>
    JSON.stringify(resourcesOf(templateOf(region), 'AWS::DynamoDB::Table'));

  it.each(china)('%s holds personal data', (region) => {
    expect(tagOf(region)).toContain('{"Key":"anju:data-class","Value":"personal"}');
    expect(templateOf(region).Description).toBe('Anju: relocation programme of Hunan (43)');
  });

  it('a region outside China is marked as a rehearsal', () => {
    expect(tagOf('ap-east-1')).toContain('{"Key":"anju:data-class","Value":"made-up"}');
    expect(templateOf('ap-east-1').Description).toContain('made-up people only');
  });
});
