import { describe, expect, it } from 'vitest';
import { access } from '../../infra/access.ts';
import type { FunctionName, table } from '../../shared/contract.ts';
import { allowedPairs, statementsOf } from './policies.ts';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const names: readonly FunctionName[] = ['ingest', 'indicators', 'api', 'documents', 'cadence'];
const json = jsonOf(templateWith());
const keyOf = (name: string): string => `<${name}.Arn>`;

const reading = (name: string): string[] => [
  `dynamodb:BatchGetItem ${keyOf('Table')}`,
  `dynamodb:GetItem ${keyOf('Table')}`,
  `dynamodb:Query ${keyOf('Table')}`,
  `kms:Decrypt ${keyOf('Key')}`,
  `kms:DescribeKey ${keyOf('Key')}`,
  `logs:CreateLogStream <${name}Logs.Arn>`,
  `logs:PutLogEvents <${name}Logs.Arn>`,
];
const findings = `s3:GetObject ${keyOf('Reports')}/findings/*`;
const encrypting = ['Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
  (action) => `kms:${action} ${keyOf('Key')}`,
);
const commands = `s3:GetObject ${keyOf('Reports')}/commands/*`;
const diffs = `s3:GetObject ${keyOf('Reports')}/diffs/*`;
const missing = `s3:ListBucket ${keyOf('Reports')}`;
const writing = [
  `dynamodb:BatchWriteItem ${keyOf('Table')}`,
  `dynamodb:PutItem ${keyOf('Table')}`,
  ...encrypting,
  `s3:PutObject ${keyOf('Reports')}/findings/*`,
];
const draining = (queue: string): string[] =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (action) => `sqs:${action} <${queue}Queue.Arn>`,
  );

/** The whole of what each role may do: anything added to the stack must be added here, on purpose. */
const whole: Readonly<Record<FunctionName, readonly string[]>> = {
  ingest: [
    ...reading('IngestFunction'),
    ...writing,
    ...draining('Ingest'),
    `s3:GetObject ${keyOf('Inbox')}/*`,
    `s3:GetObjectVersion ${keyOf('Inbox')}/*`,
    `s3:ListBucket ${keyOf('Inbox')}`,
    `s3:ListBucketVersions ${keyOf('Inbox')}`,
    'secretsmanager:GetSecretValue <TokenKeySecret>',
    'sqs:SendMessage <PublishQueue.Arn>',
  ],
  indicators: [
    ...reading('IndicatorsFunction'),
    ...writing,
    ...draining('Publish'),
    findings,
    diffs,
    commands,
    missing,
    `s3:PutObject ${keyOf('Reports')}/diffs/*`,
  ],
  api: [
    ...reading('ApiFunction'),
    ...encrypting,
    findings,
    diffs,
    commands,
    missing,
    `s3:GetObject ${keyOf('Reports')}/alerts/*`,
    `s3:PutObject ${keyOf('Reports')}/audit/*`,
    `s3:PutObject ${keyOf('Reports')}/commands/*`,
    'sqs:SendMessage <PublishQueue.Arn>',
  ],
  documents: [
    ...reading('DocumentsFunction'),
    ...encrypting,
    findings,
    `s3:GetObject ${keyOf('Inbox')}/*`,
    `s3:GetObjectVersion ${keyOf('Inbox')}/*`,
    `s3:GetObject ${keyOf('Reports')}/private/*`,
    `s3:GetObject ${keyOf('Reports')}/exports/*`,
    `s3:PutObject ${keyOf('Reports')}/exports/*`,
    `s3:PutObject ${keyOf('Reports')}/audit/*`,
    `s3:PutObject ${keyOf('Reports')}/private/*`,
  ],
  cadence: [
    ...reading('CadenceFunction'),
    ...encrypting,
    `s3:PutObject ${keyOf('Reports')}/alerts/*`,
    'sqs:SendMessage <UndeliveredEvents.Arn>',
  ],
};

/** Key patterns a role's table statements of one action are bound to; undefined when they are not bound. */
const boundKeys = (name: FunctionName, action: string): unknown =>
  statementsOf(json, name).find(({ actions }) => actions.includes(action))?.condition[
    'ForAllValues:StringLike'
  ]?.['dynamodb:LeadingKeys'];

