import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../cli/main.ts';
import { whyRefused } from '../../local/run/why-refused.ts';
import { inbox, removeFolder, s3Client, startTestEndpoint, temporaryFolder } from './support/endpoint.ts';

const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

describe('a start over a disk that takes nothing', () => {
  it.each([
    [coded('ENOSPC'), 'the disk is full: make room on it'],
    [coded('EDQUOT'), 'the disk is full'],
    [coded('EROFS'), 'the disk is read-only: make it writable'],
    [coded('EACCES'), 'it may not be written to'],
    [coded('EPERM'), 'it may not be written to'],
    [new Error('Build failed: write x/api.mjs: no space left on device'), 'the disk is full'],
    [
      new Error('open', { cause: coded('LEVEL_IO_ERROR', 'IO error: x: No space left on device') }),
      'the disk is full',
    ],
    [coded('LEVEL_CORRUPTION', 'x'), 'cannot be used (LEVEL_CORRUPTION)'],
  ])('ends with one sentence for %s', (error, words) => {
    const sentence = whyRefused(error, 'FOLDER');
    expect(sentence).toContain('The data folder FOLDER cannot be');
    expect(sentence).toContain(words);
    expect(sentence).not.toContain('\n');
  });

  it('tells a closed port from a closed folder', () => {
    const error = Object.assign(coded('EACCES'), { port: 80 });
    expect(whyRefused(error, 'FOLDER')).toContain('Port 80 may not be listened on');
  });

  it('leaves a fault of ours alone', () => {
    expect(whyRefused(new TypeError('x is not a function'), 'FOLDER')).toBeNull();
  });
});

describe('a put to a disk that is full', () => {
  let folder: string;
  let running: Awaited<ReturnType<typeof startTestEndpoint>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    running = await startTestEndpoint(folder, { notify: () => Promise.reject(coded('ENOSPC')) });
  });
  afterAll(async () => {
    await running.endpoint.close();
    await removeFolder(folder);
  });

  it('is answered with an S3 error that says so and names the folder, and logged as one sentence', async () => {
    const client = s3Client(running.endpoint.url, { maxAttempts: 1 });
    const put = client.send(
      new PutObjectCommand({ Bucket: inbox, Key: '431224/2017-04-X3/a.csv', Body: 'a' }),
    );
    const sentence = `The data folder ${folder} cannot be written to, the disk is full: make room on it, or name a folder elsewhere with ANJU_DATA.`;
    await expect(put).rejects.toMatchObject({
      name: 'InternalError',
      message: sentence,
      $metadata: { httpStatusCode: 500 },
    });
    expect(running.faults).toEqual([sentence]);
    client.destroy();
  });

  it.each([
    ['en', 'did not take the file: The data folder'],
    ['zh', '没有收下文件：The data folder'],
  ])('is told by npx anju upload as an answer, not as silence (%s)', async (language, words) => {
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'a');
    const said: string[] = [];
    const to = ['--url', 'http://127.0.0.1:9', '--s3', running.endpoint.url];
    const code = await main(
      ['upload', file, '--area', '431224', '--lang', language, ...to],
      {},
      {
        out: (text) => void said.push(text),
        err: (text) => void said.push(text),
        isTerminal: false,
      },
    );
    expect(code).toBe(2);
    expect(said.join('')).toContain(words);
    expect(said.join('')).not.toContain('npm start');
  });
});
