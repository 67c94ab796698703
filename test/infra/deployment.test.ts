import { describe, expect, it } from 'vitest';
import { deploymentOf, deploymentsOf, stackNameOf } from '../../infra/deployment.ts';
import { provinces } from '../../infra/provinces.ts';
import { deploymentWith, hunan } from './synthesised.ts';

const regionFor = (own: string | undefined, options: Readonly<Record<string, string>> = {}): string =>
  deploymentOf(hunan, { context: (name) => options[name], account: undefined, region: own }).region;

describe('provinces', () => {
  it.each(provinces)('$code $slug keeps its data in China', ({ code, slug, name, region, retention }) => {
    expect(code).toMatch(/^\d{2}$/);
    expect(slug).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(name).toMatch(/^\p{Script=Han}+$/u);
    expect(['cn-north-1', 'cn-northwest-1']).toContain(region);
    expect(retention.logDays).toBeGreaterThanOrEqual(180);
    expect(retention.rawDays).toBeGreaterThan(retention.replacedRawDays);
  });

  it('names each code once', () => {
    expect(new Set(provinces.map(({ code }) => code)).size).toBe(provinces.length);
  });

  it('gives one stack to each', () => {
    const all = deploymentsOf({ context: () => undefined, account: undefined, region: undefined });
    expect(all.map(stackNameOf)).toEqual(provinces.map(({ code }) => `Anju-${code}`));
  });
});

describe('region', () => {
  it.each([
    ['the table, when nothing is known', undefined, {}, 'cn-northwest-1'],
    ['the table, for credentials of Beijing', 'cn-north-1', {}, 'cn-northwest-1'],
    ['the table, for credentials of Ningxia', 'cn-northwest-1', {}, 'cn-northwest-1'],
    ['their own, for credentials of Hong Kong', 'ap-east-1', {}, 'ap-east-1'],
    ['their own, for credentials of Virginia', 'us-east-1', {}, 'us-east-1'],
    ['the one asked for, before all', 'us-east-1', { region: 'cn-north-1' }, 'cn-north-1'],
  ])('is that of %s', (_sentence, own, options, expected) => {
    expect(regionFor(own, options)).toBe(expected);
  });
});

describe('options', () => {
  it.each([
    ['prod is the stage', {}, { stage: 'prod', runtime: 'nodejs24.x', alarmTopicArn: undefined }],
    ['x86_64 in China', { region: 'cn-north-1' }, { architecture: 'x86_64' }],
    ['arm64 elsewhere', { region: 'ap-east-1' }, { architecture: 'arm64' }],
    ['the processor asked for', { region: 'cn-north-1', architecture: 'arm64' }, { architecture: 'arm64' }],
    ['the runtime asked for', { runtime: 'nodejs22.x' }, { runtime: 'nodejs22.x' }],
    ['an empty option is none', { stage: '' }, { stage: 'prod' }],
  ])('%s', (_sentence, options, expected) => {
    expect(deploymentWith(options)).toMatchObject(expected);
  });

  it('name the stack after the stage, except prod', () => {
    expect(stackNameOf(deploymentWith({}))).toBe('Anju-43');
    expect(stackNameOf(deploymentWith({ stage: 'dev' }))).toBe('Anju-43-dev');
  });

  it.each([
    [{ region: 'Ningxia' }, /region=Ningxia: expected a region such as/],
    [{ stage: 'My Stage' }, /stage=My Stage: expected up to twelve/],
    [{ runtime: 'nodejs18.x' }, /runtime=nodejs18.x: expected one of nodejs22.x, nodejs24.x/],
    [{ architecture: 'sparc' }, /architecture=sparc: expected one of arm64, x86_64/],
    [{ alarmTopicArn: 'me@example.org' }, /expected the ARN of an SNS topic/],
  ])('%j is refused with what is allowed', (options, message) => {
    expect(() => deploymentWith(options)).toThrow(message);
  });
});
