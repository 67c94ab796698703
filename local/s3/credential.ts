import { S3Error } from './s3-error.ts';
import { type CredentialScope, type Credentials, signingKey } from './sigv4.ts';

/** A credential that was looked up: its scope and the key to check signatures with. */
export interface KnownCredential {
  readonly scope: CredentialScope;
  readonly key: Buffer;
}

/** How far a client's clock may be off. */
const skewMilliseconds = 15 * 60 * 1000;

/** Looks up `<key>/<date>/<region>/s3/aws4_request`; every region is served. */
export function lookUpCredential(credential: string, time: string, user: Credentials): KnownCredential {
  const parts = credential.split('/');
  const [date = '', region = '', service = '', terminal = ''] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join('/');
  if (service !== 's3' || terminal !== 'aws4_request' || !/^\d{8}$/.test(date)) {
    throw new S3Error(
      'AuthorizationHeaderMalformed',
      'The credential must be <access key>/<yyyymmdd>/<region>/s3/aws4_request.',
    );
  }
  if (!time.startsWith(date)) {
    throw new S3Error('AuthorizationHeaderMalformed', 'Date in the credential must be that of x-amz-date.');
  }
  if (accessKeyId !== user.accessKeyId) {
    throw new S3Error(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  const scope = { date, region, service };
  return { scope, key: signingKey(user.secretAccessKey, scope) };
}

/** Reads `20170421T080000Z`, in milliseconds since 1970; `null` when it is none. */
export function readAmzDate(text: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}

/** Throws when a signed header request is too old or too new. */
export function checkSkew(time: number, now: Date): void {
  if (Math.abs(now.getTime() - time) > skewMilliseconds) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      `The difference between the request time and the current time (${now.toISOString()}) is too large.`,
    );
  }
}

/** Throws when a presigned URL is not valid yet or no more; `lifetime` in seconds, up to a week. */
export function checkLifetime(time: number, lifetime: string | undefined, now: Date): void {
  const seconds = /^\d{1,6}$/.test(lifetime ?? '') ? Number(lifetime) : 0;
  if (seconds < 1 || seconds > 604_800) {
    throw new S3Error('InvalidArgument', 'X-Amz-Expires must be between 1 and 604800 seconds.');
  }
  if (now.getTime() < time - skewMilliseconds) throw new S3Error('AccessDenied', 'Request is not yet valid');
  if (now.getTime() > time + seconds * 1000) throw new S3Error('AccessDenied', 'Request has expired');
}
