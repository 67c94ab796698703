import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { CannotRun } from '../../cli/exit-code.ts';
import { findApi } from '../../cli/proxy/find-api.ts';
import { upstreamOf } from '../../cli/proxy/upstream.ts';
import { cliTexts } from '../../shared/messages/cli-texts.ts';
import { type Caller, type SignedEndpoint, startSignedEndpoint } from './support/signed-endpoint.ts';

const china = 'https://abc123.execute-api.cn-northwest-1.amazonaws.com.cn';
const abroad = 'https://abc123.execute-api.eu-central-1.amazonaws.com';
const caller: Caller = { accessKeyId: 'AKIAMADEUP', secretAccessKey: 'made up' };

describe('the command line of the proxy', () => {
  it.each([
    ['proxy', {}, { province: '43', url: null, region: null, port: 4320 }],
    ['proxy --province 43', { AWS_DEFAULT_REGION: 'cn-north-1' }, { region: 'cn-north-1' }],
    ['proxy --region cn-north-1', { AWS_REGION: 'eu-central-1' }, { region: 'cn-north-1' }],
    ['proxy', { ANJU_URL: `${china}/` }, { url: china, region: null }],
    [
      `proxy --url ${abroad} --port 0`,
      { ANJU_URL: china, AWS_REGION: 'x' },
      { url: abroad, region: null, port: 0 },
    ],
  ])('%s with %j', (line, env, expected) => {
    expect(readArguments(line.split(' '), env)).toMatchObject({ kind: 'proxy', ...expected });
  });

  it.each([
    ['proxy --port 65536', '0 to 65535'],
    ['proxy --port http', '0 to 65535'],
    ['proxy --province 4312', 'no province "4312"'],
    ['proxy me', 'takes no name'],
    ['proxy --json', 'no option --json'],
    ['check a --port 1', 'no option --port'],
  ])('%s is refused with a sentence', (line, words) => {
    expect(() => readArguments(line.split(' '), {})).toThrow(CannotRun);
    expect(() => readArguments(line.split(' '), {})).toThrow(words);
  });
});

describe('the address of the API', () => {
  it.each([
    [china, null, 'cn-northwest-1'],
    [abroad, null, 'eu-central-1'],
    [china, 'cn-northwest-1', 'cn-northwest-1'],
    ['https://anju.example.cn', 'cn-north-1', 'cn-north-1'],
    ['http://127.0.0.1:4566', 'cn-north-1', 'cn-north-1'],
  ])('%s with region %s lies in %s', (url, named, region) => {
    expect(upstreamOf(url, named, 'en')).toEqual({ origin: url, region });
  });

  it.each([
    ['', null, 'no address of an API'],
    ['abc123.execute-api', null, 'no address of an API'],
    ['http://abc123.execute-api.eu-central-1.amazonaws.com', null, 'no address of an API'],
    [`${china}/v1/data`, null, 'no path behind it'],
    ['https://me:secret@anju.example.cn', 'cn-north-1', 'no address of an API'],
    [china, 'cn-north-1', 'lies in cn-northwest-1, not in cn-north-1'],
    ['https://anju.example.cn', null, 'does not say its region'],
  ])('%s with region %s is refused', (url, named, words) => {
    expect(() => upstreamOf(url, named, 'en')).toThrow(CannotRun);
    expect(() => upstreamOf(url, named, 'en')).toThrow(words);
  });
});

