import { createHash } from 'node:crypto';
import { localAccount, localRegion } from '../local-account.ts';
import type { ObjectRecord } from './records.ts';

/** What stored the object, in S3's words. */
export type CreatedReason = 'PutObject' | 'CompleteMultipartUpload' | 'POST Object' | 'CopyObject';

/** EventBridge's `Object Created` event as S3 sends it. */
export interface ObjectCreatedEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': 'Object Created';
  readonly source: 'aws.s3';
  readonly account: string;
  /** ISO instant with milliseconds, strictly increasing but for the examples, which are said to have come long ago. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: {
    readonly version: '0';
    readonly bucket: { readonly name: string };
    readonly object: {
      /** Not URL-encoded. */
      readonly key: string;
      readonly size: number;
      readonly etag: string;
      readonly 'version-id': string;
      /** Hex of fixed length, strictly increasing. */
      readonly sequencer: string;
    };
    readonly 'request-id': string;
    readonly requester: string;
    readonly 'source-ip-address': string;
    readonly reason: CreatedReason;
  };
}

const sequencerDigits = 16;

/** The event of a stored object: the same one, id included, however often it is made. */
export function objectCreatedEvent(record: ObjectRecord): ObjectCreatedEvent {
  return {
    version: '0',
    id: eventId(record),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: localAccount,
    time: new Date(record.time).toISOString(),
    region: localRegion,
    resources: [`arn:aws:s3:::${record.bucket}`],
    detail: {
      version: '0',
      bucket: { name: record.bucket },
      object: {
        key: record.key,
        size: record.size,
        etag: record.etag,
        'version-id': record.versionId,
        sequencer: record.sequence.toString(16).toUpperCase().padStart(sequencerDigits, '0'),
      },
      'request-id': record.requestId,
      requester: localAccount,
      'source-ip-address': '127.0.0.1',
      reason: record.reason,
    },
  };
}

/** A hash of bucket and version in the form of a UUID. */
function eventId({ bucket, key, versionId }: ObjectRecord): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([bucket, key, versionId]))
    .digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
