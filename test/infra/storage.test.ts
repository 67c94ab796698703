import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { jsonOf, resourcesOf, templateWith } from './synthesised.ts';

const template = templateWith();
const json = jsonOf(template);
const dev = jsonOf(templateWith({ stage: 'dev' }));

const bucketNamed = (prefix: string): object => {
  const found = resourcesOf(json, 'AWS::S3::Bucket').find(([id]) => id.startsWith(prefix));
  if (found === undefined) throw new Error(`No bucket whose logical id begins with ${prefix}.`);
  return found[1].Properties;
};
const underTheProvinceKey = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() },
      },
    ],
  },
};

describe('buckets', () => {
  it.each(['Inbox', 'Reports', 'AccessLogs'])('%s is closed to the public and to ACLs', (name) => {
    expect(bucketNamed(name)).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  it.each(['Inbox', 'Reports', 'AccessLogs'])('%s refuses plain HTTP and TLS before 1.2', (name) => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: Match.stringLikeRegexp(`^${name}`) },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
        ]),
      },
    });
  });

  it.each(['Inbox', 'Reports'])(
    '%s keeps versions, under the province key, with its accesses logged',
    (name) => {
      expect(bucketNamed(name)).toMatchObject({
        ...underTheProvinceKey,
        VersioningConfiguration: { Status: 'Enabled' },
        LoggingConfiguration: { LogFilePrefix: `${name.toLowerCase()}/` },
      });
    },
  );

  it('only the inbox tells EventBridge, and no custom resource does it', () => {
    const telling = resourcesOf(json, 'AWS::S3::Bucket').filter(
      ([, one]) => 'NotificationConfiguration' in one.Properties,
    );
    expect(telling.map(([id]) => id)).toEqual([expect.stringMatching(/^Inbox/)]);
    expect(bucketNamed('Inbox')).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(Object.values(json.Resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type))).toEqual(
      [],
    );
  });

  it('the inbox cools after 90 days, ends after ten years and drops unfinished multipart uploads', () => {
    expect(bucketNamed('Inbox')).toMatchObject({
      LifecycleConfiguration: {
        Rules: [
          {
            Transitions: [{ StorageClass: 'STANDARD_IA', TransitionInDays: 90 }],
            ExpirationInDays: 3650,
            NoncurrentVersionExpiration: { NoncurrentDays: 365 },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          },
        ],
      },
    });
  });

  it('private copies end after 30 days and exports after one, with their versions; commands never end', () => {
    expect(bucketNamed('Reports')).toMatchObject({
      LifecycleConfiguration: {
        Rules: [
          { Prefix: 'private/', ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
          { Prefix: 'exports/', ExpirationInDays: 1, NoncurrentVersionExpiration: { NoncurrentDays: 1 } },
          expect.not.objectContaining({ ExpirationInDays: expect.anything() }),
        ],
      },
    });
  });
});

describe('table', () => {
  it('is one plain table with the contract’s keys, paid per request, restorable, under the province key', () => {
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
    template.resourceCountIs('AWS::DynamoDB::Table', 1);
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      DeletionProtectionEnabled: true,
      TimeToLiveSpecification: Match.absent(),
      GlobalSecondaryIndexes: Match.absent(),
    });
  });
});

describe('token key', () => {
  it('is made by the stack under the province key, one key that turns every year', () => {
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      KmsKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Key'), 'Arn'] },
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
      SecretString: Match.absent(),
    });
  });

  it('is denied to every principal but the role of ingest', () => {
    template.hasResourceProperties('AWS::SecretsManager::ResourcePolicy', {
      BlockPublicPolicy: true,
      ResourcePolicy: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 'secretsmanager:GetSecretValue',
            Condition: {
              ArnNotEquals: {
                'aws:PrincipalArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('^IngestFunctionRole'), 'Arn'] },
              },
            },
          },
        ],
      },
    });
  });
});

describe('destroying the stack', () => {
  const kept = [
    'AWS::S3::Bucket',
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::SecretsManager::Secret',
    'AWS::Logs::LogGroup',
  ];

  it.each(kept)('keeps every %s in prod', (type) => {
    const policies = resourcesOf(json, type).map(([, one]) => one.DeletionPolicy);
    expect(policies.length).toBeGreaterThan(0);
    expect(new Set(policies)).toEqual(new Set(['Retain']));
  });

  it.each(kept)('throws away every %s in dev', (type) => {
    expect(new Set(resourcesOf(dev, type).map(([, one]) => one.DeletionPolicy))).toEqual(new Set(['Delete']));
  });

  it('is not stopped by deletion protection in dev', () => {
    expect(
      resourcesOf(dev, 'AWS::DynamoDB::Table').map(([, one]) => one.Properties.DeletionProtectionEnabled),
    ).toEqual([false]);
  });
});
