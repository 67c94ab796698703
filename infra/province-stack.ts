import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment, queues } from '../shared/contract.ts';
import { AccessLogs } from './access-logs.ts';
import { AccessRoles } from './access-roles.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { acknowledge, acknowledgementsOf } from './acknowledgements.ts';
import { Alarms } from './alarms.ts';
import { ApiFunction } from './api-function.ts';
import { CadenceFunction } from './cadence-function.ts';
import { type Deployment, isInChina, keepsData, rolePrefixOf, stackNameOf } from './deployment.ts';
import { DocumentsFunction } from './documents-function.ts';
import { HttpEdge } from './http-edge.ts';
import { Inbox } from './inbox.ts';
import { IndicatorsFunction } from './indicators-function.ts';
import { IngestFunction } from './ingest-function.ts';
import { ObjectCreated } from './object-created.ts';
import type { Ground } from './province-function.ts';
import { ProvinceKey } from './province-key.ts';
import { ProvinceTable } from './province-table.ts';
import { Reports } from './reports.ts';
import { TokenKey } from './token-key.ts';
import { UndeliveredEvents, WorkQueue } from './work-queue.ts';

/** One province (design.md, The path): nothing in it is shared with, or granted to, another province. */
export class ProvinceStack extends Stack {
  constructor(
    scope: Construct,
    deployment: Deployment,
    acknowledgements: readonly Acknowledgement[] = acknowledgementsOf(deployment),
  ) {
    const { province, region, account, stage } = deployment;
    const isRehearsal = !isInChina(region);
    super(scope, stackNameOf(deployment), {
      env: { region, account },
      description: `Anju: relocation programme of ${province.slug} (${province.code})${
        isRehearsal ? ', rehearsal outside China: made-up people only' : ''
      }`,
      terminationProtection: keepsData(deployment),
    });

    const key = new ProvinceKey(this, 'Key', deployment);
    const table = new ProvinceTable(this, 'Table', deployment, key);
    const accessLogs = new AccessLogs(this, 'AccessLogs', deployment);
    const inbox = new Inbox(this, 'Inbox', deployment, key, accessLogs);
    const reports = new Reports(this, 'Reports', deployment, key, accessLogs);
    const tokenKey = new TokenKey(this, 'TokenKey', deployment, key);
    const ingestQueue = new WorkQueue(this, 'Ingest', queues.ingest);
    const publishQueue = new WorkQueue(this, 'Publish', queues.publish);
    const undelivered = new UndeliveredEvents(this, 'UndeliveredEvents');

    const ground: Ground = {
      deployment,
      table,
      reports,
      key,
      environment: {
        [environment.province]: province.code,
        [environment.rolePrefix]: rolePrefixOf(deployment),
        [environment.table]: table.tableName,
        [environment.inboxBucket]: inbox.bucketName,
        [environment.reportsBucket]: reports.bucketName,
        [environment.publishQueueUrl]: publishQueue.queue.queueUrl,
        [environment.tokenSecretId]: tokenKey.secretArn,
      },
    };
    const ingest = new IngestFunction(this, 'IngestFunction', ground, {
      inbox,
      ingestQueue: ingestQueue.queue,
      publishQueue: publishQueue.queue,
      tokenKey,
    });
    const indicators = new IndicatorsFunction(this, 'IndicatorsFunction', ground, publishQueue.queue);
    const api = new ApiFunction(this, 'ApiFunction', ground, publishQueue.queue);
    const documents = new DocumentsFunction(this, 'DocumentsFunction', ground, inbox);
    const cadence = new CadenceFunction(this, 'CadenceFunction', ground, undelivered);
    new ObjectCreated(this, 'ObjectCreated', { inbox, ingestQueue: ingestQueue.queue, undelivered });
    const edge = new HttpEdge(this, 'Http', deployment, { api: api.handler, documents: documents.handler });
    new AccessRoles(this, 'Access', deployment, { api: edge.api, inbox, key });
    new Alarms(this, 'Alarms', deployment, {
      functions: {
        ingest: ingest.handler,
        indicators: indicators.handler,
        api: api.handler,
        documents: documents.handler,
        cadence: cadence.handler,
      },
      workQueues: { ingest: ingestQueue, publish: publishQueue },
      undelivered,
      api: edge.api,
      table,
    });

    const outputs = {
      InboxBucket: inbox.bucketName,
      ReportsBucket: reports.bucketName,
      TableName: table.tableName,
      IngestQueueUrl: ingestQueue.queue.queueUrl,
      PublishQueueUrl: publishQueue.queue.queueUrl,
      ApiUrl: edge.api.apiEndpoint,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });

    const tags = {
      'anju:province': province.code,
      'anju:province-name': province.slug,
      'anju:stage': stage,
      'anju:data-class': isRehearsal ? 'made-up' : 'personal',
    };
    // Event source mappings take no tags in China (cloud.md §3).
    const excludeResourceTypes = ['AWS::Lambda::EventSourceMapping'];
    for (const [name, value] of Object.entries(tags))
      Tags.of(this).add(name, value, { excludeResourceTypes });
    acknowledge(this, acknowledgements);
  }
}
