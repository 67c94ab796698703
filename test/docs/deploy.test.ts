import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonOf, resourcesOf, templateWith } from '../infra/synthesised.ts';
import { snippetsOf } from './support/snippets.ts';

const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
const template = jsonOf(templateWith());
const shell = snippetsOf('deploy.md', 'http://127.0.0.1:4310')
  .filter(({ language }) => language === 'sh')
  .map(({ code }) => code.replaceAll(/<[a-z][^<>\n]*>/g, 'given'))
  .join('\n');

/** The commands of another machine, which say what they were called with. */
const stubs = ['aws', 'curl', 'npm', 'npx', 'git']
  .map((name) => `${name}() { echo ${name} "$@" >&2; echo "one:aws-cn:sts::000000000000:five two three"; }`)
  .join('\n');

describe('the commands of docs/deploy.md', () => {
  const { status, stderr } = spawnSync('sh', ['-u', '-e', '-c', `${stubs}\n${shell}`], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });

  it('run in their order, each variable set before it is used', () => {
    expect(stderr).not.toMatch(/unbound|not set|not found|syntax/);
    expect(status).toBe(0);
  });

  it('take on a role of the account they are run in, and ask as it in the region of the stack', () => {
    expect(stderr).toContain('--role-arn arn:aws-cn:iam::000000000000:role/anju-43-admin-43');
    expect(stderr).toMatch(
      /curl --silent --aws-sigv4 aws:amz:given:execute-api --user one\S+:two .*: three /,
    );
  });

  it('name each queue and log group by what exactly one logical id begins with', () => {
    const asked = [
      ...stderr.matchAll(/ResourceType=='(AWS::\w+::\w+)'&&starts_with\(LogicalResourceId,'(\w+)'/g),
    ];
    const kinds = new Set(asked.map(([, type]) => type));
    expect(kinds).toEqual(new Set(['AWS::SQS::Queue', 'AWS::Logs::LogGroup']));
    for (const [, type = '', name = ''] of asked) {
      const found = resourcesOf(template, type).filter(([id]) => id.startsWith(name));
      expect([name, found.length]).toEqual([name, 1]);
    }
  });
});

it('docs/deploy.md says of every alarm what it means for people', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([id]) =>
    id.replace(/^Alarms(\w+)[0-9A-F]{8}$/, '$1'),
  );
  const rows = [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| .+ \| (?:no|yes|not).* \|$/gm)];
  const said = rows.flatMap(([, names = '']) => names.replaceAll('`', '').split(', '));
  expect(said.sort()).toEqual(alarms.sort());
});
