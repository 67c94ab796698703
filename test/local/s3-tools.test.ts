import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  credentials,
  inbox,
  removeFolder,
  startTestEndpoint,
  type TestEndpoint,
  temporaryFolder,
} from './support/endpoint.ts';

const run = promisify(execFile);

function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const hasCli = works('aws', '--version');
const hasBoto = works('python3', '-c', 'import boto3');
const big = randomBytes(20 * 1024 * 1024);
const chineseName = '溆浦县 搬迁户.xlsx';

let folder: string;
let running: TestEndpoint;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await temporaryFolder();
  running = await startTestEndpoint(join(folder, 'store'));
  await writeFile(join(folder, chineseName), 'small');
  await writeFile(join(folder, 'big.bin'), big);
  env = {
    PATH: process.env.PATH,
    HOME: folder,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_DEFAULT_REGION: 'cn-northwest-1',
    AWS_ENDPOINT_URL: running.endpoint.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    PYTHONIOENCODING: 'utf-8',
    LC_ALL: 'C.UTF-8',
  };
});

afterAll(async () => {
  await running.endpoint.close();
  await removeFolder(folder);
  expect(running.faults).toEqual([]);
});

describe.skipIf(!hasCli)('the aws CLI', () => {
  const aws = async (...args: string[]) => (await run('aws', args, { env, cwd: folder })).stdout;

  test('copies a small file with a Chinese name and metadata, lists it, gets it back', async () => {
    const key = `s3://${inbox}/431224/2017-04-X3/${chineseName}`;
    await aws('s3', 'cp', chineseName, key, '--metadata', 'anju-mode=stage');
    expect(await aws('s3', 'ls', `s3://${inbox}/431224/2017-04-X3/`)).toContain(chineseName);
    const head = await aws(
      's3api',
      'head-object',
      '--bucket',
      inbox,
      '--key',
      `431224/2017-04-X3/${chineseName}`,
    );
    expect(JSON.parse(head).Metadata).toEqual({ 'anju-mode': 'stage' });
    await aws('s3', 'cp', key, 'back.xlsx');
    expect(await readFile(join(folder, 'back.xlsx'), 'utf8')).toBe('small');
  });

  test('copies 20 MB in parts there and back', async () => {
    await aws('s3', 'cp', 'big.bin', `s3://${inbox}/cli/big.bin`);
    expect(running.events.at(-1)?.detail.reason).toBe('CompleteMultipartUpload');
    await aws('s3', 'cp', `s3://${inbox}/cli/big.bin`, 'big-back.bin');
    expect((await readFile(join(folder, 'big-back.bin'))).equals(big)).toBe(true);
  });

  test('copies a stream from standard input', async () => {
    const child = run('aws', ['s3', 'cp', '-', `s3://${inbox}/cli/stream.csv`], { env, cwd: folder });
    child.child.stdin?.end('户编号\n1');
    await child;
    expect(await aws('s3', 'cp', `s3://${inbox}/cli/stream.csv`, '-')).toBe('户编号\n1');
  });

  test('syncs and removes a folder', async () => {
    await aws('s3', 'rm', `s3://${inbox}/cli/`, '--recursive');
    await expect(aws('s3', 'ls', `s3://${inbox}/cli/`)).rejects.toMatchObject({ code: 1 });
  });
});

const script = `
import boto3, json, io, sys, urllib.request
from botocore.config import Config
s3 = boto3.client('s3', config=Config(signature_version='s3v4'))
bucket, name, big = sys.argv[1:4]
key = '431224/2017-04-X3/' + name
s3.upload_file(name, bucket, key, ExtraArgs={'Metadata': {'anju-mode': 'stage'}})
got = s3.get_object(Bucket=bucket, Key=key)
out = {'small': got['Body'].read().decode(), 'metadata': got['Metadata']}
s3.upload_file(big, bucket, 'boto/big.bin')
back = io.BytesIO()
s3.download_fileobj(bucket, 'boto/big.bin', back)
out['big'] = back.getvalue() == open(big, 'rb').read()
for algorithm in ['CRC32', 'SHA1', 'SHA256']:
    s3.put_object(Bucket=bucket, Key='boto/' + algorithm, Body=b'x' * 100000, ChecksumAlgorithm=algorithm)
out['keys'] = [o.key for o in boto3.resource('s3').Bucket(bucket).objects.filter(Prefix='boto/')]
url = s3.generate_presigned_url('put_object', Params={'Bucket': bucket, 'Key': 'boto/presigned 甲'}, ExpiresIn=60)
urllib.request.urlopen(urllib.request.Request(url, data=b'presigned', method='PUT')).read()
url = s3.generate_presigned_url('get_object', Params={'Bucket': bucket, 'Key': 'boto/presigned 甲'}, ExpiresIn=60)
out['presigned'] = urllib.request.urlopen(url).read().decode()
out['post'] = s3.generate_presigned_post(bucket, 'post/\${filename}', Fields={'x-amz-meta-county': '431224'},
    Conditions=[['content-length-range', 1, 100], {'x-amz-meta-county': '431224'}], ExpiresIn=60)
print(json.dumps(out))
`;

test.skipIf(!hasBoto)('boto3 puts, gets, lists, presigns and posts', async () => {
  const args = ['-c', script, inbox, chineseName, 'big.bin'];
  const out = JSON.parse((await run('python3', args, { env, cwd: folder })).stdout);
  expect(out).toMatchObject({
    small: 'small',
    metadata: { 'anju-mode': 'stage' },
    big: true,
    keys: ['boto/CRC32', 'boto/SHA1', 'boto/SHA256', 'boto/big.bin'],
    presigned: 'presigned',
  });
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(out.post.fields)) form.append(name, value);
  form.append('file', new Blob(['posted']), chineseName);
  const posted = await fetch(out.post.url, { method: 'POST', body: form });
  expect(posted.status).toBe(204);
  expect(running.events.at(-1)?.detail).toMatchObject({
    reason: 'POST Object',
    object: { key: `post/${chineseName}`, size: 6 },
  });
});
