import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionName } from '../shared/contract.ts';
import type { Deployment } from './deployment.ts';
import type { WorkQueue } from './work-queue.ts';

/** What is watched. */
export interface Watched {
  readonly functions: Readonly<Record<FunctionName, IFunction>>;
  readonly workQueues: Readonly<Record<'ingest' | 'publish', WorkQueue>>;
  readonly undelivered: IQueue;
  readonly api: HttpApi;
  readonly table: ITable;
}

/** One alarm: raised when the metric reaches the threshold, silent when nothing happens. */
interface Watch {
  readonly id: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** What it means and what to do, for the person it wakes. */
  readonly meaning: string;
}

const period = Duration.minutes(5);
const sum = { period, statistic: 'Sum' } as const;
const maximum = { period, statistic: 'Maximum' } as const;

/** Seconds a message may wait before somebody should look: the path takes seconds. */
const oldestMessageSeconds = 15 * 60;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function watchesOf({ functions, workQueues, undelivered, api, table }: Watched): Watch[] {
  const queues = Object.entries(workQueues).flatMap(([name, { queue, deadLetters }]): Watch[] => [
    {
      id: `${capital(name)}DeadLetters`,
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(maximum),
      threshold: 1,
      meaning: `A message of the ${name} queue failed every time. Read the logs, mend the fault, redrive.`,
    },
    {
      id: `${capital(name)}Waiting`,
      metric: queue.metricApproximateAgeOfOldestMessage(maximum),
      threshold: oldestMessageSeconds,
      meaning: `A message has waited a quarter of an hour in the ${name} queue.`,
    },
  ]);
  const errors = Object.entries(functions).map(
    ([name, handler]): Watch => ({
      id: `${capital(name)}Errors`,
      metric: handler.metricErrors(sum),
      threshold: 1,
      meaning: `${name} threw: a fault of ours, never a bad workbook. The queue retries; read the logs.`,
    }),
  );
  const throttles = (['ReadThrottleEvents', 'WriteThrottleEvents'] as const).map(
    (name): Watch => ({
      id: name,
      metric: table.metric(name, sum),
      threshold: 1,
      meaning: 'The table refused requests for a moment. Harmless once; often, it asks for a higher limit.',
    }),
  );
  return [
    ...queues,
    {
      id: 'UndeliveredEvents',
      metric: undelivered.metricApproximateNumberOfMessagesVisible(maximum),
      threshold: 1,
      meaning: 'An upload or a clock tick reached no function. Send it on to the ingest queue.',
    },
    ...errors,
    {
      id: 'ApiServerErrors',
      metric: api.metricServerError(sum),
      threshold: 1,
      meaning: 'The HTTP API answered 5xx.',
    },
    ...throttles,
  ];
}

/** The alarms of a province, sent to the topic of `-c alarmTopicArn=` when there is one. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment, watched: Watched) {
    super(scope, id);
    const { alarmTopicArn } = deployment;
    const action =
      alarmTopicArn === undefined
        ? undefined
        : new SnsAction(Topic.fromTopicArn(this, 'Topic', alarmTopicArn));
    for (const { id: alarmId, metric, threshold, meaning } of watchesOf(watched)) {
      const alarm = new Alarm(this, alarmId, {
        metric,
        threshold,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
        alarmDescription: `Anju ${deployment.province.slug}: ${meaning}`,
      });
      if (action !== undefined) alarm.addAlarmAction(action);
    }
  }
}
