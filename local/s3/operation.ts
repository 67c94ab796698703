import type { Authenticated } from './authenticate.ts';
import type { ObjectStore } from './object-store.ts';
import type { S3Request } from './request.ts';
import { s3Document } from './xml-write.ts';

/** An answer; a stream's length is in its headers. */
export interface S3Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array>;
}

/** What an operation is called with; bucket and key are empty where the address has none. */
export interface OperationCall {
  readonly request: S3Request;
  readonly authenticated: Authenticated;
  readonly store: ObjectStore;
  readonly buckets: readonly string[];
  readonly bucket: string;
  readonly key: string;
}

/** One row of the operation table. */
export interface Operation {
  /** S3's name of it. */
  readonly name: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly target: 'service' | 'bucket' | 'object';
  /** Query parameters that must be there, with the value where it matters. */
  readonly query?: Readonly<Record<string, string | null>>;
  /** Header that must be there. */
  readonly header?: string;
  run(call: OperationCall): Promise<S3Response>;
}

/** A document as an answer. */
export function xmlResponse(root: string, children: readonly string[]): S3Response {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: s3Document(root, children) };
}
