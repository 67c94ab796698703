import { describe, expect, it } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';
import { keyOf } from '../../cli/check.ts';
import { CannotRun } from '../../cli/exit-code.ts';

const read = (line: string, env: Readonly<Record<string, string>> = {}) =>
  readArguments(line.split(' '), env);

describe('the command line', () => {
  it.each([
    [
      'check a.xlsx b.csv',
      { kind: 'check', files: ['a.xlsx', 'b.csv'], area6: null, period: null, json: false },
    ],
    ['check a.xlsx --area 431224 --period 2017-04-X3', { area6: '431224', period: '2017-04-X3' }],
    ['check a.xlsx --area 4312', { area6: '431200' }],
    ['check a.xlsx --lang zh --json', { language: 'zh', json: true }],
    ['upload a.xlsx --area 431224 --stage', { kind: 'upload', file: 'a.xlsx', stage: true }],
    ['publish u1', { kind: 'order', order: 'publish', upload: 'u1' }],
    ['confirm u1', { kind: 'order', order: 'confirm' }],
    ['withdraw u1', { kind: 'order', order: 'withdraw' }],
    ['recompute --from 2017-04', { kind: 'recompute', from: '2017-04' }],
    ['--help', { kind: 'help' }],
  ])('%s is understood', (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each([
    ['frobnicate a', 'There is no command "frobnicate"'],
    ['check', 'Name a file'],
    ['publish', 'Name an upload'],
    ['publish a b', 'one at a time'],
    ['upload a b', 'one at a time'],
    ['check a --area 110101', 'no area "110101"'],
    ['check a --period soon', 'no period'],
    ['check a --stage', 'no option --stage'],
    ['publish a --area 431224', 'no option --area'],
    ['recompute', 'no period'],
    ['recompute --from soon', 'no period'],
    ['recompute a --from 2017', 'takes no name'],
    ['check a --frobnicate', '--frobnicate'],
    ['check a --lang fr', 'zh | en'],
  ])('%s is refused with a sentence', (line, words) => {
    expect(() => read(line)).toThrow(CannotRun);
    expect(() => read(line)).toThrow(words);
  });

  it.each([
    ['upload a', {}, { url: 'http://127.0.0.1:4310', s3: 'http://127.0.0.1:4311', bucket: 'anju-43-inbox' }],
    [
      'upload a --url http://127.0.0.1:5000/',
      {},
      { url: 'http://127.0.0.1:5000', s3: 'http://127.0.0.1:5001' },
    ],
    ['upload a --s3 http://127.0.0.1:9', {}, { url: 'http://127.0.0.1:4310', s3: 'http://127.0.0.1:9' }],
    ['upload a', { PORT: '5000' }, { url: 'http://127.0.0.1:5000', s3: 'http://127.0.0.1:4311' }],
    ['upload a', { S3_PORT: '6000' }, { url: 'http://127.0.0.1:4310', s3: 'http://127.0.0.1:6000' }],
    ['withdraw u', { PORT: '5000', S3_PORT: '' }, { url: 'http://127.0.0.1:5000' }],
    ['recompute --from 2017', { PORT: '5000' }, { url: 'http://127.0.0.1:5000' }],
    [
      'upload a --url http://127.0.0.1:7000',
      { PORT: '5000', S3_PORT: '6000' },
      { url: 'http://127.0.0.1:7000', s3: 'http://127.0.0.1:7001' },
    ],
    ['upload a --s3 http://127.0.0.1:9', { PORT: '5000', S3_PORT: 'no' }, { url: 'http://127.0.0.1:5000' }],
    ['upload a', { ANJU_INBOX_BUCKET: 'b', PORT: 'no' }, { url: null, s3: null, bucket: 'b' }],
    ['upload a', { ANJU_INBOX_BUCKET: 'b' }, { url: null, s3: null, bucket: 'b' }],
    ['upload a --url http://p', { ANJU_INBOX_BUCKET: 'b' }, { url: 'http://p', s3: null, bucket: 'b' }],
  ])('%s with %j goes to the right place', (line, env, to) => {
    expect(read(line, env)).toMatchObject({ to });
  });

  it.each([
    ['publish u', { PORT: 'http' }, 'PORT=http is no port'],
    ['upload a', { PORT: '0' }, 'PORT=0 is no port'],
    ['upload a', { S3_PORT: '65536' }, 'S3_PORT=65536 is no port'],
  ])('%s with %j is refused with a sentence', (line, env, words) => {
    expect(() => read(line, env)).toThrow(CannotRun);
    expect(() => read(line, env)).toThrow(words);
  });

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN' }, 'zh'],
    [{}, 'en'],
  ])('speaks with %j the language %s', (env, language) => {
    expect(read('--help', env)).toMatchObject({ language });
  });
});

describe('the key a file is read under', () => {
  const asked = { province: '43', area6: null, period: null };
  it.each([
    ['/x/431224/2017-04-X3/a.xlsx', {}, { area6: '431224', period: '2017-04-X3', fileName: 'a.xlsx' }],
    ['/x/431224/a.xlsx', {}, { area6: '431224', period: null }],
    ['/x/y/a.xlsx', {}, { area6: '430000', period: null }],
    ['/x/431224/2017-04-X3/a.xlsx', { area6: '431223' }, { area6: '431223', period: '2017-04-X3' }],
    ['/x/y/a.xlsx', { area6: '431224', period: '2017' }, { area6: '431224', period: '2017' }],
  ])('of %s with %j', (file, over, expected) => {
    expect(keyOf(file, { ...asked, ...over })).toMatchObject(expected);
  });
});
