import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { ProvinceStack } from '../../infra/province-stack.ts';
import { appOf, deploymentWith } from './synthesised.ts';

const folder = mkdtempSync(join(tmpdir(), 'anju-synth-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthesises the stack of Hunan, with something added to it, under CDK's own validation. */
function synthesise(name: string, add: (stack: ProvinceStack) => void): unknown {
  vi.stubEnv('CDK_VALIDATION', 'true');
  const outdir = join(folder, name);
  const app = appOf({ builtinCloudFormationValidation: true, outdir });
  add(new ProvinceStack(app, deploymentWith({})));
  app.synth();
  return JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;
}

it('CDK’s own validation finds nothing in the template', () => {
  expect(synthesise('right', () => undefined)).toEqual([]);
});

it('CDK’s own validation would stop at a wrong property', () => {
  const wrong = (stack: ProvinceStack): void => {
    new CfnResource(stack, 'Wrong', { type: 'AWS::SQS::Queue', properties: { VisibilityTimeout: 'soon' } });
  };
  expect(() => synthesise('wrong', wrong)).toThrow(/VisibilityTimeout: 'soon' is not of type 'integer'/);
});

it('cdk.json carries the recommended flags of this aws-cdk-lib and asks nothing of the network', () => {
  expect(cdkJson.context).toMatchObject(flags);
  expect(cdkJson).toMatchObject({
    notices: false,
    versionReporting: false,
    context: { 'cli-telemetry': false },
  });
  expect(cdkJson.context['@aws-cdk/core:validateAgainstDefaultRules']).toBe(true);
});
