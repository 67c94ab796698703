import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { localCredentials } from '../local/run/local-environment.ts';
import { cliTexts } from '../shared/messages/cli-texts.ts';
import { uploadId } from '../shared/records/ids.ts';
import { modeMetadata } from '../shared/records/staging.ts';
import type { Asked, Destination } from './arguments.ts';
import { keyOf, sizeOf } from './check.ts';
import type { Console } from './console.ts';
import { apiEndpoint } from './endpoint.ts';
import { CannotRun, type ExitCode, exitCode } from './exit-code.ts';
import { bytesOn } from './progress.ts';
import { tellOutcome, waitFor } from './settle.ts';

type UploadAsked = Extract<Asked, { readonly kind: 'upload' }>;

/** `anju upload`: puts a file into the inbox and waits for what becomes of it. */
export async function uploadFile(asked: UploadAsked, console: Console): Promise<ExitCode> {
  const { file, language, to } = asked;
  const texts = cliTexts[language];
  const bytes = sizeOf(file, texts.cannotRead);
  const { area6, period, fileName } = keyOf(file, asked);
  if (area6 === asked.province.padEnd(6, '0') && asked.area6 === null) throw new CannotRun(texts.nameArea);
  const key = [area6, ...(period === null ? [] : [period]), fileName].join('/');
  const versionId = await put(to, key, file, bytes, asked, console);
  const id = uploadId(to.bucket, key, versionId);
  console.err(`${texts.put(key, id)}\n`);
  if (to.url === null) {
    console.out(`${asked.json ? JSON.stringify({ id, key }) : id}\n`);
    return exitCode.ok;
  }
  const api = apiEndpoint(to.url, language);
  return tellOutcome(api, await waitFor(api, id, language), asked, console);
}

/** Puts the file as a stream, counting what has gone; gives the version the bucket gave it. */
async function put(
  to: Destination,
  key: string,
  file: string,
  bytes: number,
  { language, stage }: UploadAsked,
  console: Console,
): Promise<string> {
  const texts = cliTexts[language];
  const client = new S3Client(
    to.s3 === null
      ? {}
      : { endpoint: to.s3, region: 'cn-northwest-1', credentials: localCredentials, forcePathStyle: true },
  );
  const show = bytesOn(console, texts.sending(basename(file), bytes), bytes);
  let sent = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      show(sent);
      done(null, chunk);
    },
  });
  const body = bytes === 0 ? new Uint8Array() : createReadStream(file).pipe(counted);
  const metadata = stage ? { Metadata: { [modeMetadata.name]: modeMetadata.stage } } : {};
  const command = { Bucket: to.bucket, Key: key, Body: body, ContentLength: bytes, ...metadata };
  try {
    const { VersionId } = await client.send(new PutObjectCommand(command));
    return VersionId ?? 'null';
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const where = to.s3 ?? to.bucket;
    const isAnswer = error instanceof S3ServiceException;
    throw new CannotRun(isAnswer ? texts.putRefused(where, words) : texts.cannotPut(where, words), {
      cause: error,
    });
  } finally {
    client.destroy();
  }
}
