import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type FunctionName, functionEnvironment, queues } from '../../shared/contract.ts';
import { constructOf } from './policies.ts';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const names: readonly FunctionName[] = ['ingest', 'indicators', 'api', 'documents', 'cadence'];
const template = templateWith();
const json = jsonOf(template);

const functionShape = z.object({
  Runtime: z.string(),
  Handler: z.string(),
  MemorySize: z.number(),
  Timeout: z.number(),
  Architectures: z.array(z.string()),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
});

const functionNamed = (name: FunctionName) => {
  const found = resourcesOf(json, 'AWS::Lambda::Function').find(([id]) => id.startsWith(constructOf(name)));
  if (found === undefined) throw new Error(`No function ${name} in the template.`);
  return functionShape.parse(found[1].Properties);
};

describe('functions', () => {
  it('are five, and the stack has no other', () => {
    template.resourceCountIs('AWS::Lambda::Function', names.length);
  });

  it.each(names)('%s is given the contract’s environment and no more', (name) => {
    expect(Object.keys(functionNamed(name).Environment.Variables).sort()).toEqual(
      [...functionEnvironment[name], 'NODE_OPTIONS'].sort(),
    );
  });

  it('are told the right things', () => {
    expect(functionNamed('ingest').Environment.Variables).toMatchObject({
      ANJU_PROVINCE: '43',
      ANJU_TABLE: { Ref: expect.stringMatching(/^Table/) },
      ANJU_INBOX_BUCKET: { Ref: expect.stringMatching(/^Inbox/) },
      ANJU_REPORTS_BUCKET: { Ref: expect.stringMatching(/^Reports/) },
      ANJU_PUBLISH_QUEUE_URL: { Ref: expect.stringMatching(/^PublishQueue/) },
      ANJU_TOKEN_SECRET_ID: { Ref: expect.stringMatching(/^TokenKeySecret/) },
    });
  });

  it.each(names)('%s fits a new account: at most 3,008 MB, on Node 24', (name) => {
    const { MemorySize, Runtime, Handler } = functionNamed(name);
    expect(MemorySize).toBeLessThanOrEqual(3008);
    expect(Runtime).toBe('nodejs24.x');
    expect(Handler).toBe('index.handler');
  });

  it.each([
    ['ingest', queues.ingest.functionTimeoutSeconds],
    ['indicators', queues.publish.functionTimeoutSeconds],
  ] as const)('%s stops when the contract says', (name, seconds) => {
    expect(functionNamed(name).Timeout).toBe(seconds);
  });

  it.each(['api', 'documents'] as const)('%s stops before the HTTP API does', (name) => {
    expect(functionNamed(name).Timeout).toBeLessThan(29);
  });

  it.each(names)('%s writes a log that is kept for a year', (name) => {
    const group = json.Resources[functionNamed(name).LoggingConfig.LogGroup.Ref];
    expect(group).toMatchObject({ Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 365 } });
  });

  it.each([
    ['cn-north-1', 'x86_64'],
    ['cn-northwest-1', 'x86_64'],
    ['ap-east-1', 'arm64'],
  ])('in %s run on %s', (region, architecture) => {
    templateWith({ region }).allResourcesProperties('AWS::Lambda::Function', {
      Architectures: [architecture],
    });
  });

  it.each([
    ['Ingest', queues.ingest.batchSize],
    ['Publish', queues.publish.batchSize],
  ])('%s queue is drained one part of a batch at a time, its concurrency bounded', (queue, batchSize) => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${queue}Queue`), 'Arn'] },
      BatchSize: batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
  });

  it('reserve no concurrency: throttling would burn receives', () => {
    expect(JSON.stringify(json)).not.toContain('ReservedConcurrentExecutions');
  });
});