const matches = (pattern: string, key: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : pattern === key;
const mayTouch = (patterns: unknown, key: string): boolean =>
  patterns === undefined || (Array.isArray(patterns) && patterns.some((one) => matches(String(one), key)));

describe('roles', () => {
  it.each(names)('%s may do this and nothing else', (name) => {
    expect(allowedPairs(json, name)).toEqual([...whole[name]].sort());
  });

  it.each(names)('%s has no wildcard action, no bare * resource, and may not scan or delete', (name) => {
    for (const pair of allowedPairs(json, name)) {
      expect(pair).not.toMatch(/^\S*\*|\s\*$/);
      expect(pair).not.toMatch(/Scan|PartiQL|DeleteItem|DeleteObject|DeleteTable/);
    }
  });

  it('none is a managed policy of AWS', () => {
    const attached = resourcesOf(json, 'AWS::IAM::Role').flatMap(([, { Properties }]) => [
      Properties.ManagedPolicyArns ?? [],
    ]);
    const own = resourcesOf(json, 'AWS::IAM::ManagedPolicy').map(([Ref]) => ({ Ref }));
    for (const policy of attached.flat()) expect(own).toContainEqual(policy);
  });

  it('none may write below what triggers ingest: the rule’s bucket and every PutObject are apart', () => {
    const puts = names
      .flatMap((name) => allowedPairs(json, name))
      .filter((pair) => /^s3:(Put|Copy|Restore)/.test(pair));
    expect(puts.length).toBeGreaterThan(0);
    expect(puts.filter((pair) => pair.includes('<Inbox'))).toEqual([]);
  });

  it.each([
    ['the token key', 'secretsmanager:', ['ingest']],
    ['the inbox', '<Inbox', ['ingest', 'documents']],
    ['a county’s own copies', '/private/', ['documents']],
  ])('may reach %s only where it must', (_, secret, allowed) => {
    const reaching = names.filter((name) => allowedPairs(json, name).some((pair) => pair.includes(secret)));
    expect(reaching).toEqual(allowed);
  });
});

describe('keys of the table', () => {
  const samples: Readonly<Record<keyof typeof table.prefixes, string>> = {
    county: 'COUNTY#431224',
    upload: 'UPLOAD#x',
    uploadId: 'UPLOADID#x',
    mapping: 'MAPPING#x',
    batch: 'BATCH#x',
    facts: 'FACTS#431224#reloc',
    tree: 'TREE#x',
    commits: 'COMMITS#431224',
    heads: 'HEADS',
  };
  const readable = (name: FunctionName): string[] =>
    Object.values(samples).filter((key) => mayTouch(boundKeys(name, 'dynamodb:Query'), key));
  const writable = (name: FunctionName): string[] =>
    allowedPairs(json, name).some((pair) => pair.startsWith('dynamodb:PutItem'))
      ? Object.values(samples).filter((key) => mayTouch(boundKeys(name, 'dynamodb:PutItem'), key))
      : [];
  const published = ['FACTS#431224#reloc', 'TREE#x', 'COMMITS#431224', 'HEADS'];
  const uploads = ['COUNTY#431224', 'UPLOADID#x'];

  it.each([
    ['ingest', [...uploads, 'BATCH#x'], [...uploads, 'BATCH#x']],
    ['indicators', Object.values(samples), Object.values(samples)],
    ['api', [...uploads, ...published], []],
    ['documents', Object.values(samples), []],
    ['cadence', [...uploads, ...published, 'BATCH#x'], []],
  ] as const)('%s reads and writes its own', (name, reads, writes) => {
    expect(readable(name).sort()).toEqual([...reads].sort());
    expect(writable(name).sort()).toEqual([...writes].sort());
  });

  it('a request that names no key is refused where keys are bound', () => {
    for (const name of names) {
      for (const { actions, condition } of statementsOf(json, name)) {
        const isBound = actions.includes('dynamodb:GetItem') && access[name].reads !== 'all';
        if (isBound) expect(condition.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
      }
    }
  });
});
