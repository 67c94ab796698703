import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signature, signingKey } from '../../local/s3/sigv4.ts';
import {
  credentials,
  inbox,
  removeFolder,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';

const start = Date.parse('2017-04-21T08:00:00Z');
const time = '20170421T080000Z';
const scope = { date: '20170421', region: 'cn-northwest-1', service: 's3' };

let folder: string;
let running: TestEndpoint;
let now = start;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await startTestEndpoint(folder, { now: () => new Date(now) });
});

afterAll(async () => {
  await running.endpoint.close();
  await removeFolder(folder);
  expect(running.faults).toEqual([]);
});

const expiration = '2017-04-21T08:15:00Z';
const signing = {
  'x-amz-algorithm': 'AWS4-HMAC-SHA256',
  'x-amz-credential': `${credentials.accessKeyId}/20170421/cn-northwest-1/s3/aws4_request`,
  'x-amz-date': time,
};
const conditions: readonly unknown[] = [
  { bucket: inbox },
  ['starts-with', '$key', '431224/'],
  ['content-length-range', 2, 20],
  { 'x-amz-meta-county': '431224' },
  ...Object.entries(signing).map(([name, value]) => ({ [name]: value })),
];

interface Post {
  readonly policy?: unknown;
  readonly fields?: Readonly<Record<string, string>>;
  readonly file?: string | null;
  readonly secret?: string;
  readonly bucket?: string;
}

async function post({ policy, fields, file = 'content', secret, bucket = inbox }: Post) {
  const document = Buffer.from(JSON.stringify(policy ?? { expiration, conditions })).toString('base64');
  const key = signingKey(secret ?? credentials.secretAccessKey, scope);
  const form = new FormData();
  const all = {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3 puts the file's name here
    key: '431224/${filename}',
    'x-amz-meta-county': '431224',
    ...signing,
    policy: document,
    'x-amz-signature': signature(key, document),
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  if (file !== null) form.append('file', new Blob([file]), '溆浦县 搬迁户.csv');
  form.append('submit', 'ignored');
  const answer = await fetch(`${running.endpoint.url}/${bucket}`, { method: 'POST', body: form });
  const text = await answer.text();
  return { status: answer.status, text, code: /<Code>(\w+)</.exec(text)?.[1], headers: answer.headers };
}

describe('presigned POST', () => {
  test('stores the file under the key with its own name, metadata and event', async () => {
    const answer = await post({});
    expect(answer.status).toBe(204);
    expect(running.events.at(-1)?.detail).toMatchObject({
      reason: 'POST Object',
      object: {
        key: '431224/溆浦县 搬迁户.csv',
        size: 7,
        'version-id': answer.headers.get('x-amz-version-id'),
      },
    });
  });

  test('answers 201 with a document when asked', async () => {
    const wanted = { success_action_status: '201' };
    const policy = { expiration, conditions: [...conditions, wanted] };
    const answer = await post({ fields: wanted, policy });
    expect([answer.status, answer.text]).toEqual([
      201,
      expect.stringContaining('<Key>431224/溆浦县 搬迁户.csv</Key>'),
    ]);
  });

  test.each(['0123456789'.repeat(2), '01'])('%s is as long as allowed', async (file) => {
    expect((await post({ file })).status).toBe(204);
  });

  const without = (name: string) => conditions.filter((one) => !JSON.stringify(one).includes(name));

  test.each<[string, Post, number, string]>([
    ['a key outside the prefix', { fields: { key: '431225/a' } }, 403, 'AccessDenied'],
    ['other metadata', { fields: { 'x-amz-meta-county': '431225' } }, 403, 'AccessDenied'],
    ['a field the policy does not know', { fields: { 'x-amz-meta-more': '1' } }, 403, 'AccessDenied'],
    [
      'a policy without the key',
      { policy: { expiration, conditions: without('$key') } },
      403,
      'AccessDenied',
    ],
    ['another bucket', { bucket: 'anju-43-reports' }, 403, 'AccessDenied'],
    ['an unknown bucket', { bucket: 'other' }, 404, 'NoSuchBucket'],
    ['a file too large', { file: 'x'.repeat(21) }, 400, 'EntityTooLarge'],
    ['a file too small', { file: 'x' }, 400, 'EntityTooSmall'],
    ['no file', { file: null }, 400, 'InvalidArgument'],
    ['a wrong secret', { secret: 'other' }, 403, 'SignatureDoesNotMatch'],
    ['a changed policy', { fields: { policy: 'e30=' } }, 403, 'SignatureDoesNotMatch'],
    ['no conditions', { policy: { expiration } }, 400, 'InvalidPolicyDocument'],
    [
      'a condition of another kind',
      { policy: { expiration, conditions: [['ends-with', '$key', 'a']] } },
      400,
      'InvalidPolicyDocument',
    ],
  ])('%s is refused and stores nothing', async (_, given, status, code) => {
    const before = running.events.length;
    const answer = await post(given);
    expect([answer.status, answer.code, running.events.length]).toEqual([status, code, before]);
  });

  test('an expired policy is refused', async () => {
    now = Date.parse(expiration) + 1;
    expect((await post({})).text).toContain('Policy expired');
    now = start;
  });

  test('a body that is no form is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const url = `${running.endpoint.url}/${inbox}`;
    const answer = await fetch(url, { method: 'POST', headers, body: 'nothing of the kind' });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('MalformedPOSTRequest'),
    ]);
  });
});
