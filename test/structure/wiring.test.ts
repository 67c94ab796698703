import { describe, expect, it } from 'vitest';
import { localEnvironment, localFunctions, localQueueSettings } from '../../local/run/local-environment.ts';
import { tableDefinition } from '../../local/run/table.ts';
import { cadenceAt, type FunctionName, functionEnvironment, routes } from '../../shared/contract.ts';
import { constructOf } from '../infra/policies.ts';
import { jsonOf, type Resource, resourcesOf, templateWith } from '../infra/synthesised.ts';

const json = jsonOf(templateWith());

/** The one resource of a type whose logical id begins with a construct's id. */
function resourceAt(type: string, construct: string): Resource {
  const found = resourcesOf(json, type).filter(([id]) => id.startsWith(construct));
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} resources ${type} at ${construct}`);
  return first[1];
}

describe('the local wiring is the stack’s', () => {
  it('has the table’s keys and billing', () => {
    const { Properties: table } = resourceAt('AWS::DynamoDB::Table', 'Table');
    const { KeySchema, AttributeDefinitions, BillingMode } = tableDefinition('any');
    expect(table).toMatchObject({ KeySchema, AttributeDefinitions, BillingMode });
  });

  it.each([
    ['ingest', 'IngestQueue'],
    ['publish', 'PublishQueue'],
  ] as const)('has the %s queue’s visibility timeout and receive count', (name, construct) => {
    const { Properties: queue } = resourceAt('AWS::SQS::Queue', construct);
    expect(queue).toMatchObject({
      VisibilityTimeout: localQueueSettings[name].visibilityTimeoutSeconds,
      RedrivePolicy: { maxReceiveCount: localQueueSettings[name].maxReceiveCount },
    });
  });

  it.each(Object.keys(functionEnvironment) as FunctionName[])('gives %s the same variables', (name) => {
    const { Properties } = resourceAt('AWS::Lambda::Function', constructOf(name));
    const variables = Object.keys(Object(Object(Properties.Environment).Variables));
    const ofRuntime = ['NODE_OPTIONS'];
    expect(variables.filter((key) => !ofRuntime.includes(key)).sort()).toEqual(
      Object.keys(localEnvironment(name, '43')).sort(),
    );
  });

  it('runs every function of the stack', () => {
    expect([...localFunctions].sort()).toEqual(Object.keys(functionEnvironment).sort());
  });

  it('wakes cadence when the stack’s rule does', () => {
    const { Properties: rule } = resourceAt('AWS::Events::Rule', 'CadenceFunctionEveryMorning');
    expect(rule.ScheduleExpression).toBe(`cron(${cadenceAt.minute} ${cadenceAt.hour} * * ? *)`);
  });

  it('has the same routes', () => {
    const keys = resourcesOf(json, 'AWS::ApiGatewayV2::Route').map(([, route]) => route.Properties.RouteKey);
    expect(keys.sort()).toEqual(
      ['$default', ...routes.map(({ method, path }) => `${method} ${path}`)].sort(),
    );
  });
});
