import { matchesEtag } from './object-headers.ts';
import type { VersionRecord } from './records.ts';
import { S3Error } from './s3-error.ts';

/**
 * The conditions of a write: `If-None-Match: *` only where there is no object, `If-Match` only over that
 * one. The check throws `PreconditionFailed` or `NoSuchKey`; a delete marker counts as no object.
 */
export function putCondition(
  headers: ReadonlyMap<string, string>,
): (current: VersionRecord | undefined) => void {
  const ifNoneMatch = headers.get('if-none-match');
  const ifMatch = headers.get('if-match');
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error('NotImplemented', 'If-None-Match on a write takes only *.');
  }
  return (current) => {
    const object = current?.kind === 'object' ? current : null;
    if (ifNoneMatch !== undefined && object) throw failed('If-None-Match');
    if (ifMatch === undefined) return;
    if (!object) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    if (!matchesEtag(ifMatch, object.etag)) throw failed('If-Match');
  };
}

/** The error of a condition that does not hold. */
export function failed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', `At least one of the pre-conditions did not hold: ${condition}`);
}
