import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../shared/contract.ts';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const template = templateWith();
const json = jsonOf(template);
const routeShape = z.object({ RouteKey: z.string(), AuthorizationType: z.string(), Target: z.unknown() });
const deployed = resourcesOf(json, 'AWS::ApiGatewayV2::Route').map(([, one]) =>
  routeShape.parse(one.Properties),
);

describe('HTTP API', () => {
  it('has the contract’s routes and $default, once each', () => {
    expect(deployed.map(({ RouteKey }) => RouteKey).sort()).toEqual(
      ['$default', ...routes.map(({ method, path }) => `${method} ${path}`)].sort(),
    );
  });

  it.each(deployed)('$RouteKey is signed', ({ AuthorizationType }) => {
    expect(AuthorizationType).toBe('AWS_IAM');
  });

  it('hands every route to a function, as events of version 2', () => {
    template.allResourcesProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
    });
    for (const { RouteKey, Target } of deployed)
      expect(JSON.stringify(Target), RouteKey).toMatch(/integrations\//);
  });

  it('has one throttled stage that deploys by itself and logs JSON', () => {
    template.resourceCountIs('AWS::ApiGatewayV2::Stage', 1);
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 },
      AccessLogSettings: { Format: Match.serializedJson(Match.objectLike({ status: '$context.status' })) },
    });
  });

  it('allows no other origin to call it from a browser', () => {
    template.allResourcesProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'HTTP',
      CorsConfiguration: Match.absent(),
    });
  });
});