describe('looking the address up', () => {
  let cloudFormation: SignedEndpoint;
  beforeAll(async () => {
    cloudFormation = await startSignedEndpoint(caller, 'cloudformation');
  });
  afterAll(() => cloudFormation.close());

  const ns = 'xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"';
  const outputs = (...pairs: readonly (readonly [string, string])[]) => {
    const members = pairs.map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    return `<DescribeStacksResponse ${ns}><DescribeStacksResult><Stacks><member><StackName>Anju-43</StackName><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
  };
  const error = (code: string) =>
    `<ErrorResponse ${ns}><Error><Type>Sender</Type><Code>${code}</Code><Message>${code} said</Message></Error></ErrorResponse>`;
  const look = (status: number, xml: string, own = caller) => {
    cloudFormation.answer = (_, response) => void response.writeHead(status).end(xml);
    return findApi({
      stack: 'Anju-43',
      region: 'cn-northwest-1',
      credentials: async () => own,
      now: () => new Date('2017-04-21T08:00:00Z'),
      endpoint: cloudFormation.origin,
      language: 'en',
    });
  };

  it('gives the stack’s output ApiUrl, asked with a signature', async () => {
    const xml = outputs(['InboxBucket', 'inbox'], ['ApiUrl', china]);
    expect(await look(200, xml)).toBe(china);
    expect(cloudFormation.arrived.at(-1)).toMatchObject({
      url: '/?Action=DescribeStacks&StackName=Anju-43&Version=2010-05-15',
      isSigned: true,
    });
  });

  it.each([
    [400, error('ValidationError'), 'There is no stack Anju-43 in cn-northwest-1'],
    [403, error('AccessDenied'), 'Ask whoever deployed it'],
    [400, error('ExpiredToken'), 'ExpiredToken said'],
    [503, '<html', 'HTTP 503'],
    [200, outputs(['InboxBucket', 'inbox']), 'no output ApiUrl'],
    [200, 'garbage', 'HTTP 200'],
  ])('%i %s is told in a sentence', async (status, xml, words) => {
    await expect(look(status, xml)).rejects.toThrow(words);
    await expect(look(status, xml)).rejects.toThrow(CannotRun);
  });

  it('is refused to a wrong key', async () => {
    const wrong = { ...caller, secretAccessKey: 'wrong' };
    await expect(look(200, outputs(['ApiUrl', china]), wrong)).rejects.toThrow('HTTP 403');
  });
});

describe('npx anju proxy', () => {
  const entry = resolve(import.meta.dirname, '../../cli/anju.mjs');
  let endpoint: SignedEndpoint;
  let home: string;
  beforeAll(async () => {
    endpoint = await startSignedEndpoint(caller);
    endpoint.answer = (_, response) => void response.end('figures');
    home = mkdtempSync(join(tmpdir(), 'anju-proxy-'));
  });
  afterAll(async () => {
    await endpoint.close();
    rmSync(home, { recursive: true });
  });

  /** Runs the command with a home of its own, without any AWS setting of this machine. */
  const run = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    spawn(process.execPath, [entry, 'proxy', '--lang', 'en', '--port', '0', ...args], {
      env: { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const linesOf = async (child: ReturnType<typeof run>, stream: 'stdout' | 'stderr') => {
    const lines = createInterface({ input: child[stream] });
    const [line] = await once(lines, 'line');
    return String(line);
  };
  const keys = { AWS_ACCESS_KEY_ID: caller.accessKeyId, AWS_SECRET_ACCESS_KEY: caller.secretAccessKey };

  it('signs with the keys of its environment, and ends with 0 when it is told to stop, once or twice', async () => {
    const child = run(['--url', endpoint.origin, '--region', 'cn-northwest-1'], keys);
    const url = /http:\S+/.exec(await linesOf(child, 'stdout'))?.[0];
    const answer = await fetch(`${url}v1/data?area=children(4312)`);
    expect([answer.status, await answer.text()]).toEqual([200, 'figures']);
    // both wait while it is stopped, so that neither can come when it has already ended
    for (const signal of ['SIGSTOP', 'SIGINT', 'SIGTERM', 'SIGCONT'] as const) child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('without credentials does not start, says what to do, and ends with 2', async () => {
    const child = run(['--url', endpoint.origin, '--region', 'cn-northwest-1'], {});
    const told = await linesOf(child, 'stderr');
    expect(told).toContain('no usable AWS credentials');
    expect(told).toContain('aws sso login');
    expect(await once(child, 'exit')).toEqual([2, null]);
  });

  it('says in the help when --region is needed', () => {
    for (const { help } of Object.values(cliTexts))
      expect(help).toMatch(/--region (?:is needed|；)|须写 --region/);
  });

  it('says in one line what it needs, and ends with 2', async () => {
    const child = run([], keys);
    expect(await linesOf(child, 'stderr')).toContain('The region of Anju-43 is not known');
    expect(await once(child, 'exit')).toEqual([2, null]);
  });
});
