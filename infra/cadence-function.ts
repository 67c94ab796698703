import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { cadenceAt } from '../shared/contract.ts';
import { type Ground, ProvinceFunction } from './province-function.ts';

const everyMorning = Schedule.cron({ minute: String(cadenceAt.minute), hour: String(cadenceAt.hour) });

/**
 * 旬调度 · 月通报 · 季度考核 · 年终总评. Woken every morning, it finds out by itself what is due: the calendar of
 * the programme lives in `shared/programme`, not in a schedule. A Rule and not EventBridge Scheduler, which is
 * unconfirmed in China (cloud.md §3).
 */
export class CadenceFunction extends ProvinceFunction {
  constructor(scope: Construct, id: string, ground: Ground, undelivered: IQueue) {
    super(scope, id, 'cadence', ground, { memoryMegabytes: 1024, timeoutSeconds: 300, undelivered });
    new Rule(this, 'EveryMorning', {
      description: 'Wakes cadence at 06:00 Asia/Shanghai',
      schedule: everyMorning,
      targets: [
        new LambdaFunction(this.handler, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(6),
          retryAttempts: 2,
        }),
      ],
    });
  }
}
