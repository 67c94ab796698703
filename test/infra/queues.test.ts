import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { queueRetentionDays, queues } from '../../shared/contract.ts';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const template = templateWith();
const json = jsonOf(template);

describe('queues', () => {
  it('are two work queues, their two dead-letter queues and one for undelivered events', () => {
    expect(
      resourcesOf(json, 'AWS::SQS::Queue')
        .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))
        .sort(),
    ).toEqual([
      'IngestDeadLetters',
      'IngestQueue',
      'PublishDeadLetters',
      'PublishQueue',
      'UndeliveredEvents',
    ]);
  });

  it('are standard, encrypted, and keep a message for two weeks', () => {
    for (const [, { Properties }] of resourcesOf(json, 'AWS::SQS::Queue')) {
      expect(Properties).toMatchObject({
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: queueRetentionDays * 86_400,
      });
      expect(Properties).not.toHaveProperty('FifoQueue');
    }
  });

  it('refuse plain HTTP', () => {
    const policies = resourcesOf(json, 'AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(5);
    for (const [, one] of policies) expect(JSON.stringify(one)).toContain('"aws:SecureTransport":"false"');
  });

  it.each(['ingest', 'publish'] as const)('%s has the contract’s settings', (name) => {
    const { visibilityTimeoutSeconds, maxReceiveCount, functionTimeoutSeconds } = queues[name];
    const construct = name === 'ingest' ? 'Ingest' : 'Publish';
    template.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: visibilityTimeoutSeconds,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp(`^${construct}DeadLetters`), 'Arn'] },
        maxReceiveCount,
      },
    });
    expect(visibilityTimeoutSeconds).toBeGreaterThanOrEqual(6 * functionTimeoutSeconds);
  });
});

describe('events', () => {
  it('of objects made in the inbox, and in no other bucket, go to the ingest queue', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [{ Ref: Match.stringLikeRegexp('^Inbox') }] } },
      },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestQueue'), 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UndeliveredEvents'), 'Arn'] } },
        }),
      ],
    });
  });

  it('wake cadence at six in the morning of Shanghai, by a rule and not by Scheduler', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', 0);
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(0 22 * * ? *)',
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^CadenceFunction'), 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UndeliveredEvents'), 'Arn'] } },
        }),
      ],
    });
  });

  it('have no third rule', () => {
    template.resourceCountIs('AWS::Events::Rule', 2);
  });
});
