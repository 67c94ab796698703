import { type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { accessAcknowledgements } from './access-acknowledgements.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Deployment } from './deployment.ts';

const allFunctions = [
  'IngestFunction',
  'IndicatorsFunction',
  'ApiFunction',
  'DocumentsFunction',
  'CadenceFunction',
] as const;

const onObjects = (object: string): string => `AwsSolutions-IAM5[Resource::<${object}]`;
const underPrefix =
  'Objects are made one by one and have no ARN before; the statement is bound to one prefix of one bucket and ' +
  'to GetObject or PutObject (infra/access.ts).';

/**
 * Every exception from cdk-nag's AwsSolutions and Serverless packs but those for people's roles
 * (access-acknowledgements.ts). A test fails when one is missing and when
 * one is no longer needed.
 */
export const acknowledgements: readonly Acknowledgement[] = [
  {
    rule: onObjects('InboxA8E05DC3.Arn>/*'),
    paths: ['IngestFunction/Role', 'DocumentsFunction/Role'],
    reason:
      'Ingest reads whatever object a county puts, documents hands it back with its errors marked; GetObject ' +
      'only, neither can write one.',
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/findings/*'),
    paths: allFunctions.filter((name) => name !== 'CadenceFunction').map((name) => `${name}/Role`),
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/diffs/*'),
    paths: ['IndicatorsFunction/Role', 'ApiFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/commands/*'),
    paths: ['IndicatorsFunction/Role', 'ApiFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/alerts/*'),
    paths: ['ApiFunction/Role', 'CadenceFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/audit/*'),
    paths: ['ApiFunction/Role', 'DocumentsFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/exports/*'),
    paths: ['DocumentsFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: onObjects('Reports65402A0A.Arn>/private/*'),
    paths: ['DocumentsFunction/Role'],
    reason: underPrefix,
  },
  {
    rule: 'AwsSolutions-SMG4',
    paths: ['TokenKey/Secret'],
    reason:
      'Turning the token key by the clock would give every person a new token and break the join with all ' +
      'earlier batches; it is turned by hand, together with a rebuild (design.md, Access and privacy).',
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    paths: ['Ingest/DeadLetters', 'Publish/DeadLetters', 'UndeliveredEvents'],
    reason: 'These are the dead-letter queues; an alarm watches each.',
  },
  {
    rule: 'Serverless-LambdaDLQ',
    paths: allFunctions.filter((name) => name !== 'CadenceFunction').map((name) => `${name}/Function`),
    reason:
      'Never called asynchronously: a queue with its own dead letters or the HTTP API calls it. Cadence, which ' +
      'the clock calls asynchronously, has one.',
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    paths: ['IngestFunction/Function', 'IndicatorsFunction/Function'],
    reason: 'A mapping from SQS takes no failure destination; the queue redrives to its own dead letters.',
  },
  {
    rule: 'Serverless-LambdaTracing',
    paths: allFunctions.map((name) => `${name}/Function`),
    reason:
      'Tracing of functions does not exist in the China regions (cloud.md §3); both partitions are alike.',
  },
  ...['AwsSolutions-L1', 'Serverless-LambdaLatestVersion'].map(
    (rule): Acknowledgement => ({
      rule,
      paths: allFunctions.map((name) => `${name}/Function`),
      reason: 'Asked for by `-c runtime=nodejs22.x`, for a region that has no newer runtime yet.',
      runtime: 'nodejs22.x',
    }),
  ),
];

/** The exceptions that apply to a deployment: those above and those its roles of people make. */
export const acknowledgementsOf = (deployment: Deployment): readonly Acknowledgement[] => [
  ...acknowledgements.filter(({ runtime }) => runtime === undefined || runtime === deployment.runtime),
  ...accessAcknowledgements(deployment),
];

/**
 * Tells CDK and cdk-nag the exceptions of a province's stack.
 *
 * @throws when a path names no construct: the construct was renamed and its exception was forgotten.
 */
export function acknowledge(stack: Stack, chosen: readonly Acknowledgement[]): void {
  for (const { rule, paths, reason } of chosen) {
    for (const path of paths) {
      let construct: IConstruct = stack;
      for (const id of path.split('/')) construct = construct.node.findChild(id);
      Validations.of(construct).acknowledge({ id: rule, reason });
    }
  }
}
