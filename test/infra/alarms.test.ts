import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const template = templateWith();
const topic = 'arn:aws-cn:sns:cn-northwest-1:000000000000:duty';

describe('alarms', () => {
  it.each([
    ['IngestDeadLetters', 'ApproximateNumberOfMessagesVisible', 1],
    ['PublishDeadLetters', 'ApproximateNumberOfMessagesVisible', 1],
    ['UndeliveredEvents', 'ApproximateNumberOfMessagesVisible', 1],
    ['IngestQueue', 'ApproximateAgeOfOldestMessage', 900],
    ['PublishQueue', 'ApproximateAgeOfOldestMessage', 900],
    ['IngestFunction', 'Errors', 1],
    ['IndicatorsFunction', 'Errors', 1],
    ['ApiFunction', 'Errors', 1],
    ['DocumentsFunction', 'Errors', 1],
    ['CadenceFunction', 'Errors', 1],
    ['HttpApi', '5xx', 1],
    ['Table', 'ReadThrottleEvents', 1],
    ['Table', 'WriteThrottleEvents', 1],
  ])('%s %s at %i', (watched, metric, threshold) => {
    const found = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(
      (one) =>
        one.Properties.MetricName === metric &&
        new RegExp(`"${watched}`).test(JSON.stringify(one.Properties.Dimensions)),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.Properties).toMatchObject({
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('are these thirteen, each with a sentence', () => {
    const all = resourcesOf(jsonOf(template), 'AWS::CloudWatch::Alarm');
    expect(all).toHaveLength(13);
    for (const [, one] of all) expect(one.Properties.AlarmDescription).toMatch(/^Anju Hunan: .{20,}\.$/);
  });

  it('ring nowhere unless told where', () => {
    template.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent() });
    template.resourceCountIs('AWS::SNS::Topic', 0);
  });

  it('ring at the topic of -c alarmTopicArn', () => {
    templateWith({ alarmTopicArn: topic }).allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [topic],
    });
  });
});
