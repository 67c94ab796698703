import {
  checkLifetime,
  checkSkew,
  type KnownCredential,
  lookUpCredential,
  readAmzDate,
} from './credential.ts';
import type { S3Request } from './request.ts';
import { S3Error } from './s3-error.ts';
import {
  type Credentials,
  canonicalRequest,
  sameSignature,
  signature,
  signatureAlgorithm,
  stringToSign,
} from './sigv4.ts';

/** What the signature of a request says about its body. */
export interface Authenticated {
  /** `x-amz-content-sha256`: a hash in hex, `UNSIGNED-PAYLOAD` or one of the `STREAMING-` forms. */
  readonly payload: string;
  /** What signed chunks are checked with, beginning with the request's own signature. */
  readonly seed: { readonly credential: KnownCredential; readonly time: string; readonly signature: string };
}

interface Claim {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly time: string;
  readonly payload: string;
  readonly parameters: S3Request['parameters'];
}

/**
 * Verifies Signature Version 4 in the Authorization header or in the query (presigned). Throws
 * `AccessDenied`, `InvalidAccessKeyId`, `SignatureDoesNotMatch`, `RequestTimeTooSkewed` and the like.
 */
export function authenticate(request: S3Request, user: Credentials, now: Date): Authenticated {
  const presigned = request.query.has('X-Amz-Signature');
  const claim = presigned ? queryClaim(request) : headerClaim(request);
  const time = readAmzDate(claim.time);
  if (time === null) {
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  }
  const credential = lookUpCredential(claim.credential, claim.time, user);
  if (presigned) checkLifetime(time, request.query.get('X-Amz-Expires'), now);
  else checkSkew(time, now);
  checkAllSigned(request, claim.signedHeaders);
  const canonical = canonicalRequest({
    method: request.method,
    rawPath: request.rawPath,
    parameters: claim.parameters,
    headers: claim.signedHeaders.map((name) => [name, request.headers.get(name) ?? '']),
    payloadHash: claim.payload,
  });
  const expected = signature(credential.key, stringToSign(claim.time, credential.scope, canonical));
  if (!sameSignature(claim.signature, expected)) {
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  return { payload: claim.payload, seed: { credential, time: claim.time, signature: expected } };
}

function headerClaim(request: S3Request): Claim {
  const header = request.headers.get('authorization');
  if (header === undefined && !request.query.has('AWSAccessKeyId'))
    throw new S3Error('AccessDenied', 'Access Denied');
  if (!header?.startsWith(`${signatureAlgorithm} `)) throw unsupported();
  const fields = new Map(
    header
      .slice(signatureAlgorithm.length)
      .split(',')
      .map((part) => {
        const [name = '', ...value] = part.trim().split('=');
        return [name, value.join('=')] as const;
      }),
  );
  const [credential, signedHeaders, given] = ['Credential', 'SignedHeaders', 'Signature'].map((name) =>
    fields.get(name),
  );
  if (!credential || !signedHeaders || !given) {
    throw new S3Error(
      'AuthorizationHeaderMalformed',
      'The authorization header that you provided is not valid.',
    );
  }
  const payload = request.headers.get('x-amz-content-sha256');
  if (payload === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature: given,
    time: request.headers.get('x-amz-date') ?? '',
    payload,
    parameters: request.parameters,
  };
}

function queryClaim(request: S3Request): Claim {
  const { query } = request;
  if (query.get('X-Amz-Algorithm') !== signatureAlgorithm) throw unsupported();
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    time: query.get('X-Amz-Date') ?? '',
    payload: request.headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    parameters: request.parameters.filter(([name]) => name !== 'X-Amz-Signature'),
  };
}

/** Host and every `x-amz-` header must be signed, otherwise one could be added on the way. */
function checkAllSigned(request: S3Request, signedHeaders: readonly string[]): void {
  const unsigned = [...request.sentHeaders].filter(
    (name) => (name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw new S3Error(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
  }
}

function unsupported(): S3Error {
  return new S3Error(
    'InvalidRequest',
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  );
}
